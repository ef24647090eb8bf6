import { findCulture } from '../../../local/powerfx/culture';

describe('a culture', () => {
    test.each([
        ['en-US', '.', ',', '$', 'M/d/yyyy', 'h:mm tt'],
        ['fr-FR', ',', '\u202f', '€', 'dd/MM/yyyy', 'HH:mm'],
        ['de-DE', ',', '.', '€', 'dd.MM.yyyy', 'HH:mm'],
        ['vi-VN', ',', '.', '₫', 'dd/MM/yyyy', 'h:mm tt'],
        ['', '.', ',', '¤', 'MM/dd/yyyy', 'HH:mm'],
    ])('of %s writes numbers and dates as there', (name, decimal, group, currency, shortDate, shortTime) => {
        expect(findCulture(name)).toMatchObject({
            numbers: { decimalSeparator: decimal, groupSeparator: group, currencySymbol: currency },
            dates: { shortDate, shortTime },
        });
    });

    test('is found in any case of letters', () => {
        expect(findCulture('Fr-cA')?.name).toBe('fr-CA');
    });

    test('is what .NET takes for one, though nobody knows it', () => {
        expect(findCulture('xx-YY')?.name).toBe('xx-YY');
        expect(findCulture('english')).toBeUndefined();
        expect(findCulture('en_US')).toBeUndefined();
        expect(findCulture('1033')).toBeUndefined();
    });

    test('names the months beside a day as people do', () => {
        expect(findCulture('pl-PL')?.dates).toMatchObject({
            monthNames: expect.arrayContaining(['lipiec']) as unknown,
            monthNamesInDates: expect.arrayContaining(['lipca']) as unknown,
        });
    });
});
