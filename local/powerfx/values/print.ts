import { partsOf } from '../dates/calendar';
import { Decimal } from '../numbers/decimal';
import { printFloat } from '../numbers/float-text';
import { quoteName } from '../syntax/quote-name';
import type { Type } from '../types/type';
import { BlobValue } from './blob-value';
import { ChoiceValue } from './choice-value';
import { ColorValue } from './color-value';
import { DateTimeValue, DateValue, TimeValue } from './date-values';
import { DynamicNumber, DynamicValue, type DynamicContent } from './dynamic-value';
import { ErrorValue, type ErrorDetail } from './error-value';
import { GuidValue } from './guid-value';
import { RecordValue } from './record-value';
import { TableValue } from './table-value';
import type { Value } from './value';
import { VoidValue } from './void-value';

/** How values that text alone cannot tell apart are written. */
export interface PrintOptions {
    /** Writes a floating-point number; a decimal one is written as it is. */
    readonly printNumber?: (value: number) => string;
    /** The type of the value: fields that a row of a table leaves out are then written as blank. */
    readonly type?: Type;
}

/**
 * A value as a formula that gives it again: fields in the order of their names, no white space. Errors show their kind
 * alone.
 */
export function printValue(value: Value, options: PrintOptions = {}): string {
    if (value === null) {
        return 'Blank()';
    }
    if (typeof value === 'string') {
        return quoteText(value);
    }
    if (typeof value === 'boolean') {
        return String(value);
    }
    if (typeof value === 'number') {
        return (options.printNumber ?? printFloat)(value === 0 ? 0 : value);
    }
    if (value instanceof Decimal) {
        return value.toString();
    }
    if (value instanceof RecordValue) {
        return printRecord(value, options, false);
    }
    if (value instanceof TableValue) {
        const rows = [...value.rows()].map((row) =>
            row instanceof RecordValue ? printRecord(row, options, true) : printValue(row, options),
        );
        return `Table(${rows.join(',')})`;
    }
    if (value instanceof ErrorValue) {
        const [only] = value.errors;
        return only && value.errors.length === 1
            ? `Error(${printError(only)})`
            : `Error(Table(${value.errors.map(printError).join(',')}))`;
    }
    return printObject(value);
}

function printRecord(record: RecordValue, options: PrintOptions, isRow: boolean): string {
    const { type, ...others } = options;
    const fields = type?.kind === 'Record' || type?.kind === 'Table' ? type.fields : undefined;
    const names = [...new Set([...record.names(), ...(isRow && fields ? fields.names() : [])])];
    names.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
    const printed = names.map((name) => {
        const fieldType = fields?.find(name)?.type;
        const value = printValue(record.get(name), fieldType ? { ...others, type: fieldType } : others);
        return `${quoteName(name)}:${value}`;
    });
    return `{${printed.join(',')}}`;
}

function printObject(value: Exclude<Value, null | string | boolean | number>): string {
    if (value instanceof DateValue) {
        const { year, month, day } = partsOf(value.milliseconds);
        return `Date(${year},${month},${day})`;
    }
    if (value instanceof DateTimeValue) {
        const { year, month, day, hour, minute, second, millisecond } = partsOf(value.milliseconds);
        return `DateTime(${year},${month},${day},${hour},${minute},${second},${millisecond})`;
    }
    if (value instanceof TimeValue) {
        const { hour, minute, second, millisecond } = partsOf(value.milliseconds);
        return `Time(${hour},${minute},${second},${millisecond})`;
    }
    if (value instanceof GuidValue) {
        return `GUID("${value.text}")`;
    }
    if (value instanceof ColorValue) {
        return `RGBA(${value.red},${value.green},${value.blue},${Math.round(value.alpha * 1000) / 1000})`;
    }
    if (value instanceof ChoiceValue) {
        return `${quoteName(value.set.name)}.${quoteName(value.option.name)}`;
    }
    if (value instanceof DynamicValue) {
        return `ParseJSON(${quoteText(printDynamic(value.content))})`;
    }
    if (value instanceof BlobValue) {
        return quoteText(Buffer.from(value.bytes).toString('base64'));
    }
    if (value instanceof VoidValue) {
        return 'If(true, {test:1}, "Void value (result of the expression can\'t be used).")';
    }
    return '';
}

function printError(detail: ErrorDetail): string {
    return `{Kind:${typeof detail.kind === 'number' ? detail.kind : `ErrorKind.${detail.kind}`}}`;
}

/** Text as it is written in a formula. */
export function quoteText(text: string): string {
    return `"${text.replaceAll('"', '""')}"`;
}

/** An untyped object as JSON. */
export function printDynamic(content: DynamicContent): string {
    if (content instanceof DynamicNumber) {
        return content.text;
    }
    if (content instanceof Map) {
        const members = [...(content as ReadonlyMap<string, DynamicContent>)];
        return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${printDynamic(member)}`).join(',')}}`;
    }
    if (Array.isArray(content)) {
        return `[${(content as readonly DynamicContent[]).map(printDynamic).join(',')}]`;
    }
    return JSON.stringify(content);
}
