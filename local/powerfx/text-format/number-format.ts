import type { NumberCulture } from '../culture/culture';
import { readSection, sectionStart, type Section } from './number-format-section';
import { NumberWriter } from './number-writer';
import type { FormattedNumber } from './formatted-number';

/**
 * A number in a custom format of .NET, to which `Text` brings its own formats down (Microsoft Learn, "Custom numeric
 * format strings"): up to three sections for positive, negative and zero; `0` and `#`, a point, group separators and
 * thousands scaling by commas, percent and per mille, exponents, and literal text.
 * @param format As prepared by `prepareFormat`, in the marks of English.
 */
export function formatNumber(number: FormattedNumber, format: string, culture: NumberCulture): string {
    let value = number;
    let start = sectionStart(format, value.digits === '' ? 2 : value.isNegative ? 1 : 0);
    for (;;) {
        const section = readSection(format, start);
        if (value.digits === '') {
            return write(asZero(value), section, start, culture);
        }
        const scaled = { ...value, pointPosition: value.pointPosition + section.scaleAdjustment };
        const rounded = roundTo(
            scaled,
            section.isScientific
                ? section.digitCount
                : scaled.pointPosition + section.digitCount - section.pointPosition,
        );
        if (rounded.digits !== '') {
            return write(rounded, section, start, culture);
        }
        // What rounds to zero is written in the section for zero.
        value = asZero(rounded);
        const zeroStart = sectionStart(format, 2);
        if (zeroStart === start) {
            return write(value, section, start, culture);
        }
        start = zeroStart;
    }
}

function write(number: FormattedNumber, section: Section, start: number, culture: NumberCulture): string {
    const written = new NumberWriter(number, section, culture).write();
    // Sections but the first say themselves how a negative number looks.
    const isSigned = number.isNegative && start === 0 && written !== '';
    return isSigned ? culture.negativeSign + written : written;
}

/** Only a floating-point number keeps its sign when nothing of it is left. */
function asZero(number: FormattedNumber): FormattedNumber {
    return { digits: '', pointPosition: 0, isNegative: number.isNegative && number.isFloat, isFloat: number.isFloat };
}

/** The number with so many of its digits, rounded away from zero at the middle. */
function roundTo(number: FormattedNumber, count: number): FormattedNumber {
    if (count >= number.digits.length) {
        return number;
    }
    const isUp = count >= 0 && number.digits.charAt(count) >= '5';
    let kept = number.digits.slice(0, Math.max(count, 0));
    let { pointPosition } = number;
    if (isUp) {
        kept = kept.replace(/9+$/, '');
        const last = kept.slice(-1);
        if (last === '') {
            kept = '1';
            pointPosition += 1;
        } else {
            kept = kept.slice(0, -1) + String(Number(last) + 1);
        }
    }
    return { ...number, digits: kept.replace(/0+$/, ''), pointPosition };
}
