import fc from 'fast-check';

import { DataverseError } from '../../../../local/dataverse/errors';
import type { XmlElement } from '../../../../local/dataverse/solution/xml';
import { child, parseXml, serializeXml, textOf } from '../../../../local/dataverse/solution/xml';

const refusal = (xml: string | Uint8Array): string => {
    try {
        parseXml(xml, 'customizations.xml');
    } catch (error) {
        return error instanceof DataverseError ? `${error.hexCode} ${error.message}` : String(error);
    }
    return 'accepted';
};

describe('Solution XML', () => {
    it('is read with the line of every element', () => {
        const root = parseXml('<a>\n  <b/>\n  <c>text</c>\n</a>', 'customizations.xml');
        expect(root.children.map(({ name, line }) => [name, line])).toEqual([
            ['b', 2],
            ['c', 3],
        ]);
        expect(textOf(child(root, 'c'))).toBe('text');
    });

    it('may begin with a byte order mark', () => {
        expect(parseXml('\uFEFF<a/>', 'solution.xml').name).toBe('a');
        expect(parseXml(new TextEncoder().encode('\uFEFF<a/>'), 'solution.xml').name).toBe('a');
    });

    it.each([
        ['<a><b></a>', 'unexpected close tag'],
        ['<a b=1/>', 'unquoted'],
        ['<a/><b/>', 'documents may contain only one root'],
        ['', 'must contain a root'],
        ['<a>&undefined;</a>', 'undefined entity'],
        ['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'a document type declaration is not allowed'],
        ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'a document type declaration is not allowed'],
        ['<a>'.repeat(300), 'nest deeper than 200'],
    ])('is refused when it is %s', (xml, reason) => {
        expect(refusal(xml)).toMatch(/^0x80048013 Invalid customization file\. This file is not well formed\./);
        expect(refusal(xml)).toContain(reason);
    });

    it('is refused when it is not UTF-8', () => {
        expect(refusal(new Uint8Array([0x3c, 0x61, 0xff, 0xfe]))).toContain('is not UTF-8');
    });

    it('says the line of what is wrong', () => {
        expect(refusal('<a>\n<b>\n</a>')).toContain('customizations.xml, line 3');
    });

    it('keeps the namespaces that a part needs when the part stands alone', () => {
        const root = parseXml('<a xmlns:xsi="urn:x"><b><c xsi:nil="true"/></b></a>', 'customizations.xml');
        expect(serializeXml(child(root, 'b') ?? root)).toBe('<b xmlns:xsi="urn:x"><c xsi:nil="true" /></b>');
    });

    it('is the same tree after writing and reading it again', () => {
        const text = fc
            .string({ unit: 'grapheme' })
            .map((value) => value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, ''));
        const tree = fc.letrec<{ node: Plain }>((tie) => ({
            node: fc.record({
                name: fc.constantFrom('form', 'tab', 'label', 'x_y.z-1'),
                attributes: fc.dictionary(fc.constantFrom('id', 'name', 'labelid'), text),
                content: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('node')), { maxLength: 4 }),
            }),
        })).node;
        fc.assert(
            fc.property(tree, (plain) => {
                const xml = serializeXml(asElement(plain));
                expect(plainOf(parseXml(xml, 'x'))).toEqual(plainOf(asElement(plain)));
            }),
        );
    });
});

interface Plain {
    readonly name: string;
    readonly attributes: Record<string, string>;
    readonly content: readonly (string | Plain)[];
}

const asElement = (plain: Plain): XmlElement => {
    const content = plain.content.map((part) => (typeof part === 'string' ? part : asElement(part)));
    return {
        name: plain.name,
        attributes: plain.attributes,
        content,
        children: content.filter((part) => typeof part !== 'string'),
        file: 'x',
        line: 1,
        namespaces: {},
    };
};

/** Texts beside each other are one text, and empty texts are none. */
const plainOf = (element: XmlElement): Plain => {
    const content: (string | Plain)[] = [];
    for (const part of element.content) {
        const last = content.at(-1);
        if (typeof part !== 'string') {
            content.push(plainOf(part));
        } else if (typeof last === 'string') {
            content.splice(-1, 1, last + part);
        } else if (part !== '') {
            content.push(part);
        }
    }
    return { name: element.name, attributes: { ...element.attributes }, content };
};
