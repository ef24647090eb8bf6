/** Values of conditions as the store holds them. */
import { DataverseError, ErrorCode } from '../../errors';
import { instantOf, isCalendarDate, isoSeconds } from '../../formatting/zoned-time';
import type { Metadata } from '../../metadata/metadata';
import type { Column } from '../../metadata/types';
import type { ConditionValue } from '../model';
import type { SqlParameter } from './fragment';

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

const notA = (what: string, column: Column, value: ConditionValue): DataverseError =>
    new DataverseError(
        ErrorCode.InvalidArgument,
        `The value "${String(value)}" for "${column.logicalName}" is not ${what}.`,
    );

/**
 * @param timeZone in which dates and times without a zone are meant
 * @throws DataverseError 0x80040203 that names column and value
 */
export function convertValue(
    column: Column,
    value: ConditionValue,
    timeZone: string,
    metadata: Metadata,
): SqlParameter {
    if (value === null) return null;
    switch (column.type) {
        case 'BigInt':
        case 'Decimal':
        case 'Double':
        case 'Integer':
        case 'Money':
        case 'Picklist':
        case 'State':
        case 'Status':
            return toNumber(column, value);
        case 'Boolean':
            return toBoolean(column, value);
        case 'Lookup':
        case 'Customer':
        case 'Owner':
        case 'Uniqueidentifier': {
            const id = GUID.exec(String(value).trim())?.[1];
            if (id === undefined) throw notA('a GUID', column, value);
            return id.toLowerCase();
        }
        case 'DateTime':
            return toStoredDate(column, value, timeZone);
        case 'EntityName': {
            const code = Number(value);
            const table = Number.isInteger(code)
                ? metadata.tables.find((each) => each.objectTypeCode === code)
                : metadata.findTable(String(value));
            return table?.logicalName ?? String(value);
        }
        case 'MultiSelectPicklist':
            return `,${String(value).replace(/[^\d,-]/g, '')},`;
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Memo':
        case 'PartyList':
        case 'String':
        case 'Virtual':
            return typeof value === 'number' ? value : String(value);
    }
}

function toNumber(column: Column, value: ConditionValue): number {
    const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
    if (!Number.isFinite(number)) throw notA('a number', column, value);
    return number;
}

function toBoolean(column: Column, value: ConditionValue): number {
    switch (String(value).trim().toLowerCase()) {
        case 'true':
        case '1':
            return 1;
        case 'false':
        case '0':
            return 0;
        default:
            throw notA('true or false', column, value);
    }
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

function toStoredDate(column: Column, value: ConditionValue, timeZone: string): string {
    const text = String(value).trim();
    const parts = DATE.exec(text);
    if (!parts) throw notA('a date; write it as 2026-11-21 or 2026-11-21T13:45:00Z', column, value);
    const [, year, month, day, hour, minute, second, zone] = parts;
    const clock = {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour ?? 0),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
    };
    if (
        !isCalendarDate(clock.year, clock.month, clock.day) ||
        clock.hour > 23 ||
        clock.minute > 59 ||
        clock.second > 59
    ) {
        throw notA('a day and time that exist', column, value);
    }
    const pad = (number: number): string => String(number).padStart(2, '0');
    if (column.dateTimeBehavior === 'DateOnly') return `${year ?? ''}-${pad(clock.month)}-${pad(clock.day)}`;
    if (zone !== undefined && zone.toUpperCase() !== 'Z') {
        const instant = new Date(text.replace(' ', 'T'));
        if (Number.isNaN(instant.getTime())) throw notA('a date', column, value);
        return isoSeconds(instant);
    }
    const isUtc = zone !== undefined || column.dateTimeBehavior === 'TimeZoneIndependent';
    return isoSeconds(instantOf(clock, isUtc ? 'UTC' : timeZone));
}
