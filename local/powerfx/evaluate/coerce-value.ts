import type { Coercion } from '../binding/coercions';
import { findCoercion } from '../binding/coercions';
import { eachField, type Fields } from '../types/fields';
import type { Type } from '../types/type';
import { ErrorValue, MemoryRecord, MemoryTable, RecordValue, TableValue, type Row, type Value } from '../values';
import { calculatedChoice, ChoiceValue } from '../values/choice-value';
import { ColorValue } from '../values/color-value';
import { DynamicValue } from '../values/dynamic-value';
import { conversionError, toBoolean, toDate, toDateTime, toDecimal, toNumber, toText, toTime } from './conversions';
import { convertDynamic } from './dynamic-conversions';
import type { RunContext } from './run-context';

export type Convert = (value: Value, run: RunContext) => Value;

/** A coercion as a function, worked out once per formula. Blank stays blank and errors stay as they are. */
export function compileCoercion({ from, to, keepsGaps = false }: Coercion): Convert {
    const convert = conversionTo(from, to, keepsGaps);
    return (value, run) => (value === null || value instanceof ErrorValue ? value : convert(value, run));
}

function conversionTo(from: Type, to: Type, keepsGaps: boolean): Convert {
    if (from.kind === 'Dynamic') {
        return (value, run) => (value instanceof DynamicValue ? convertDynamic(value, to, run) : value);
    }
    switch (to.kind) {
        case 'Decimal':
            return toDecimal;
        case 'Number':
            return toNumber;
        case 'Text':
        case 'Hyperlink':
        case 'Image':
        case 'Media':
            return toText;
        case 'Boolean':
            return toBoolean;
        case 'Date':
            return toDate;
        case 'DateTime':
        case 'DateTimeNoTimeZone':
            return toDateTime;
        case 'Time':
            return toTime;
        case 'Choice': {
            const { set } = to;
            return (value, run) => {
                const backing = set.backing === 'number' ? toNumber(value, run) : value;
                if (typeof backing === 'string' || typeof backing === 'number') {
                    return calculatedChoice(set, backing);
                }
                const option = set.options.find((one) => one.value === backing);
                return option ? new ChoiceValue(set, option) : conversionError(value, set.name);
            };
        }
        case 'Color':
            return (value) =>
                value instanceof ChoiceValue && typeof value.option.value === 'number'
                    ? colorOf(value.option.value)
                    : conversionError(value, 'a colour');
        case 'Record':
            return from.kind === 'Record' ? recordConversion(from.fields, to.fields, keepsGaps) : (value) => value;
        case 'Table': {
            if (from.kind !== 'Table') {
                return (value) => value;
            }
            const convertRow = recordConversion(from.fields, to.fields, true);
            return (value, run) => {
                if (!(value instanceof TableValue)) {
                    return value;
                }
                const rows: Row[] = [];
                for (const row of value.rows()) {
                    rows.push(row instanceof RecordValue ? (convertRow(row, run) as Row) : row);
                }
                return new MemoryTable(rows);
            };
        }
        default:
            return (value) => value;
    }
}

/** 0xAARRGGBB as a colour. */
export function colorOf(code: number): ColorValue {
    const alpha = Math.floor(code / 0x1000000) / 255;
    return new ColorValue(Math.floor(code / 0x10000) % 256, Math.floor(code / 0x100) % 256, code % 256, alpha);
}

/** @param keepsGaps Whether the fields that a record lacks stay out of it: that says nothing, unlike saying blank. */
function recordConversion(from: Fields, to: Fields, keepsGaps: boolean): Convert {
    const fields = [...eachField(to)].map((field) => {
        const given = from.find(field.name);
        const coercion = given && findCoercion(given.type, field.type);
        return { name: field.name, convert: coercion ? compileCoercion(coercion) : undefined };
    });
    return (value, run) => {
        if (!(value instanceof RecordValue)) {
            return value;
        }
        const given = new Set(value.names());
        const converted: [string, Value][] = [];
        for (const { name, convert } of fields) {
            if (given.has(name) || !keepsGaps) {
                const content = value.get(name);
                converted.push([name, convert ? convert(content, run) : content]);
            }
        }
        return new MemoryRecord(converted);
    };
}
