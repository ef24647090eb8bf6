/**
 * Which columns a caller may give, and which values they take.
 *
 * A column that exists but cannot be set (createdon, fullname …) is left out without a word, as the platform does:
 * clients send back whole rows that they have read.
 */
import { DataverseError, ErrorCode } from '../../errors';
import { isCalendarDate } from '../../formatting/zoned-time';
import type { Column } from '../../metadata/types';
import { isReference } from '../row-storage';
import type { RowReference, Value } from '../types';
import type { Draft } from './draft';

const INVALID_CHARACTERS = 0x80040278;
const INVALID_DATE = 0x80040239;

/** Leaves in the draft only what may be set, in the form it is stored in. */
export function acceptColumnValues(draft: Draft): void {
    const { plan, values } = draft;
    for (const [name, value] of Object.entries(values)) {
        const column = plan.table.columns.get(name);
        if (!column) {
            throw new DataverseError(
                ErrorCode.ColumnDoesNotExist,
                `'${plan.table.logicalName}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
            );
        }
        if (value === undefined || !maySet(draft, column)) {
            Reflect.deleteProperty(values, name);
        } else {
            values[name] = acceptValue(plan.table.logicalName, column, value);
        }
    }
}

function maySet(draft: Draft, column: Column): boolean {
    const { plan, before } = draft;
    if (column.type !== 'PartyList' && plan.stored.get(column.logicalName)?.isGenerated !== false) {
        return false;
    }
    // Clients create rows with their first state; the state rule judges which one.
    if (column.type === 'State') {
        return true;
    }
    return before === undefined ? column.validForCreate : column.validForUpdate;
}

/**
 * A value as the pipeline carries it.
 * @param table logical name, for messages
 * @throws DataverseError when the column cannot hold the value
 */
export function acceptValue(table: string, column: Column, value: Value): Value {
    if (value === null) {
        return null;
    }
    switch (column.type) {
        case 'String':
        case 'Memo':
        case 'EntityName':
            return acceptText(table, column, value);
        case 'Uniqueidentifier':
            return typeof value === 'string' ? normalId(value) : wrongType(table, column, value, 'Guid');
        case 'Boolean':
            return typeof value === 'boolean' ? value : wrongType(table, column, value, 'Boolean');
        case 'Integer':
        case 'BigInt':
            return acceptInteger(table, column, value);
        case 'Decimal':
        case 'Double':
        case 'Money':
            return acceptDecimal(table, column, value);
        case 'Picklist':
            return acceptChoice(table, column, value);
        case 'State':
        case 'Status':
            return typeof value === 'number' ? value : wrongType(table, column, value, 'OptionSetValue');
        case 'MultiSelectPicklist':
            return acceptChoices(table, column, value);
        case 'DateTime':
            return acceptDate(table, column, value);
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return acceptReference(table, column, value);
        case 'PartyList':
            return Array.isArray(value) ? value : wrongType(table, column, value, 'EntityCollection');
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Virtual':
            return value;
    }
}

function wrongType(table: string, column: Column, value: Value, expected: string): never {
    throw new DataverseError(
        ErrorCode.IncorrectAttributeValueType,
        `Incorrect attribute value type for '${column.logicalName}' of '${table}'. Expected: ${expected}, ` +
            `found: ${Array.isArray(value) ? 'list' : isReference(value) ? 'EntityReference' : typeof value}.`,
    );
}

// Control characters other than tab and line ends cannot be written to XML, so the platform refuses them.
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function acceptText(table: string, column: Column, value: Value): Value {
    if (typeof value !== 'string') {
        return wrongType(table, column, value, 'String');
    }
    // Empty text is stored as no value: `eq null` finds it.
    if (value === '') {
        return null;
    }
    const { maxLength, logicalName } = column;
    if (maxLength !== undefined && value.length > maxLength) {
        throw new DataverseError(
            ErrorCode.StringLengthTooLong,
            `A validation error occurred. The length of the '${logicalName}' attribute of the '${table}' entity ` +
                `exceeded the maximum allowed length of '${maxLength}' (given: ${value.length}).`,
        );
    }
    if (NOT_TEXT.test(value)) {
        throw new DataverseError(
            INVALID_CHARACTERS,
            `The field '${logicalName}' of '${table}' contains one or more invalid characters.`,
        );
    }
    return value;
}

function outOfRange(code: number, table: string, column: Column, value: number, accepted: string): never {
    throw new DataverseError(
        code,
        `A validation error occurred. The value ${value} of '${column.logicalName}' on record of type '${table}' ` +
            `is outside the valid range. Accepted Values: ${accepted}`,
    );
}

function checkRange(code: number, table: string, column: Column, value: number): void {
    const { minValue, maxValue } = column;
    if ((minValue !== undefined && value < minValue) || (maxValue !== undefined && value > maxValue)) {
        outOfRange(code, table, column, value, `${minValue ?? '-∞'} - ${maxValue ?? '∞'}`);
    }
}

function acceptInteger(table: string, column: Column, value: Value): number {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
        return wrongType(table, column, value, 'Int32');
    }
    checkRange(ErrorCode.IntegerValueOutOfRange, table, column, value);
    return value;
}

function acceptDecimal(table: string, column: Column, value: Value): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
        return wrongType(table, column, value, column.type === 'Money' ? 'Money' : column.type);
    }
    checkRange(ErrorCode.DecimalValueOutOfRange, table, column, value);
    return column.type === 'Money' || column.precision === undefined ? value : rounded(value, column.precision);
}

/** Rounds half away from zero to a number of decimal places, without the tails of binary fractions. */
export function rounded(value: number, places: number): number {
    const magnitude = Math.abs(value);
    // Beyond this a double holds no fraction worth rounding, and its text has an exponent already.
    if (magnitude >= 1e15 || (magnitude !== 0 && magnitude < 1e-6)) {
        return magnitude >= 1e15 ? value : Number(value.toFixed(Math.min(places, 100)));
    }
    const result = Number(`${Math.round(Number(`${magnitude}e${places}`))}e-${places}`);
    return result === 0 ? 0 : Math.sign(value) * result;
}

const choiceSets = new WeakMap<Column, ReadonlySet<number>>();

function acceptedChoices(column: Column): ReadonlySet<number> {
    let choices = choiceSets.get(column);
    if (!choices) {
        choices = new Set(column.optionSet?.options.map((option) => option.value));
        choiceSets.set(column, choices);
    }
    return choices;
}

function acceptChoice(table: string, column: Column, value: Value): number {
    if (typeof value !== 'number') {
        return wrongType(table, column, value, 'OptionSetValue');
    }
    const choices = acceptedChoices(column);
    // A choice without known values is one whose values this environment does not describe.
    if (choices.size > 0 && !choices.has(value)) {
        outOfRange(ErrorCode.PicklistValueOutOfRange, table, column, value, [...choices].join(','));
    }
    return value;
}

function acceptChoices(table: string, column: Column, value: Value): readonly number[] | null {
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'number')) {
        return wrongType(table, column, value, 'OptionSetValueCollection');
    }
    const numbers = [...new Set(value as readonly number[])].sort((one, other) => one - other);
    numbers.forEach((each) => acceptChoice(table, column, each));
    return numbers.length === 0 ? null : numbers;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(T.+)?$/;
/** The earliest date the platform stores (Microsoft Learn, "Behavior and format of date and time columns"). */
const EARLIEST = '1753-01-01';

function acceptDate(table: string, column: Column, value: Value): string {
    if (typeof value !== 'string') {
        return wrongType(table, column, value, 'DateTime');
    }
    const [, year, month, day, clock] = DATE.exec(value) ?? [];
    const time = Date.parse(value);
    const exists = isCalendarDate(Number(year), Number(month), Number(day));
    if (!exists || Number.isNaN(time) || value < EARLIEST) {
        throw new DataverseError(
            INVALID_DATE,
            `'${value}' is not a date and time that '${column.logicalName}' of '${table}' can hold.`,
        );
    }
    if (column.dateTimeBehavior === 'DateOnly') {
        return value.slice(0, 10);
    }
    return clock === undefined ? `${value}T00:00:00Z` : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function acceptReference(table: string, column: Column, value: Value): RowReference {
    if (!isReference(value)) {
        return wrongType(table, column, value, 'EntityReference');
    }
    const { targets } = column;
    if (targets !== undefined && targets.length > 0 && !targets.includes(value.table)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `'${column.logicalName}' of '${table}' cannot point to a row of '${value.table}'. ` +
                `It takes: ${targets.join(', ')}.`,
        );
    }
    return { table: value.table, id: normalId(value.id) };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A GUID in lower case without braces.
 * @throws DataverseError 0x80040203 when it is none
 */
export function normalId(id: string): string {
    if (ID.test(id)) {
        return id;
    }
    const normal = id.replace(/^\{(.*)\}$/, '$1').toLowerCase();
    if (!ID.test(normal)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `'${id}' is not a GUID. Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).`,
        );
    }
    return normal;
}
