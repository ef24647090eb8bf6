import { baseMetadata } from '../../../../local/dataverse/base/base-tables';
import { buildMetadata } from '../../../../local/dataverse/metadata/build-metadata';
import { formatValue } from '../../../../local/dataverse/formatting/format-value';
import type { UserSettings } from '../../../../local/dataverse/formatting/user-settings';
import type { Column } from '../../../../local/dataverse/metadata/types';

const metadata = buildMetadata(baseMetadata(), []);
const english: UserSettings = { userId: '', language: 1033, locale: 'en-US', timeZone: 'America/Los_Angeles' };
const french: UserSettings = { userId: '', language: 1036, locale: 'fr-FR', timeZone: 'Europe/Paris' };
const euro = { symbol: '€', code: 'EUR', precision: 2 };
const dollar = { symbol: '$', code: 'USD', precision: 2 };

function columnOf(table: string, name: string): Column {
    const column = metadata.table(table).columns.get(name);
    if (!column) throw new Error(`${table} has no ${name}`);
    return column;
}

/** French numbers hold no-break spaces; tests are easier to read with ordinary ones. */
const spaced = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('formatted values', () => {
    it("write money with the symbol of the row's currency where the locale puts it", () => {
        const amount = columnOf('lead', 'estimatedamount');
        expect(formatValue(amount, 80000, english, dollar)).toBe('$80,000.00');
        expect(spaced(formatValue(amount, 80000.5, french, euro))).toBe('80 000,50 €');
        expect(formatValue(amount, -3, english, dollar)).toBe('-$3.00');
    });

    it('write points in time on the clock of the user, and dates as they are', () => {
        const created = columnOf('lead', 'createdon');
        expect(formatValue(created, '2023-04-18T20:00:00Z', english)).toBe('4/18/2023 1:00 PM');
        expect(formatValue(created, '2023-04-18T20:00:00Z', french)).toBe('18/04/2023 22:00');
        const close = { ...created, dateTimeBehavior: 'DateOnly', format: 'DateOnly' } as const;
        expect(formatValue(close, '2023-04-18', english)).toBe('4/18/2023');
    });

    it('write choices in the language of the user', () => {
        const status = columnOf('lead', 'statuscode');
        expect(formatValue(status, 1, english)).toBe('New');
        expect(formatValue(status, 1, french)).toBe(
            status.optionSet?.options.find(({ value }) => value === 1)?.label[1036],
        );
        expect(formatValue(columnOf('lead', 'donotphone'), false, english)).toBe('Allow');
    });

    it('write durations in the unit that a reader would', () => {
        const duration = { ...columnOf('phonecall', 'actualdurationminutes'), format: 'Duration' };
        expect([30, 90, 60, 2880].map((minutes) => formatValue(duration, minutes, english))).toEqual([
            '30 minutes',
            '1.5 hours',
            '1 hour',
            '2 days',
        ]);
    });

    it('leave text, ids and empty values alone', () => {
        expect(formatValue(columnOf('lead', 'subject'), 'x', english)).toBeUndefined();
        expect(formatValue(columnOf('lead', 'leadid'), 'x', english)).toBeUndefined();
        expect(formatValue(columnOf('lead', 'estimatedamount'), null, english, euro)).toBeUndefined();
    });
});
