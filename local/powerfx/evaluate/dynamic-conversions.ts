import { Decimal } from '../numbers/decimal';
import { parseDecimal } from '../numbers/decimal-text';
import type { Type } from '../types/type';
import { DynamicNumber, GuidValue, type DynamicValue, type Value } from '../values';
import { conversionError, toBoolean, toDate, toDateTime, toDecimal, toNumber, toText, toTime } from './conversions';
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
            return toDate(scalar, run);
        case 'DateTime':
        case 'DateTimeNoTimeZone':
            return toDateTime(scalar, run);
        case 'Time':
            return toTime(scalar, run);
        case 'Guid':
            return typeof scalar === 'string' ? new GuidValue(scalar) : conversionError(dynamic, to.kind);
        default:
            return conversionError(dynamic, to.kind);
    }
}
