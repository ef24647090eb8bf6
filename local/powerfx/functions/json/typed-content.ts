import { toDate, toDateTime, toTime } from '../../evaluate/conversions';
import type { RunContext } from '../../evaluate/run-context';
import { Decimal } from '../../numbers/decimal';
import { parseDecimal } from '../../numbers/decimal-text';
import { eachField, onlyField, typeName, type Fields, type Type } from '../../types';
import {
    DateTimeValue,
    DateValue,
    DynamicNumber,
    errorValue,
    ErrorValue,
    GuidValue,
    MemoryRecord,
    MemoryTable,
    recordOf,
    TimeValue,
    type DynamicContent,
    type RecordValue,
    type Value,
} from '../../values';
import { dynamicOf } from './dynamic-items';

const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,7})?$/;
const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

function mismatch(type: Type): ErrorValue {
    return errorValue('InvalidArgument', `The value is not of the type ${typeName(type)}.`);
}

function textAs(text: string, type: Type, run: RunContext): Value {
    switch (type.kind) {
        case 'Text':
        case 'Hyperlink':
            return text;
        case 'Guid':
            return guid.test(text) ? new GuidValue(text.replace(/[{}]/g, '')) : mismatch(type);
        case 'Date': {
            // In universal time the day is the one that is written.
            const date = isoDate.test(text) ? toDate(text.replace(/Z$/, ''), run) : null;
            return date instanceof DateValue ? date : mismatch(type);
        }
        case 'Time': {
            const time = timeOfDay.test(text) ? toTime(text, run) : null;
            return time instanceof TimeValue ? time : mismatch(type);
        }
        case 'DateTime':
        case 'DateTimeNoTimeZone': {
            const moment = isoDate.test(text) ? toDateTime(text, run) : null;
            return moment instanceof DateTimeValue ? moment : mismatch(type);
        }
        default:
            return mismatch(type);
    }
}

function numberAs(number: DynamicNumber, type: Type): Value {
    if (type.kind === 'Number') {
        const float = Number(number.text);
        return Number.isFinite(float) ? float : mismatch(type);
    }
    const exact = type.kind === 'Decimal' ? parseDecimal(number.text) : undefined;
    return exact instanceof Decimal ? exact : mismatch(type);
}

function recordAs(content: ReadonlyMap<string, DynamicContent>, fields: Fields, run: RunContext): Value {
    const values: [string, Value][] = [];
    for (const field of eachField(fields)) {
        const value = contentAs(content.get(field.name) ?? null, field.type, run);
        if (value instanceof ErrorValue) {
            return value;
        }
        values.push([field.name, value]);
    }
    return new MemoryRecord(values);
}

function tableAs(content: readonly DynamicContent[], fields: Fields, run: RunContext): Value {
    const only = onlyField(fields);
    const areObjects = content.some((item) => item instanceof Map);
    const rows: (RecordValue | null)[] = [];
    for (const item of content) {
        if (only && only.name === 'Value' && !areObjects) {
            const value = contentAs(item, only.type, run);
            if (value instanceof ErrorValue) {
                return value;
            }
            rows.push(recordOf({ Value: value }));
            continue;
        }
        if (item === null) {
            rows.push(null);
            continue;
        }
        const record = item instanceof Map ? recordAs(item as ReadonlyMap<string, DynamicContent>, fields, run) : null;
        if (!(record instanceof MemoryRecord)) {
            return record ?? errorValue('InvalidArgument', 'An item is not an object.');
        }
        rows.push(record);
    }
    return new MemoryTable(rows);
}

/** The content of an untyped object as a value of the type; an error when it is none. */
export function contentAs(content: DynamicContent, type: Type, run: RunContext): Value {
    if (content === null) {
        return null;
    }
    if (type.kind === 'Dynamic') {
        return dynamicOf(content);
    }
    if (typeof content === 'boolean') {
        return type.kind === 'Boolean' ? content : mismatch(type);
    }
    if (typeof content === 'string') {
        return textAs(content, type, run);
    }
    if (content instanceof DynamicNumber) {
        return numberAs(content, type);
    }
    if (content instanceof Map) {
        return type.kind === 'Record'
            ? recordAs(content as ReadonlyMap<string, DynamicContent>, type.fields, run)
            : mismatch(type);
    }
    return type.kind === 'Table' ? tableAs(content as readonly DynamicContent[], type.fields, run) : mismatch(type);
}
