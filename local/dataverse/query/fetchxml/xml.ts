/** FetchXML text as a tree that knows where each element stands. */
import { SaxesParser } from 'saxes';
import { DataverseError } from '../../errors';

/** "Invalid XML." */
const INVALID_XML = 0x8004111e;

export interface XmlElement {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: readonly XmlElement[];
    readonly text: string;
    /** From 1. */
    readonly line: number;
    readonly column: number;
}

interface OpenElement {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: XmlElement[];
    text: string;
    readonly line: number;
    readonly column: number;
}

export const invalidFetch = (message: string, at?: XmlElement): DataverseError =>
    new DataverseError(
        INVALID_XML,
        at
            ? `Invalid FetchXML: ${message} (element <${at.name}>, line ${at.line}, column ${at.column}).`
            : `Invalid FetchXML: ${message}.`,
    );

/** What is read by recursion may not nest as deep as its writer likes. */
const MAX_DEPTH = 200;

/** @throws DataverseError 0x8004111e with line and column when the text is not well-formed */
export function parseXml(text: string): XmlElement {
    const parser = new SaxesParser({ position: true });
    const open: OpenElement[] = [];
    let root: XmlElement | undefined;
    // Without a handler saxes throws inside `write` and keeps its buffers; with one, the first error is kept.
    let failure: Error | undefined;
    parser.on('error', (error) => {
        failure ??= error;
    });
    parser.on('doctype', () => {
        failure ??= new Error('document type declarations are not allowed');
    });
    parser.on('opentag', (tag) => {
        if (open.length >= MAX_DEPTH) failure ??= new Error(`elements nest deeper than ${MAX_DEPTH} levels`);
        open.push({
            name: tag.name,
            attributes: new Map(Object.entries(tag.attributes)),
            children: [],
            text: '',
            line: parser.line,
            column: parser.column,
        });
    });
    parser.on('text', (piece) => {
        const current = open.at(-1);
        if (current) current.text += piece;
    });
    parser.on('closetag', () => {
        const closed = open.pop();
        if (!closed) return;
        const parent = open.at(-1);
        if (parent) parent.children.push(closed);
        else root = closed;
    });
    parser.write(text.trim()).close();
    if (failure) throw invalidFetch(failure.message);
    if (!root) throw invalidFetch('there is no root element');
    return root;
}
