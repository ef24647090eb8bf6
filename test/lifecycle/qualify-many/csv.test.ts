import fc from 'fast-check';
import { csvOf } from '../../../lifecycle/qualify-many/csv';

/** Reads RFC 4180. */
function parse(csv: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
        row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        if (end === ',') continue;
        rows.push(row);
        row = [];
    }
    return rows;
}

const cell = fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t\r"',\n a]{0,6}$/));

describe('a list as comma-separated values', () => {
    it('is read back as it was, but for apostrophes in front of what looks like a formula', () => {
        fc.assert(
            fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
                const csv = csvOf(rows);
                expect(csv.startsWith('\uFEFF')).toBe(true);
                expect(parse(csv.slice(1))).toEqual(
                    rows.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))),
                );
            }),
        );
    });

    it('holds no cell that a spreadsheet would run', () => {
        fc.assert(
            fc.property(cell, (text) => {
                expect(parse(csvOf([[text]]).slice(1))[0]?.[0] ?? '').not.toMatch(/^[=+\-@\t\r]/);
            }),
        );
    });

    it('ends every row with a carriage return and a line feed', () => {
        expect(
            csvOf([
                ['Lead', 'Result'],
                ['Bauer, "A."', '=1+1'],
            ]),
        ).toBe('\uFEFFLead,Result\r\n"Bauer, ""A.""",\'=1+1\r\n');
    });
});
