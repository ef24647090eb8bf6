import { startOfDay } from '../dates/calendar';
import { readIsoDate, readIsoTime } from '../dates/read-iso-date';
import { Decimal } from '../numbers/decimal';
import { parseDecimal } from '../numbers/decimal-text';
import type { Type } from '../types/type';
import {
    DateTimeValue,
    DateValue,
    DynamicNumber,
    GuidValue,
    TimeValue,
    type DynamicValue,
    type Value,
} from '../values';
import { conversionError, toBoolean, toDecimal, toNumber, toText } from './conversions';
import type { RunContext } from './run-context';

/** The scalar that an untyped object holds; undefined when it holds an object or an array. */
export function scalarOf(dynamic: DynamicValue): string | boolean | number | Decimal | undefined {
    const { content } = dynamic;
    if (typeof content === 'string' || typeof content === 'boolean') {
        return content;
    }
    if (content instanceof DynamicNumber) {
        const exact = parseDecimal(content.text);
        return exact instanceof Decimal ? exact : Number(content.text);
    }
    return undefined;
}

/** An untyped object as a value of a type. */
export function convertDynamic(dynamic: DynamicValue, to: Type, run: RunContext): Value {
    const scalar = scalarOf(dynamic);
    if (scalar === undefined) {
        return conversionError(dynamic, to.kind);
    }
    switch (to.kind) {
        case 'Decimal':
            return toDecimal(scalar, run);
        case 'Number':
            return toNumber(dynamic.content instanceof DynamicNumber ? Number(dynamic.content.text) : scalar, run);
        case 'Text':
            // A number is written with the digits that it came with.
            return dynamic.content instanceof DynamicNumber ? dynamic.content.text : toText(scalar, run);
        case 'Boolean':
            return toBoolean(scalar);
        case 'Date':
        case 'DateTime':
        case 'DateTimeNoTimeZone': {
            // JSON has dates of one form only; what people write otherwise is not taken for one.
            const reading = typeof scalar === 'string' ? readIsoDate(scalar, run.timeZone) : undefined;
            if (reading === undefined) {
                return conversionError(dynamic, to.kind);
            }
            return to.kind === 'Date' ? new DateValue(startOfDay(reading)) : new DateTimeValue(reading);
        }
        case 'Time': {
            const span = typeof scalar === 'string' ? readIsoTime(scalar) : undefined;
            return span === undefined ? conversionError(dynamic, to.kind) : new TimeValue(span);
        }
        case 'Guid':
            return typeof scalar === 'string' ? new GuidValue(scalar) : conversionError(dynamic, to.kind);
        default:
            return conversionError(dynamic, to.kind);
    }
}
