/**
 * The XML of a solution: read strictly (well-formed, no document type, no entities of its own), kept as a small tree
 * that knows the line of every element, so that a refusal can say where.
 */
import { SaxesParser } from 'saxes';

import { DataverseError } from '../errors';

/** ImportNonWellFormedFileError. */
const NOT_WELL_FORMED = 0x80048013;
/** ImportXsdValidationError. */
const SCHEMA_VIOLATION = 0x8004801a;
/** No Dataverse document nests deeper than some 30 elements; a hostile one must not exhaust the stack. */
const DEEPEST_NESTING = 200;

export interface XmlElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlElement[];
    /** Elements and text in document order. */
    readonly content: readonly (XmlElement | string)[];
    /** Name of the member in the zip. */
    readonly file: string;
    readonly line: number;
    /** `xmlns` declarations in force here, by prefix. */
    readonly namespaces: Readonly<Record<string, string>>;
}

interface OpenElement extends XmlElement {
    readonly children: XmlElement[];
    readonly content: (XmlElement | string)[];
}

/**
 * Reads one document.
 * @param file name for messages
 * @throws DataverseError 0x80048013 when it is not well-formed, not UTF-8, or has a document type declaration
 */
export function parseXml(source: Uint8Array | string, file: string): XmlElement {
    const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : decode(source, file);
    const parser = new SaxesParser<{ xmlns: false; fileName: string }>({ xmlns: false, fileName: file });
    const open: OpenElement[] = [];
    let root: XmlElement | undefined;
    const fail = (reason: string): never => {
        throw new DataverseError(
            NOT_WELL_FORMED,
            `Invalid customization file. This file is not well formed. (${file}, line ${parser.line}: ${reason})`,
        );
    };
    parser.on('error', (error) => fail(error.message));
    parser.on('doctype', () => fail('a document type declaration is not allowed'));
    parser.on('opentag', (tag) => {
        if (open.length >= DEEPEST_NESTING) {
            fail(`elements nest deeper than ${DEEPEST_NESTING}`);
        }
        const parent = open.at(-1);
        const attributes: Record<string, string> = { ...tag.attributes };
        const element: OpenElement = {
            name: tag.name,
            attributes,
            children: [],
            content: [],
            file,
            line: parser.line,
            namespaces: declaredNamespaces(attributes, parent?.namespaces ?? {}),
        };
        parent?.children.push(element);
        parent?.content.push(element);
        open.push(element);
        root ??= element;
    });
    parser.on('closetag', () => open.pop());
    parser.on('text', (part) => open.at(-1)?.content.push(part));
    parser.on('cdata', (part) => open.at(-1)?.content.push(part));
    parser.write(text).close();
    return root ?? fail('it has no root element');
}

function decode(bytes: Uint8Array, file: string): string {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        throw new DataverseError(
            NOT_WELL_FORMED,
            `Invalid customization file. This file is not well formed. (${file}: it is not UTF-8 text)`,
        );
    }
}

function declaredNamespaces(
    attributes: Readonly<Record<string, string>>,
    inherited: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
    const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    return own.length === 0 ? inherited : { ...inherited, ...Object.fromEntries(own) };
}

/** First child with this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
    return element?.children.find((candidate) => candidate.name === name);
}

/** All children with this name. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
    return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The element at the end of a path of first children. */
export function descend(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
    return path.reduce((current, name) => child(current, name), element);
}

/** Every element below with this name, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
    for (const candidate of element.children) {
        if (candidate.name === name) {
            yield candidate;
        }
        yield* descendants(candidate, name);
    }
}

/** Text directly inside, trimmed. */
export function textOf(element: XmlElement | undefined): string {
    return (element?.content.filter((part) => typeof part === 'string').join('') ?? '').trim();
}

/** Text of a child; undefined when it is absent, empty or `xsi:nil`. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
    const text = textOf(child(element, name));
    return text === '' ? undefined : text;
}

/** A child's whole number. @throws DataverseError 0x8004801a when it is no whole number */
export function childInteger(element: XmlElement, name: string): number | undefined {
    return numberOf(child(element, name), /^-?\d+$/, 'a whole number');
}

/** A child's number. @throws DataverseError 0x8004801a when it is no number */
export function childNumber(element: XmlElement, name: string): number | undefined {
    return numberOf(child(element, name), /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i, 'a number');
}

