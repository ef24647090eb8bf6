/** Parameters and results of Custom APIs between messages and formulas. */
import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    Decimal,
    ErrorValue,
    GuidValue,
    RecordValue,
    VoidValue,
    errorValue,
    floatFromDecimal,
    recordOf,
    type TimeZone,
    type Value as FormulaValue,
} from '../../powerfx';
import { isoSeconds } from '../formatting/zoned-time';
import type { MessageParameter, MessageParameters, Value } from '../pipeline/types';
import { FIELD_TYPES, type CustomApiField } from './custom-api';
import { decimalOf } from './to-formula';

/** A message's parameter as the formula sees it; blank when it was not given. */
export function parameterValue(field: CustomApiField, given: MessageParameter, timeZone: TimeZone): FormulaValue {
    if (given === undefined || given === null) return null;
    switch (field.type) {
        case FIELD_TYPES.Boolean:
            return typeof given === 'boolean' ? given : null;
        case FIELD_TYPES.Decimal:
        case FIELD_TYPES.Integer:
            return typeof given === 'number' ? decimalOf(given) : null;
        case FIELD_TYPES.Float:
            return typeof given === 'number' ? given : null;
        case FIELD_TYPES.DateTime: {
            const time = typeof given === 'string' ? Date.parse(given) : NaN;
            return Number.isNaN(time) ? null : new DateTimeValue(timeZone.fromUtc(time));
        }
        default:
            return typeof given === 'string' ? given : null;
    }
}

/** A value of a formula as a parameter or a response property of a message has it. */
export function plainValue(field: CustomApiField, value: FormulaValue, timeZone: TimeZone): Value | ErrorValue {
    if (value === null || value instanceof ErrorValue) return value;
    if (value instanceof VoidValue) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' || value instanceof Decimal) {
        const number = typeof value === 'number' ? value : floatFromDecimal(value);
        return field.type === FIELD_TYPES.Integer ? Math.round(number) : number;
    }
    if (value instanceof DateTimeValue || value instanceof DateValue) {
        return isoSeconds(new Date(timeZone.toUtc(value.milliseconds)));
    }
    if (value instanceof GuidValue) return value.text;
    if (value instanceof ChoiceValue) {
        return field.type === FIELD_TYPES.String ? value.option.displayName : value.option.value;
    }
    return errorValue('InvalidArgument', `${field.name} takes a single value, not a record or a table.`);
}

/** What a formula answers as response properties: its record's fields, or the value itself for a single property. */
export function responseOf(
    properties: readonly CustomApiField[],
    result: FormulaValue,
    timeZone: TimeZone,
): MessageParameters | ErrorValue {
    const [only, ...others] = properties;
    const isSingle = only !== undefined && others.length === 0 && !(result instanceof RecordValue);
    const answer: { [name: string]: Value } = {};
    for (const field of properties) {
        const value = isSingle ? result : result instanceof RecordValue ? result.get(field.name) : null;
        const plain = plainValue(field, value, timeZone);
        if (plain instanceof ErrorValue) return plain;
        answer[field.name] = plain;
    }
    return answer;
}

/** The response of a message as the formula that called it sees it. */
export function responseValue(
    properties: readonly CustomApiField[],
    answer: MessageParameters,
    timeZone: TimeZone,
): FormulaValue {
    const values = properties.map(
        (field) => [field.name, parameterValue(field, answer[field.name], timeZone)] as const,
    );
    const [only, ...others] = values;
    if (!only) return VoidValue.only;
    return others.length === 0 ? only[1] : recordOf(Object.fromEntries(values));
}
