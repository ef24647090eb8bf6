import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';

import { DataverseError } from '../../../../local/dataverse/errors';
import { DEFAULT_LIMITS, readSolutionZip } from '../../../../local/dataverse/solution/read-zip';

import { aSolution, solutionMembers } from './a-solution';

const refusal = (bytes: Uint8Array, limits = DEFAULT_LIMITS): string => {
    try {
        readSolutionZip(bytes, limits);
    } catch (error) {
        if (error instanceof DataverseError) {
            return `${error.hexCode} ${error.message}`;
        }
        throw error;
    }
    return 'accepted';
};

/** Replaces a text of the same length everywhere in the archive: in the local header and in the directory. */
const renamed = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));

/** Sets bytes of the directory entry of a member. */
const withEntry = (bytes: Uint8Array, name: string, change: (entry: DataView) => void): Uint8Array => {
    const copy = bytes.slice();
    const text = Buffer.from(copy).toString('latin1');
    const at = text.lastIndexOf(name) - 46;
    change(new DataView(copy.buffer, at));
    return copy;
};

describe('A solution zip', () => {
    it('gives its three root files and its members', () => {
        const files = readSolutionZip(aSolution({ files: { 'WebResources/gdn_ajs': 'let a;' } }));
        expect(new TextDecoder().decode(files.solutionXml)).toContain('<UniqueName>Garden</UniqueName>');
        expect(new TextDecoder().decode(files.read('WebResources/gdn_ajs'))).toBe('let a;');
        expect(files.read('WebResources/other')).toBeUndefined();
    });

    it('may hold stored members and entries of folders', () => {
        const bytes = zipSync({ ...solutionMembers(), 'WebResources/': new Uint8Array() }, { level: 0 });
        expect(readSolutionZip(bytes).names).toContain('solution.xml');
    });

    it.each(['solution.xml', 'customizations.xml', '[Content_Types].xml'])('is refused without %s', (name) => {
        const others = Object.entries(solutionMembers()).filter(([member]) => member !== name);
        expect(refusal(zipSync(Object.fromEntries(others)))).toMatch(
            /^0x80048060 The solution file is invalid\. .*It has no /,
        );
    });

    it('is refused when its files are in a folder', () => {
        const nested = Object.entries(solutionMembers()).map(([name, body]) => [`repository-main/${name}`, body]);
        expect(refusal(zipSync(Object.fromEntries(nested)))).toMatch(/^0x80048060 .*at its root/);
    });

    it('is refused when it is no zip', () => {
        expect(refusal(strToU8('PK is what a zip begins with'))).toMatch(/^0x80048060 .*not a zip archive/);
        expect(refusal(new Uint8Array())).toMatch(/^0x80048060/);
    });

    it.each([
        ['../evil.txt', 'leads out of the archive'],
        ['a/../../evil', 'leads out of the archive'],
        ['./here.txt', 'leads out of the archive'],
        ['a//b.txt', 'leads out of the archive'],
        ['/etc/passwd', 'is absolute'],
        ['C:/evil.txt', 'is absolute'],
        ['a\\b.txt', 'has a backslash'],
        ['a\u0000b.txt', 'has control characters'],
    ])('is refused with a member called %j', (name, reason) => {
        expect(refusal(zipSync({ ...solutionMembers(), [name]: strToU8('x') }))).toContain(reason);
    });

    it('is refused with two members of one name, also when only the case differs', () => {
        const two = zipSync({ ...solutionMembers(), 'a/one.js': strToU8('1'), 'a/two.js': strToU8('2') });
        expect(refusal(renamed(two, 'a/two.js', 'a/one.js'))).toContain("'a/one.js' is there twice");
        expect(refusal(renamed(two, 'a/two.js', 'A/ONE.js'))).toContain("'A/ONE.js' is there twice (as 'a/one.js')");
    });

    it('is refused with too many members', () => {
        expect(refusal(aSolution(), { ...DEFAULT_LIMITS, members: 2 })).toContain('It has 3 members; 2 are allowed');
    });

    it('is refused when it declares more bytes than are allowed, in one member or together', () => {
        const bytes = aSolution({ files: { 'a.js': 'x'.repeat(5000), 'b.js': 'x'.repeat(5000) } });
        expect(refusal(bytes, { ...DEFAULT_LIMITS, memberSize: 4000 })).toContain(
            'declares 5000 bytes; 4000 are allowed',
        );
        expect(refusal(bytes, { ...DEFAULT_LIMITS, totalSize: 9000 })).toContain('unpacks to more than 9000 bytes');
    });

    it('is refused when a member unpacks to many times its size', () => {
        const bytes = aSolution({ files: { 'zeros.js': new Uint8Array(2_000_000) } });
        expect(refusal(bytes)).toContain("'zeros.js' unpacks to more than 200 times its packed size");
    });

    it('is refused when a member holds more or less than it declares', () => {
        const bytes = aSolution({ files: { 'a.js': 'x'.repeat(5000) } });
        const declaring = (size: number): Uint8Array =>
            withEntry(bytes, 'a.js', (entry) => entry.setUint32(24, size, true));
        expect(refusal(declaring(100))).toContain("'a.js' declares 100 bytes and has more");
        expect(refusal(declaring(6000))).toContain("'a.js' declares 6000 bytes and has 5000");
    });

    it('is refused when a member is damaged, encrypted, a link, packed in another way or called by two names', () => {
        const bytes = aSolution({ files: { 'a.js': 'let a = 1;' } });
        expect(refusal(withEntry(bytes, 'a.js', (entry) => entry.setUint32(16, 1, true)))).toContain(
            'checksum is wrong',
        );
        expect(refusal(withEntry(bytes, 'a.js', (entry) => entry.setUint16(8, 1, true)))).toContain('is encrypted');
        expect(refusal(withEntry(bytes, 'a.js', (entry) => entry.setUint16(10, 12, true)))).toContain('method 12');
        const link = withEntry(bytes, 'a.js', (entry) => {
            entry.setUint8(5, 3);
            entry.setUint32(38, (0o120777 << 16) >>> 0, true);
        });
        expect(refusal(link)).toContain("'a.js' is a link");
        const otherName = withEntry(bytes, 'a.js', (entry) => entry.setUint8(46, 'b'.charCodeAt(0)));
        expect(refusal(otherName)).toContain("calls itself 'a.js'");
    });

    it('does not show members without a content type, and can say so', () => {
        const bytes = aSolution({
            contentTypes: '<Types><Default Extension="xml" ContentType="text/xml" /></Types>',
            files: { 'WebResources/body': 'x' },
        });
        const files = readSolutionZip(bytes);
        expect(files.read('WebResources/body')).toBeUndefined();
        expect(files.isWithoutContentType('WebResources/body')).toBe(true);
    });

    it('is refused when an extension has two content types', () => {
        const line = '<Default Extension="xml" ContentType="text/xml" />';
        expect(refusal(aSolution({ contentTypes: `<Types>${line}${line}</Types>` }))).toMatch(/^0x8004801a .*twice/);
    });

    it('is refused and never half read, wherever it is cut or changed', () => {
        const bytes = aSolution({ files: { 'a.js': 'let a = 1; let b = 2;' } });
        fc.assert(
            fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
                const cut = refusal(bytes.slice(0, at));
                expect(cut).toMatch(/^0x80048060|^0x80048013/);
                const changed = bytes.slice();
                changed[at] = (changed[at] ?? 0) ^ change;
                // Some bytes mean nothing (times, comments); every other one has to be noticed, with a code.
                expect(refusal(changed)).toMatch(/^accepted|^0x8004/);
            }),
        );
    });
});
