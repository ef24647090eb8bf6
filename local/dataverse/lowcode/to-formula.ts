/** A column's value as Power Fx has it. */
import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    Decimal,
    GuidValue,
    MemoryTable,
    decimalFromFloat,
    recordOf,
    type Value as FormulaValue,
} from '../../powerfx';
import type { Column, Table } from '../metadata/types';
import { isReference } from '../pipeline/row-storage';
import type { RowReference, Value } from '../pipeline/types';
import { choiceSetOf, optionOf } from './choice-sets';
import type { FormulaServices } from './formula-services';

/**
 * @param related the row that a lookup points to, read when a formula goes there
 */
export function toFormula(
    services: FormulaServices,
    table: Table,
    column: Column,
    value: Value | undefined,
    related: (reference: RowReference) => FormulaValue,
): FormulaValue {
    if (value === null || value === undefined) {
        return null;
    }
    switch (column.type) {
        case 'BigInt':
        case 'Decimal':
        case 'Integer':
        case 'Money':
            return decimalOf(value);
        case 'Double':
            return typeof value === 'number' ? value : null;
        case 'Picklist':
        case 'State':
        case 'Status':
            return choiceOf(services, table, column, value);
        case 'MultiSelectPicklist':
            return Array.isArray(value)
                ? new MemoryTable(
                      value.map((each) => recordOf({ Value: choiceOf(services, table, column, each as number) })),
                  )
                : null;
        case 'DateTime':
            return typeof value === 'string' ? dateOf(services, column, value) : null;
        case 'Uniqueidentifier':
            return typeof value === 'string' ? new GuidValue(value) : null;
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return isReference(value) ? related(value) : null;
        default:
            return typeof value === 'string' || typeof value === 'boolean' ? value : null;
    }
}

/** A stored number, which has at most 15 digits, as the decimal it stands for. */
export function decimalOf(value: Value): Decimal | null {
    if (typeof value !== 'number') {
        return null;
    }
    return Number.isSafeInteger(value) ? Decimal.ofInteger(value) : (decimalFromFloat(value) ?? null);
}

function choiceOf({ settings }: FormulaServices, table: Table, column: Column, value: Value): FormulaValue {
    if (typeof value !== 'number') {
        return null;
    }
    if (!column.optionSet) {
        return Decimal.ofInteger(value);
    }
    const set = choiceSetOf(table, column, column.optionSet);
    return new ChoiceValue(set, optionOf(set, column.optionSet, value, settings.language));
}

function dateOf({ timeZone }: FormulaServices, column: Column, value: string): FormulaValue {
    switch (column.dateTimeBehavior) {
        case 'DateOnly':
            return new DateValue(Date.parse(value.slice(0, 10)));
        case 'TimeZoneIndependent':
            return new DateTimeValue(Date.parse(value), false);
        case 'UserLocal':
        case undefined:
            return new DateTimeValue(timeZone.fromUtc(Date.parse(value)));
    }
}
