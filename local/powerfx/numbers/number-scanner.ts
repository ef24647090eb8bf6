import type { NumberCulture } from '../culture/culture';

/** A number as it stands in a text, not yet computed: 0.digits × 10^pointPosition. */
export interface ScannedNumber {
    readonly isNegative: boolean;
    readonly digits: string;
    /** How many of the digits stand before the point; may be negative or more than there are. */
    readonly pointPosition: number;
}

/**
 * Reads a number in all the forms that .NET knows (Microsoft Learn, "NumberStyles enum", member Any): spaces, a sign
 * before or after, parentheses, a currency symbol before or after, group separators, a point, an exponent.
 * @returns undefined when the text is not wholly a number.
 */
export function scanNumber(text: string, culture: NumberCulture): ScannedNumber | undefined {
    return new NumberScanner(text, culture).scan();
}

class NumberScanner {
    private position = 0;
    private hasSign = false;
    private isNegative = false;
    private hasParenthesis = false;
    private hasCurrency = false;

    constructor(
        private readonly text: string,
        private readonly culture: NumberCulture,
    ) {}

    scan(): ScannedNumber | undefined {
        this.skipMarks(true);
        const mantissa = this.scanDigits();
        if (!mantissa) {
            return undefined;
        }
        const exponent = this.scanExponent();
        this.skipMarks(false);
        if (this.hasParenthesis || this.position < this.text.length) {
            return undefined;
        }
        return {
            isNegative: this.isNegative,
            digits: mantissa.digits,
            pointPosition: mantissa.pointPosition + exponent,
        };
    }

    /** Spaces, signs, parentheses and currency symbols, before the digits or after them. */
    private skipMarks(isBefore: boolean): void {
        for (;;) {
            if (this.skipSpace(isBefore) || this.skipSign() || this.skipParenthesis(isBefore) || this.skipCurrency()) {
                continue;
            }
            return;
        }
    }

    private skipSpace(isBefore: boolean): boolean {
        // A sign stands right before the digits, except that a currency symbol may come between.
        return (!isBefore || !this.hasSign || this.hasCurrency) && this.skip(/[\t-\r ]/y);
    }

    private skipSign(): boolean {
        if (this.hasSign) {
            return false;
        }
        if (this.skipText(this.culture.negativeSign)) {
            this.hasSign = true;
            this.isNegative = true;
            return true;
        }
        if (this.skipText(this.culture.positiveSign)) {
            this.hasSign = true;
            return true;
        }
        return false;
    }

    private skipParenthesis(isBefore: boolean): boolean {
        if (isBefore) {
            if (this.hasSign || !this.skipText('(')) {
                return false;
            }
            this.hasSign = true;
            this.isNegative = true;
            this.hasParenthesis = true;
            return true;
        }
        if (!this.hasParenthesis || !this.skipText(')')) {
            return false;
        }
        this.hasParenthesis = false;
        return true;
    }

    private skipCurrency(): boolean {
        if (this.hasCurrency || !this.skipText(this.culture.currencySymbol)) {
            return false;
        }
        this.hasCurrency = true;
        return true;
    }

    private scanDigits(): { digits: string; pointPosition: number } | undefined {
        let digits = '';
        let pointPosition: number | undefined;
        for (;;) {
            const character = this.text.charAt(this.position);
            if (character >= '0' && character <= '9') {
                digits += character;
                this.position += 1;
            } else if (pointPosition === undefined && this.skipText(this.culture.decimalSeparator)) {
                pointPosition = digits.length;
            } else if (pointPosition !== undefined || digits === '' || !this.skipText(this.culture.groupSeparator)) {
                break;
            }
        }
        return digits === '' ? undefined : { digits, pointPosition: pointPosition ?? digits.length };
    }

    private scanExponent(): number {
        const exponent = /[eE]([+-]?\d+)/y;
        exponent.lastIndex = this.position;
        const match = exponent.exec(this.text);
        if (!match) {
            return 0;
        }
        this.position = exponent.lastIndex;
        return Number(match[1]);
    }

    private skip(pattern: RegExp): boolean {
        pattern.lastIndex = this.position;
        if (!pattern.test(this.text)) {
            return false;
        }
        this.position = pattern.lastIndex;
        return true;
    }

    /** Where the culture has a no-break space, people may write a plain one. */
    private skipText(mark: string): boolean {
        if (mark === '') {
            return false;
        }
        const found = this.text.slice(this.position, this.position + mark.length);
        if (found !== mark && found.replace(/ /g, '\u00a0') !== mark.replace(/[\u202f ]/g, '\u00a0')) {
            return false;
        }
        this.position += mark.length;
        return true;
    }
}