function numberOf(element: XmlElement | undefined, pattern: RegExp, expected: string): number | undefined {
    const text = textOf(element);
    if (element === undefined || text === '') {
        return undefined;
    }
    if (!pattern.test(text)) {
        throw schemaViolation(element, `the value '${text}' of '${element.name}' is not ${expected}`);
    }
    return Number(text);
}

/** A child that holds 0/1 or true/false. */
export function childFlag(element: XmlElement | undefined, name: string): boolean | undefined {
    const text = childText(element, name)?.toLowerCase();
    return text === undefined ? undefined : text === '1' || text === 'true';
}

/** @throws DataverseError 0x8004801a when the child is absent or empty */
export function requiredText(element: XmlElement, name: string): string {
    const text = childText(element, name);
    if (text === undefined) {
        throw schemaViolation(element, `the element '${element.name}' has no '${name}'`);
    }
    return text;
}

/** @throws DataverseError 0x8004801a when the attribute is absent or empty */
export function requiredAttribute(element: XmlElement, name: string): string {
    const value = element.attributes[name];
    if (value === undefined || value === '') {
        throw schemaViolation(element, `the element '${element.name}' has no attribute '${name}'`);
    }
    return value;
}

/** A whole number in an attribute. @throws DataverseError 0x8004801a when it is absent or no whole number */
export function integerAttribute(element: XmlElement, name: string): number {
    const value = requiredAttribute(element, name);
    if (!/^-?\d+$/.test(value)) {
        throw schemaViolation(
            element,
            `the attribute '${name}' of '${element.name}' is '${value}', not a whole number`,
        );
    }
    return Number(value);
}

/** Lower case, without braces. @throws DataverseError 0x8004801a when the text is no GUID */
export function guid(text: string, element: XmlElement): string {
    const bare = text
        .trim()
        .replace(/^\{(.*)\}$/, '$1')
        .toLowerCase();
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(bare)) {
        throw schemaViolation(element, `'${text}' in '${element.name}' is not a GUID`);
    }
    return bare;
}

/**
 * The refusal for XML that is well-formed and still not what the platform's schema allows.
 * @param reason what is wrong, without a full stop
 */
export function schemaViolation(element: XmlElement, reason: string): DataverseError {
    return new DataverseError(
        SCHEMA_VIOLATION,
        'The import file is invalid. XSD validation failed with the following error: ' +
            `'${reason}'. The validation failed at: ${placeOf(element)}.`,
    );
}

/** The same refusal for a member of the zip that is no XML, or that lacks one that belongs to it. */
export function memberViolation(path: string, reason: string): DataverseError {
    return new DataverseError(SCHEMA_VIOLATION, `The import file is invalid. (${path}: ${reason})`);
}

/** File and line, for messages. */
export function placeOf(element: XmlElement): string {
    return `${element.file}, line ${element.line}`;
}

/** The element as XML again, with the namespaces it needs; comments are gone. */
export function serializeXml(element: XmlElement): string {
    const used = new Set<string>();
    const body = write(element, used);
    const missing = [...used].filter((prefix) => !(`xmlns:${prefix}` in element.attributes));
    const declarations = missing
        .map((prefix) => [prefix, element.namespaces[`xmlns:${prefix}`]] as const)
        .filter(([, uri]) => uri !== undefined)
        .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri ?? '')}"`)
        .join('');
    const start = element.name.length + 1;
    return declarations === '' ? body : body.slice(0, start) + declarations + body.slice(start);
}

function write(element: XmlElement, used: Set<string>): string {
    notePrefix(element.name, used);
    const attributes = Object.entries(element.attributes)
        .map(([name, value]) => {
            notePrefix(name, used);
            return ` ${name}="${escapeAttribute(value)}"`;
        })
        .join('');
    if (element.content.length === 0) {
        return `<${element.name}${attributes} />`;
    }
    const inner = element.content.map((part) => (typeof part === 'string' ? escapeText(part) : write(part, used)));
    return `<${element.name}${attributes}>${inner.join('')}</${element.name}>`;
}

function notePrefix(name: string, used: Set<string>): void {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    if (colon > 0 && prefix !== 'xml' && prefix !== 'xmlns') {
        used.add(prefix);
    }
}

/** Text for between tags. */
export function escapeText(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

/** Text for between double quotes. */
export function escapeAttribute(text: string): string {
    return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}
