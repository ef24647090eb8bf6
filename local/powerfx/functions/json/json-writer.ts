import type { RunContext } from '../../evaluate/run-context';
import { Decimal } from '../../numbers/decimal';
import { printFloat } from '../../numbers/float-text';
import { eachField, fieldsOf, type Field, type Type } from '../../types';
import {
    BlobValue,
    ChoiceValue,
    ColorValue,
    DateTimeValue,
    DateValue,
    DynamicNumber,
    DynamicValue,
    errorValue,
    ErrorValue,
    GuidValue,
    RecordValue,
    TableValue,
    TimeValue,
    type DynamicContent,
    type Value,
} from '../../values';

export interface JsonOptions {
    /** Four spaces per level, and a line per field or item. */
    readonly isIndented: boolean;
    /** Tables of one column `Value` as arrays of the values alone. */
    readonly flattensValues: boolean;
}

/** How deeply records, tables, and untyped objects and arrays may stand in one another. */
const greatestDepth = 20;

const lineEnd = '\r\n';

/** Text in quotes; characters that do not show, and those beyond U+FFFF, by their codes. */
function quote(text: string): string {
    const escaped = text.replace(
        /["\\]|[\p{Cc}\p{Cn}\p{Co}\p{Zl}\p{Zp}]|(?! )\p{Zs}|[\u{10000}-\u{10ffff}]/gu,
        (found) => {
            const short = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
            const known = short[found as keyof typeof short];
            return known ?? [...unitsOf(found)].map((unit) => `\\u${unit}`).join('');
        },
    );
    return `"${escaped}"`;
}

function* unitsOf(text: string): Generator<string> {
    for (let index = 0; index < text.length; index++) {
        yield text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
    }
}

function hexadecimal(value: number): string {
    return Math.round(value).toString(16).padStart(2, '0');
}

function colorText(red: number, green: number, blue: number, alpha: number): string {
    return `"#${[red, green, blue, alpha * 255].map(hexadecimal).join('')}"`;
}

/** Writes values as JSON text, and keeps the errors that it comes across. */
export class JsonWriter {
    readonly errors: ErrorValue[] = [];

    constructor(
        private readonly options: JsonOptions,
        private readonly run: RunContext,
    ) {}

    write(value: Value, type: Type | undefined, depth = 0): string {
        if (value === null) {
            return 'null';
        }
        if (value instanceof ErrorValue) {
            this.errors.push(value);
            return 'null';
        }
        if (value instanceof RecordValue) {
            return this.writeRecord(value, type, depth);
        }
        if (value instanceof TableValue) {
            return this.writeTable(value, type, depth);
        }
        return value instanceof DynamicValue ? this.writeDynamic(value.content, depth) : this.writeScalar(value);
    }

    private writeScalar(value: Exclude<Value, null | RecordValue | TableValue | ErrorValue | DynamicValue>): string {
        if (typeof value === 'string') {
            return quote(value);
        }
        if (typeof value === 'boolean') {
            return String(value);
        }
        if (typeof value === 'number') {
            return printFloat(value);
        }
        if (value instanceof Decimal) {
            return value.toString();
        }
        if (value instanceof DateTimeValue) {
            return `"${new Date(this.run.timeZone.toUtc(value.milliseconds)).toISOString()}"`;
        }
        if (value instanceof DateValue) {
            return `"${new Date(value.milliseconds).toISOString().slice(0, 10)}"`;
        }
        if (value instanceof TimeValue) {
            return `"${new Date(value.milliseconds).toISOString().slice(11, 23)}"`;
        }
        if (value instanceof GuidValue) {
            return quote(value.text);
        }
        if (value instanceof ColorValue) {
            return colorText(value.red, value.green, value.blue, value.alpha);
        }
        if (value instanceof ChoiceValue) {
            return this.writeChoice(value);
        }
        return value instanceof BlobValue ? quote(Buffer.from(value.bytes).toString('base64')) : 'null';
    }

    private writeChoice({ set, option }: ChoiceValue): string {
        if (!set.isEnumeration) {
            return quote(option.name);
        }
        const code = option.value;
        if (set.backing === 'color' && typeof code === 'number') {
            const part = (divisor: number) => Math.floor(code / divisor) % 256;
            return colorText(part(0x10000), part(0x100), part(1), part(0x1000000) / 255);
        }
        return typeof code === 'string' ? quote(code) : String(code);
    }

    private writeRecord(record: RecordValue, type: Type | undefined, depth: number): string {
        const known = type?.kind === 'Record' || type?.kind === 'Table' ? type.fields : fieldsOf([]);
        const fields = new Map<string, Field | undefined>(record.names().map((name) => [name, undefined]));
        for (const field of eachField(known)) {
            fields.set(field.name, field);
        }
        const names = [...fields.keys()].sort((left, right) => (left < right ? -1 : 1));
        return this.writeFields(
            names.map((name) => [name, this.write(record.get(name), fields.get(name)?.type, depth + 1)] as const),
            depth,
        );
    }

    private writeTable(table: TableValue, type: Type | undefined, depth: number): string {
        const names = type?.kind === 'Table' ? type.fields.names() : [];
        const isFlat = this.options.flattensValues && names.length === 1 && names[0] === 'Value';
        const valueType = isFlat && type?.kind === 'Table' ? type.fields.find('Value')?.type : undefined;
        const rows: string[] = [];
        for (const row of table.rows()) {
            this.run.checkDeadline();
            rows.push(
                isFlat && row instanceof RecordValue
                    ? this.write(row.get('Value'), valueType, depth + 1)
                    : this.write(row, type, depth + 1),
            );
        }
        return this.enclose('[', rows, ']', depth);
    }

    private writeDynamic(content: DynamicContent, depth: number): string {
        if (content === null || typeof content === 'boolean') {
            return String(content);
        }
        if (typeof content === 'string') {
            return quote(content);
        }
        if (content instanceof DynamicNumber) {
            return content.text;
        }
        if (content instanceof Map) {
            const fields = [...(content as ReadonlyMap<string, DynamicContent>)];
            return this.writeFields(
                fields.map(([name, value]) => [name, this.writeDynamic(value, depth + 1)] as const),
                depth,
            );
        }
        const items = content as readonly DynamicContent[];
        return this.enclose(
            '[',
            items.map((item) => this.writeDynamic(item, depth + 1)),
            ']',
            depth,
        );
    }

    private writeFields(fields: readonly (readonly [string, string])[], depth: number): string {
        const joint = this.options.isIndented ? ': ' : ':';
        return this.enclose(
            '{',
            fields.map(([name, text]) => quote(name) + joint + text),
            '}',
            depth,
        );
    }

    private enclose(open: string, parts: readonly string[], close: string, depth: number): string {
        if (depth === greatestDepth) {
            this.errors.push(errorValue('InvalidArgument', `The value is nested more than ${greatestDepth} deep.`));
        }
        if (!this.options.isIndented || parts.length === 0) {
            return open + parts.join(',') + close;
        }
        const indent = (levels: number) => lineEnd + '    '.repeat(levels);
        return open + parts.map((part) => indent(depth + 1) + part).join(',') + indent(depth) + close;
    }
}
