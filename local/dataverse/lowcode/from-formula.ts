/** A value of a formula as a column takes it. */
import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    Decimal,
    ErrorValue,
    GuidValue,
    RecordValue,
    TableValue,
    TimeValue,
    errorValue,
    floatFromDecimal,
    type TimeZone,
    type Value as FormulaValue,
} from '../../powerfx';
import { isoSeconds } from '../formatting/zoned-time';
import type { Column } from '../metadata/types';
import type { RowReference, Value } from '../pipeline/types';

/** A record that stands for a row of a table. */
export interface RowIdentity {
    readonly reference: RowReference | undefined;
}

/** The row that a record is; undefined for records made in a formula. */
export function referenceOf(record: RecordValue): RowReference | undefined {
    return 'reference' in record ? (record as RecordValue & RowIdentity).reference : undefined;
}

/** @returns an error when the value is one, or none that the column can hold */
export function fromFormula(column: Column, value: FormulaValue, timeZone: TimeZone): Value | ErrorValue {
    if (value === null || value instanceof ErrorValue) {
        return value;
    }
    switch (column.type) {
        case 'BigInt':
        case 'Integer': {
            const number = numberOf(value);
            return number === undefined ? unfit(column, 'a number') : halfEven(number);
        }
        case 'Decimal':
        case 'Double':
        case 'Money':
            return numberOf(value) ?? unfit(column, 'a number');
        case 'Picklist':
        case 'State':
        case 'Status':
            return numberOf(value) ?? unfit(column, 'one of its choices');
        case 'MultiSelectPicklist':
            return value instanceof TableValue ? choicesOf(value) : unfit(column, 'a table of choices');
        case 'DateTime':
            return dateText(column, value, timeZone);
        case 'Lookup':
        case 'Customer':
        case 'Owner': {
            const reference = value instanceof RecordValue ? referenceOf(value) : undefined;
            return reference ?? unfit(column, 'a row of a table');
        }
        case 'Boolean':
            return typeof value === 'boolean' ? value : unfit(column, 'true or false');
        case 'Uniqueidentifier':
            return value instanceof GuidValue ? value.text : unfit(column, 'a GUID');
        default:
            if (value instanceof GuidValue) return value.text;
            return typeof value === 'string' ? value : unfit(column, 'text');
    }
}

const unfit = (column: Column, wanted: string): ErrorValue =>
    errorValue('Validation', `The column ${column.logicalName} takes ${wanted}.`);

function numberOf(value: FormulaValue): number | undefined {
    if (typeof value === 'number') return value;
    if (value instanceof Decimal) return floatFromDecimal(value);
    if (value instanceof ChoiceValue) return Number(value.option.value);
    return undefined;
}

/** Whole-number columns take the nearest whole number, the even one from the middle, as .NET converts. */
function halfEven(value: number): number {
    const floor = Math.floor(value);
    const rest = value - floor;
    if (rest !== 0.5) return Math.round(value);
    return floor % 2 === 0 ? floor : floor + 1;
}

function choicesOf(table: TableValue): readonly number[] | ErrorValue {
    const numbers: number[] = [];
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) return row;
        const number = row ? numberOf(row.get('Value')) : undefined;
        if (number !== undefined) numbers.push(number);
    }
    return numbers;
}

function dateText(column: Column, value: FormulaValue, timeZone: TimeZone): string | ErrorValue {
    return value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue
        ? storedDate(column, value.milliseconds, timeZone)
        : unfit(column, 'a date');
}

/**
 * A date as its column stores it.
 * @param wall what the clock on the user's wall shows, in milliseconds
 */
export function storedDate(column: Column, wall: number, timeZone: TimeZone): string {
    switch (column.dateTimeBehavior) {
        case 'DateOnly':
            return new Date(wall).toISOString().slice(0, 10);
        case 'TimeZoneIndependent':
            return isoSeconds(new Date(wall));
        case 'UserLocal':
        case undefined:
            return isoSeconds(new Date(timeZone.toUtc(wall)));
    }
}
