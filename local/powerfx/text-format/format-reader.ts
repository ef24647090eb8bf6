import type { PreparedFormat } from './prepared-format';

const dateMarks = /[mdyhsap]/i;
const digitMarks = /[0#]/;
const refusedMarks = /[?[\]_*@]/;
/** Letters that .NET takes for a standard format when they stand alone, and that Excel takes for text. */
const literalLetters = /[z$bcfnpxBCFNPX]/;
/** `a/p`, `am/pm` and mixtures; only `A/P` and `AM/PM` are formats. */
const refusedMeridiem = /^(?:a\/p|A\/p|a\/P|a[mM]\/p[mM]|Am\/Pm)/;
const fractionOfSecond = /[sS]\.?0+/g;

/**
 * Reads a format of `Text` mark by mark and rewrites it on the way. Rules are tried in order at each mark and the first
 * that knows it has the word; so a mark means what the marks before it make of it.
 */
export class FormatReader {
    private readonly sections: string[] = [];
    private index = 0;
    private isNumeric = false;
    private isDate = false;
    private isRefused = false;
    /** A place for a digit has been seen, since the point if there is one. */
    private hasDigit = false;
    private pointIndex = -1;
    private hasColon = false;
    private hasExponent = false;
    private monthRun = 0;
    private sectionEnd = -1;
    /** Commas that may divide by a thousand: those after a digit with no other digit behind. */
    private scalingCommas: number[] = [];

    constructor(private format: string) {}

    /** @returns undefined when the format is refused. */
    read(): PreparedFormat | undefined {
        for (; this.index < this.format.length && !this.isRefused; this.index++) {
            this.checkMonthRun();
            if (!this.readMeridiem()) {
                this.readMark(this.mark);
            }
        }
        if (this.isRefused) {
            return undefined;
        }
        if (this.sectionEnd >= 0 && this.sectionEnd < this.format.length - 1) {
            this.sections.push(this.format.slice(this.sectionEnd + 1));
        }
        this.moveScalingCommas();
        return this.finish();
    }

    private get mark(): string {
        return this.format.charAt(this.index);
    }

    private get before(): string {
        return this.format.charAt(this.index - 1);
    }

    private get after(): string {
        return this.format.charAt(this.index + 1);
    }

    private get isLast(): boolean {
        return this.index === this.format.length - 1;
    }

    private refuse(): void {
        this.isRefused = true;
    }

    private remove(index: number): void {
        this.format = this.format.slice(0, index) + this.format.slice(index + 1);
    }

    private insert(index: number, text: string): void {
        this.format = this.format.slice(0, index) + text + this.format.slice(index);
    }

    private checkMonthRun(): void {
        this.monthRun = this.mark === 'm' || this.mark === 'M' ? this.monthRun + 1 : 0;
        if (this.monthRun > 4) {
            this.refuse();
        }
    }

    private readMeridiem(): boolean {
        if (this.before === "'") {
            return false;
        }
        const rest = this.format.slice(this.index);
        if (refusedMeridiem.test(rest)) {
            this.refuse();
            return true;
        }
        const meridiem = /^A(?:M\/PM|\/P)/.exec(rest)?.[0];
        if (meridiem === undefined) {
            return false;
        }
        this.isDate = true;
        this.index += meridiem.length - 1;
        return true;
    }

    private readMark(mark: string): void {
        if ((this.index === 0 || this.isNumeric) && literalLetters.test(mark)) {
            this.quoteMark();
        } else if (digitMarks.test(mark)) {
            this.readDigit();
        } else if (dateMarks.test(mark) && this.before !== "'") {
            this.isDate = true;
        } else if (!this.isDate && mark === ',' && !this.hasDigit && this.pointIndex < 0) {
            this.readLeadingComma();
        } else if (!this.isDate && mark === '.') {
            this.readPoint();
        } else if (refusedMarks.test(mark)) {
            this.refuse();
        } else if (mark === ':') {
            this.hasColon = true;
        } else if (mark === ';') {
            this.readSectionEnd();
        } else if (this.isNumeric && mark === ',' && this.index > 0) {
            this.readComma();
        } else if (mark === "'" && this.before !== '\\') {
            this.escapeMark();
        } else if (/[eE]/.test(mark) && /[-+]/.test(this.after)) {
            this.readExponent();
        } else if (mark === '%' && this.hasExponent) {
            this.refuse();
        } else if (this.isLast) {
            this.readLast(mark);
        } else if (mark === '\\') {
            this.readBackslash();
        } else if (mark === '"') {
            this.readQuoted();
        }
    }

    private quoteMark(): void {
        this.insert(this.index + 1, '"');
        this.insert(this.index, '"');
        this.index += 2;
    }

    private escapeMark(): void {
        this.insert(this.index, '\\');
        this.index += 1;
    }

    private readDigit(): void {
        if (this.hasExponent || (!this.isDate && this.hasColon)) {
            this.refuse();
            return;
        }
        this.hasDigit = true;
        this.isNumeric = true;
        // Digits follow, so the commas do not scale; before a point to come, only those between digits group.
        if (this.format.includes('.') && this.pointIndex < 0) {
            for (const comma of [...this.scalingCommas].reverse()) {
                if (comma < this.format.length - 1 && !digitMarks.test(this.format.charAt(comma + 1))) {
                    this.remove(comma);
                    this.index -= 1;
                }
            }
        }
        this.scalingCommas = [];
    }

    private readLeadingComma(): void {
        if (this.before === ',') {
            this.remove(this.index);
            this.index -= 1;
        } else {
            this.escapeMark();
        }
    }

    private readPoint(): void {
        this.pointIndex = this.index;
        this.hasDigit = false;
        if (this.hasExponent) {
            this.refuse();
            return;
        }
        const lastComma = this.scalingCommas.at(-1);
        if (lastComma !== undefined && lastComma !== this.index - 1) {
            for (const comma of [...this.scalingCommas].reverse()) {
                this.remove(comma);
            }
            this.scalingCommas = [];
        }
    }

    private readSectionEnd(): void {
        this.sections.push(this.format.slice(this.sectionEnd + 1, this.index));
        this.sectionEnd = this.index;
        this.hasExponent = false;
        if (this.sections.length > 2) {
            this.refuse();
        }
    }

    private readComma(): void {
        const followsDigit = digitMarks.test(this.before) && this.format.charAt(this.index - 2) !== '\\';
        if (followsDigit || this.scalingCommas.includes(this.index - 1)) {
            this.scalingCommas.push(this.index);
        } else if (this.before === ',') {
            this.remove(this.index);
            this.index -= 1;
        } else if (this.before !== '.') {
            this.escapeMark();
        }
    }

    /** The exponent's digits: .NET knows only zeros; of Excel's `#`, only the last ones count, as one place. */
    private readExponent(): void {
        this.hasExponent = true;
        const places = /^[0#]+/.exec(this.format.slice(this.index + 2))?.[0];
        if (places === undefined || this.isDate) {
            return;
        }
        const zeros = places.replace(/#+$/, '0').replace(/#/g, '');
        const start = this.index + 2;
        this.format = this.format.slice(0, start) + zeros + this.format.slice(start + places.length);
        this.index = start + zeros.length - 1;
    }

    /** A backslash, a quote or an exponent with nothing behind it. */
    private readLast(mark: string): void {
        const opensExponent =
            /[eE]/.test(mark) ||
            (mark === '+' && this.index > 2 && /[eE]/.test(this.before) && this.format.charAt(this.index - 2) !== '\\');
        if (mark === '\\' || mark === '"' || (opensExponent && !this.isDate)) {
            this.refuse();
        }
    }

    private readBackslash(): void {
        if ((this.isNumeric && !this.isDate) || this.after === '"') {
            this.index += 1;
        } else {
            // A quoted mark is text to every later step, also when the format turns out to be one for dates.
            this.insert(this.index + 2, '"');
            this.insert(this.index + 1, '"');
            this.remove(this.index);
            this.index += 2;
        }
    }

    private readQuoted(): void {
        const end = this.format.indexOf('"', this.index + 1);
        if (end < 0) {
            this.refuse();
            return;
        }
        this.index = end;
    }

    /** Scaling commas may stand anywhere behind the digits; .NET wants them before the point. */
    private moveScalingCommas(): void {
        if (this.scalingCommas.length === 0 || this.pointIndex < 0) {
            return;
        }
        for (const comma of [...this.scalingCommas].reverse()) {
            this.remove(comma);
            if (comma < this.pointIndex) {
                this.pointIndex -= 1;
            }
        }
        this.insert(this.pointIndex, ','.repeat(this.scalingCommas.length));
    }

    private finish(): PreparedFormat | undefined {
        let { format, isNumeric } = this;
        if (this.isDate && isNumeric) {
            isNumeric = digitMarks.test(format.replace(fractionOfSecond, ''));
            if (isNumeric) {
                return undefined;
            }
        }
        if (isNumeric) {
            if (format.includes('/')) {
                return undefined;
            }
            if (this.pointIndex >= 0 && !this.hasDigit) {
                format = `${format.slice(0, this.pointIndex)}\\${format.slice(this.pointIndex)}`;
            }
            format = format.replace(/‰/g, '\\‰');
        }
        if (this.isDate) {
            format = format.replace(/\\'/g, "'");
        }
        return { format, isDate: this.isDate, isNumeric, sections: this.sections };
    }
}
