import { findCulture } from '../../../local/powerfx/culture';
import { printDate } from '../../../local/powerfx/dates/date-pattern';
import { readDate } from '../../../local/powerfx/dates/read-date';
import { utcZone } from '../../../local/powerfx/dates/time-zone';

const today = Date.UTC(2026, 2, 10);

function read(text: string, language = 'en-US'): string | undefined {
    const culture = findCulture(language);
    const date = culture && readDate(text, culture, utcZone, today);
    return date && new Date(date.reading).toISOString().slice(0, 19).replace('T', ' ');
}

describe('a date in text', () => {
    test.each([
        ['7/4/2026', '2026-07-04 00:00:00'],
        ['7-4-26', '2026-07-04 00:00:00'],
        ['7/4/98', '1998-07-04 00:00:00'],
        ['7/4', '2026-07-04 00:00:00'],
        ['2026/7/4', '2026-07-04 00:00:00'],
        ['2026-07-04', '2026-07-04 00:00:00'],
        ['2026-07-04T10:20:30Z', '2026-07-04 10:20:30'],
        ['2026-07-04T10:20:30.5-05:00', '2026-07-04 15:20:30'],
        ['July 4, 2026', '2026-07-04 00:00:00'],
        ['4 Jul 2026 8:15 pm', '2026-07-04 20:15:00'],
        ['Saturday, July 4, 2026 12:00:01 AM', '2026-07-04 00:00:01'],
        ['July 2026', '2026-07-01 00:00:00'],
        ['8:15', '1899-12-30 08:15:00'],
        ['Sat, 04 Jul 2026 10:20:30 GMT', '2026-07-04 10:20:30'],
    ])('%s is %s', (text, date) => {
        expect(read(text)).toBe(date);
    });

    test.each(['', 'soon', '13/13/2026', '2/30/2026', 'Sunday, July 4, 2026', '24:00', '8:60', '4', '1/2/3/4'])(
        '"%s" is none',
        (text) => {
            expect(read(text)).toBeUndefined();
        },
    );

    test.each([
        ['fr-FR', '4/7/2026', '2026-07-04 00:00:00'],
        ['fr-FR', 'samedi 4 juillet 2026', '2026-07-04 00:00:00'],
        ['de-DE', '04.07.2026 18:30', '2026-07-04 18:30:00'],
        ['es-ES', '4 de julio de 2026', '2026-07-04 00:00:00'],
        ['sv-SE', '2026-07-04', '2026-07-04 00:00:00'],
    ])('in %s, %s is read as written there', (language, text, date) => {
        expect(read(text, language)).toBe(date);
    });

    test.each(['en-US', 'en-GB', 'fr-FR', 'de-DE', 'es-ES', 'it-IT', 'nl-NL', 'pl-PL', 'pt-BR', 'vi-VN'])(
        'is read as %s prints it',
        (language) => {
            const culture = findCulture(language);
            const reading = Date.UTC(2026, 6, 4, 18, 30, 15);
            const { shortDate, longDate, longTime } = culture?.dates ?? { shortDate: '', longDate: '', longTime: '' };
            for (const pattern of [`${shortDate} ${longTime}`, `${longDate} ${longTime}`]) {
                const text = culture ? printDate(reading, pattern, culture) : '';
                expect(`${text}: ${read(text, language) ?? 'none'}`).toBe(`${text}: 2026-07-04 18:30:15`);
            }
        },
    );
});
