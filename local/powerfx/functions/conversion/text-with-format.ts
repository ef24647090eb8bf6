import type { Culture } from '../../culture';
import { dayZero, daysFromReading, isInCalendar, readingFromDays } from '../../dates/calendar';
import { readIsoDate } from '../../dates/read-iso-date';
import { cultureOf } from '../../evaluate/conversions';
import { convertDynamic, scalarOf } from '../../evaluate/dynamic-conversions';
import type { Evaluate } from '../../evaluate/frame';
import type { RunContext } from '../../evaluate/run-context';
import { Decimal } from '../../numbers/decimal';
import { floatFromDecimal } from '../../numbers/decimal-float';
import { formatDate } from '../../text-format/date-format';
import { formattedDecimal, formattedFloat } from '../../text-format/formatted-number';
import { formatNumber } from '../../text-format/number-format';
import { prepareFormat } from '../../text-format/prepare-format';
import { Types } from '../../types';
import { greatestFormatLength, type PreparedFormat } from '../../text-format/prepared-format';
import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    DynamicNumber,
    DynamicValue,
    ErrorValue,
    errorValue,
    joinErrors,
    TimeValue,
    type Value,
} from '../../values';
import { cultureNamed } from './language-argument';
import { formatByName } from './named-date-format';

/** What a format can be applied to: a number, or the reading of a clock. */
type Formatted = number | Decimal | Reading;

interface Reading {
    readonly reading: number;
    readonly ticks: number;
}

/** `Text` with a format, once its arguments are compiled. */
export function compileText([evaluateValue, evaluateFormat, evaluateLanguage]: readonly Evaluate[]): Evaluate {
    return (frame) => {
        const value = evaluateValue?.(frame) ?? null;
        const format = evaluateFormat?.(frame) ?? null;
        const language = evaluateLanguage?.(frame);
        const errors = [value, format, language].filter((one) => one instanceof ErrorValue);
        if (errors.length > 0) {
            return joinErrors(errors);
        }
        if (format === null || language === null) {
            return '';
        }
        const culture = cultureNamed(language, frame.run);
        if (culture instanceof ErrorValue) {
            return culture;
        }
        if (value instanceof DynamicValue && !(value.content instanceof DynamicNumber)) {
            return applyToDynamic(value, format, culture, frame.run);
        }
        const formatted = toFormatted(value);
        return formatted === undefined ? invalidFormat() : apply(formatted, format, culture, frame.run);
    };
}

function toFormatted(value: Value): Formatted | undefined {
    if (value === null) {
        return Decimal.zero;
    }
    if (typeof value === 'number' || value instanceof Decimal) {
        return value;
    }
    if (value instanceof DateTimeValue) {
        return { reading: value.milliseconds, ticks: value.ticks };
    }
    if (value instanceof DateValue) {
        return { reading: value.milliseconds, ticks: 0 };
    }
    if (value instanceof DynamicValue) {
        const number = scalarOf(value);
        return typeof number === 'number' || number instanceof Decimal ? number : undefined;
    }
    if (value instanceof TimeValue) {
        return { reading: dayZero + value.milliseconds, ticks: 0 };
    }
    return undefined;
}

/** A date of JSON is formatted as one; other texts, and booleans, stay as they are. */
function applyToDynamic(value: DynamicValue, format: Value, culture: Culture, run: RunContext): Value {
    const reading = typeof value.content === 'string' ? readIsoDate(value.content, run.timeZone) : undefined;
    return reading === undefined
        ? convertDynamic(value, Types.Text, run)
        : apply({ reading, ticks: 0 }, format, culture, run);
}

function apply(value: Formatted, format: Value, culture: Culture, run: RunContext): Value {
    if (format instanceof ChoiceValue) {
        const reading = readingOf(value);
        return reading === undefined
            ? invalidFormat()
            : formatByName(reading, format.option.name, culture, run.timeZone);
    }
    if (typeof format !== 'string' || format.length > greatestFormatLength) {
        return invalidFormat();
    }
    const prepared = prepareFormat(format, cultureOf(run).numbers);
    if (!prepared) {
        return invalidFormat();
    }
    const isDate = prepared.isDate || (isReading(value) && !prepared.isNumeric);
    return isDate ? applyDateFormat(value, prepared, culture) : applyNumberFormat(value, prepared.format, culture);
}

function isReading(value: Formatted): value is Reading {
    return typeof value === 'object' && 'reading' in value;
}

/** The reading of a clock that a number of days stands for; undefined when the calendar does not have it. */
function readingOf(value: Formatted): number | undefined {
    if (isReading(value)) {
        return value.reading;
    }
    const reading = readingFromDays(value instanceof Decimal ? floatFromDecimal(value) : value);
    return isInCalendar(reading) ? reading : undefined;
}

function applyNumberFormat(value: Formatted, format: string, culture: Culture): string {
    if (format === '') {
        return '';
    }
    if (value instanceof Decimal) {
        return formatNumber(formattedDecimal(value), format, culture.numbers);
    }
    const number = isReading(value) ? daysFromReading(value.reading) : value;
    return formatNumber(formattedFloat(number), format, culture.numbers);
}

function applyDateFormat(value: Formatted, prepared: PreparedFormat, culture: Culture): Value {
    const reading = readingOf(value);
    if (reading === undefined) {
        return invalidFormat();
    }
    const ticks = isReading(value) ? value.ticks : 0;
    return formatDate(reading, sectionFor(reading - dayZero, prepared), culture, ticks) ?? invalidFormat();
}

/** Dates after 1899-12-30 are positive, and have the first section; the others the second and third. */
function sectionFor(sign: number, { format, sections }: PreparedFormat): string {
    const [positive, negative, zero] = sections;
    if (positive === undefined || negative === undefined) {
        return format;
    }
    if (sign > 0 || (sign === 0 && sections.length === 2)) {
        return positive;
    }
    return sign < 0 ? negative : (zero ?? format);
}

function invalidFormat(): ErrorValue {
    return errorValue('InvalidArgument', 'Text: the format does not suit the value.');
}
