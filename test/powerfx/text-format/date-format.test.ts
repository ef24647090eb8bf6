import { findCulture } from '../../../local/powerfx/culture';
import { formatDate } from '../../../local/powerfx/text-format/date-format';
import { prepareFormat } from '../../../local/powerfx/text-format/prepare-format';

/** Five past two in the afternoon, nine seconds and 40 milliseconds, on Monday, 6 April 2026. */
const reading = Date.UTC(2026, 3, 6, 14, 5, 9, 40);

function formatted(format: string, language = 'en-US'): string | undefined {
    const prepared = prepareFormat(format);
    const culture = findCulture(language);
    return prepared && culture && formatDate(reading, prepared.format, culture);
}

describe('a date format', () => {
    test.each([
        ['d dd ddd dddd', '6 06 Mon Monday'],
        ['m mm mmm mmmm', '4 04 Apr April'],
        ['yy yyyy', '26 2026'],
        ['H HH', '14 14'],
        ['h AM/PM', '2 PM'],
        ['hh A/P', '02 P'],
        ['h:m', '14:5'],
        ['hh:mm mm', '14:05 05'],
        ['mm:ss', '05:09'],
        ['mm/yy h:mm', '04/26 14:05'],
        ['dd.mm hh', '06.04 14'],
        ['ss.0 ss.000', '09.0 09.040'],
        ['"day" d', 'day 6'],
        ['\\d d', 'd 6'],
        ['Q yyyy', 'Q 2026'],
    ])('%s gives %s', (format, text) => {
        expect(formatted(format)).toBe(text);
    });

    test('names days and months in the language', () => {
        expect(formatted('dddd d mmmm', 'fr-FR')).toBe('lundi 6 avril');
    });

    test.each(['mmmmm', 'h am/pm', 'a/p h', 'd 0', '[h]:mm'])('refuses %s', (format) => {
        expect(formatted(format)).toBeUndefined();
    });

    test('has no more than seven digits of a second', () => {
        expect(formatted('ss.0000000')).toBe('09.0400000');
        expect(formatted('ss.00000000')).toBeUndefined();
    });
});
