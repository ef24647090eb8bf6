/** @jest-environment jsdom */
import { inLanguage, loadStrings } from '../../../../local/app/pcf/strings';

const resx = (texts: Readonly<Record<string, string>>): string =>
    `<root>${Object.entries(texts)
        .map(([key, text]) => `<data name="${key}"><value>${text}</value></data>`)
        .join('')}</root>`;

const FILES: Readonly<Record<string, string>> = {
    'strings/Gauge.1033.resx': resx({ title: 'Gauge', unit: 'Percent' }),
    'strings/Gauge.1036.resx': resx({ title: 'Jauge' }),
};

const read = (path: string) => Promise.resolve(FILES[path]);

describe('texts of a component', () => {
    it('are those of the user’s language, and of the listed one where that has none', async () => {
        const strings = await loadStrings(['strings/Gauge.1033.resx'], 1036, read);
        expect([...strings].sort()).toEqual([
            ['title', 'Jauge'],
            ['unit', 'Percent'],
        ]);
    });

    it('are the listed ones when there is no file in the user’s language', async () => {
        const strings = await loadStrings(['strings/Gauge.1033.resx'], 1031, read);
        expect(strings.get('title')).toBe('Gauge');
    });

    it('lie beside each other, told apart by the locale id', () => {
        expect(inLanguage('strings/A.B.1033.resx', 1036)).toBe('strings/A.B.1036.resx');
    });
});
