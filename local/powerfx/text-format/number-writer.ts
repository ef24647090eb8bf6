import type { NumberCulture } from '../culture/culture';
import type { FormattedNumber } from './formatted-number';
import type { Section } from './number-format-section';

/** Writes one number into the places of one section of a format, without a sign. */
export class NumberWriter {
    private written = '';
    /** Digits of the number not written yet. */
    private rest: string;
    /** The place that comes next: places before the point count down to 1, those after it from 0. */
    private place: number;
    /** Digits more than places before the point (positive), or places more than digits (negative). */
    private surplus: number;
    /** Zeros are written from this place on down, and to this one after the point. */
    private readonly firstZeroPlace: number;
    private readonly lastZeroPlace: number;
    private readonly groupPlaces: ReadonlySet<number>;
    private hasPoint = false;
    private hasExponent = false;

    constructor(
        private readonly number: FormattedNumber,
        private readonly section: Section,
        private readonly culture: NumberCulture,
    ) {
        const { firstZero, lastZero, pointPosition, isScientific } = section;
        this.rest = number.digits;
        this.firstZeroPlace = firstZero !== undefined && firstZero < pointPosition ? pointPosition - firstZero : 0;
        this.lastZeroPlace = lastZero > pointPosition ? pointPosition - lastZero : 0;
        this.place = isScientific ? pointPosition : Math.max(number.pointPosition, pointPosition);
        this.surplus = isScientific ? 0 : number.pointPosition - pointPosition;
        this.groupPlaces = section.hasGroups ? this.findGroupPlaces() : new Set();
    }

    /** Places after which a group separator stands. */
    private findGroupPlaces(): Set<number> {
        const places = new Set<number>();
        const digits = Math.max(this.firstZeroPlace, this.place + Math.min(this.surplus, 0));
        const sizes = [...this.culture.groupSizes];
        let size = sizes.shift() ?? 0;
        for (let place = size; size > 0 && place < digits; place += size) {
            places.add(place + 1);
            size = sizes.shift() ?? size;
        }
        return places;
    }

    write(): string {
        const { marks } = this.section;
        for (let index = 0; index < marks.length; index++) {
            const mark = marks.charAt(index);
            if (this.surplus > 0 && (mark === '#' || mark === '0' || mark === '.')) {
                this.writeSurplus();
            }
            switch (mark) {
                case '#':
                case '0':
                    this.writePlace();
                    break;
                case '.':
                    this.writePoint();
                    break;
                case '%':
                    this.written += this.culture.percentSymbol;
                    break;
                case ',':
                    break;
                case '"':
                case "'":
                    index = this.writeQuoted(index, mark);
                    break;
                case '\\':
                    index += 1;
                    this.written += marks.charAt(index);
                    break;
                case 'E':
                case 'e':
                    index = this.writeExponent(index, mark);
                    break;
                default:
                    this.written += mark;
            }
        }
        return this.written;
    }

    /** The digits for which the format has no place go before the first one. */
    private writeSurplus(): void {
        for (; this.surplus > 0; this.surplus -= 1) {
            this.writeDigit(this.nextDigit() ?? '0');
            this.place -= 1;
        }
    }

    private writePlace(): void {
        let digit: string | undefined;
        if (this.surplus < 0) {
            this.surplus += 1;
            digit = this.place <= this.firstZeroPlace ? '0' : undefined;
        } else {
            digit = this.nextDigit() ?? (this.place > this.lastZeroPlace ? '0' : undefined);
        }
        if (digit !== undefined) {
            this.writeDigit(digit);
        }
        this.place -= 1;
    }

    private nextDigit(): string | undefined {
        const digit = this.rest.charAt(0);
        this.rest = this.rest.slice(1);
        return digit === '' ? undefined : digit;
    }

    private writeDigit(digit: string): void {
        this.written += digit;
        if (this.place > 1 && this.groupPlaces.has(this.place)) {
            this.written += this.culture.groupSeparator;
        }
    }

    private writePoint(): void {
        if (this.place !== 0 || this.hasPoint) {
            return;
        }
        const { digitCount, pointPosition } = this.section;
        if (this.lastZeroPlace < 0 || (pointPosition < digitCount && this.rest !== '')) {
            this.written += this.culture.decimalSeparator;
            this.hasPoint = true;
        }
    }

    private writeQuoted(start: number, quote: string): number {
        const { marks } = this.section;
        const end = marks.indexOf(quote, start + 1);
        this.written += marks.slice(start + 1, end < 0 ? marks.length : end);
        return end < 0 ? marks.length : end;
    }

    private writeExponent(start: number, mark: string): number {
        const following = this.section.marks.slice(start + 1);
        if (this.hasExponent || !this.section.isScientific) {
            const literal = /^[-+]?0*/.exec(following)?.[0] ?? '';
            this.written += mark + literal;
            return start + literal.length;
        }
        const form = /^([-+]?)(0+)/.exec(following);
        if (!form) {
            this.written += mark;
            return start;
        }
        const [whole, sign, zeros = ''] = form;
        const exponent = this.number.digits === '' ? 0 : this.number.pointPosition - this.section.pointPosition;
        const exponentSign = exponent < 0 ? this.culture.negativeSign : sign === '+' ? this.culture.positiveSign : '';
        this.written += mark + exponentSign + String(Math.abs(exponent)).padStart(Math.min(zeros.length, 10), '0');
        this.hasExponent = true;
        return start + whole.length;
    }
}
