import { addTexts, readTexts } from '../../controls/resx';

const RESX = `<?xml version="1.0" encoding="utf-8"?>
<root>
  <data name="own.key" xml:space="preserve">
    <value>Mine &amp; yours</value>
  </data>
</root>
`;

describe('texts of a component', () => {
    it('are read with their entities resolved', () => {
        expect([...readTexts(RESX)]).toEqual([['own.key', 'Mine & yours']]);
    });

    it('take further ones, but keep their own where a key is there already', () => {
        const added = addTexts(RESX, [
            ['own.key', 'Other'],
            ['new.key', 'A < B & "C"'],
        ]);
        expect([...readTexts(added)]).toEqual([
            ['own.key', 'Mine & yours'],
            ['new.key', 'A < B & "C"'],
        ]);
        expect(added.trimEnd().endsWith('</root>')).toBe(true);
    });
});
