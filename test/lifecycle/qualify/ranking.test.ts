import fc from 'fast-check';
import { Table } from '../../../lifecycle/columns';
import type { MatchReason } from '../../../lifecycle/qualify/match';
import { leadKeys } from '../../../lifecycle/qualify/matches/match-keys';
import { rankMatches } from '../../../lifecycle/qualify/matches/rank-matches';
import type { Party } from '../../../lifecycle/qualify/target';
import type { Row } from '../../../lifecycle/row';
import { metadata } from './a-qualification';

const LEAD: Row = {
    firstname: 'Amélie',
    lastname: 'Bauer',
    companyname: 'Northwind Motors GmbH',
    emailaddress1: 'amelie@northwind.example',
    telephone1: '+49 89 1234567',
    websiteurl: 'https://www.northwind.example',
};
const COMPANY = '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue';

const rank = (party: Party, ...rows: readonly Row[]) =>
    rankMatches(
        party,
        rows.map((row) => ({ row, byRule: row['byRule'] === true })),
        leadKeys(LEAD),
        metadata,
    );
const reasons = (party: Party, row: Row): readonly MatchReason[] =>
    rank(party, { [`${party}id`]: '1', ...row })[0]?.reasons ?? [];
const score = (party: Party, row: Row): number => rank(party, { [`${party}id`]: '1', ...row })[0]?.score ?? 0;

describe('an account', () => {
    it.each<[string, Row, readonly MatchReason[]]>([
        ['of the same company in other words', { name: 'NORTHWIND MOTORS' }, ['company']],
        ['with the same phone', { name: 'Other', telephone2: '089 1234567' }, ['phone']],
        [
            'with the same e-mail address',
            { name: 'Other', emailaddress2: 'Amelie@Northwind.example' },
            ['email', 'email-domain'],
        ],
        ['with the same web site', { name: 'Other', websiteurl: 'northwind.example/en' }, ['email-domain']],
        ['that a rule finds', { name: 'Other', byRule: true }, ['duplicate-rule']],
        ['of another company', { name: 'Northwind Traders' }, []],
    ])('%s', (_, row, expected) => expect(reasons(Table.account, row)).toEqual(expected));

    it('is certain by its company’s name, not by its domain', () => {
        expect(score(Table.account, { name: 'Northwind Motors' })).toBe(80);
        expect(score(Table.account, { name: 'Other', websiteurl: 'northwind.example' })).toBe(40);
    });
});

describe('a contact', () => {
    it.each<[string, Row, readonly MatchReason[]]>([
        ['with the same e-mail address', { emailaddress3: 'amelie@northwind.example' }, ['email', 'email-domain']],
        ['of the same name in another order', { fullname: 'Bauer, Amelie', lastname: 'Bauer' }, ['name']],
        [
            'of the same name and company',
            { fullname: 'Amelie Bauer', lastname: 'Bauer', [COMPANY]: 'Northwind Motors' },
            ['name', 'company'],
        ],
        [
            'of another name at the same company',
            { fullname: 'Otto Weber', lastname: 'Weber', [COMPANY]: 'Northwind Motors' },
            ['company'],
        ],
        ['of a colleague by the domain only', { emailaddress1: 'otto@northwind.example' }, []],
    ])('%s', (_, row, expected) => expect(reasons(Table.contact, row)).toEqual(expected));

    it('is certain by e-mail address, but not when the address is somebody else’s', () => {
        expect(
            score(Table.contact, { fullname: 'Amelie Bauer', lastname: 'Bauer', emailaddress1: LEAD['emailaddress1'] }),
        ).toBeGreaterThan(80);
        expect(
            score(Table.contact, { fullname: 'Otto Weber', lastname: 'Weber', emailaddress1: LEAD['emailaddress1'] }),
        ).toBeLessThan(80);
    });

    it('is not certain by its name alone, nor by name and company', () => {
        const row = { fullname: 'Amelie Bauer', lastname: 'Bauer' };
        expect(score(Table.contact, row)).toBeLessThan(80);
        expect(score(Table.contact, { ...row, [COMPANY]: 'Northwind Motors' })).toBeLessThan(80);
        expect(
            score(Table.contact, { ...row, [COMPANY]: 'Northwind Motors', telephone1: '0891234567' }),
        ).toBeGreaterThanOrEqual(80);
    });
});

describe('ranking', () => {
    const rows = fc.uniqueArray(
        fc.record({
            accountid: fc.uuid(),
            name: fc.constantFrom('Northwind Motors', 'Northwind', 'Other'),
            telephone1: fc.constantFrom('', '089 1234567', '089 7654321'),
            emailaddress1: fc.constantFrom(
                '',
                'amelie@northwind.example',
                'otto@northwind.example',
                'otto@other.example',
            ),
            byRule: fc.boolean(),
        }),
        { selector: (row) => row.accountid, maxLength: 15 },
    );

    it('shows each row once, the likeliest first, ten at most, each with a reason', () => {
        fc.assert(
            fc.property(rows, (all) => {
                const ranked = rank(Table.account, ...all, ...all);
                expect(new Set(ranked.map(({ id }) => id)).size).toBe(ranked.length);
                expect(ranked.length).toBeLessThanOrEqual(10);
                ranked.forEach((match, index) => {
                    expect(match.score).toBeLessThanOrEqual(ranked[index - 1]?.score ?? 100);
                    expect(match.reasons.length).toBeGreaterThan(0);
                });
            }),
        );
    });

    it('does not depend on the order of the answers', () => {
        fc.assert(
            fc.property(rows, (all) => {
                const ids = (some: readonly Row[]): readonly string[] =>
                    rank(Table.account, ...some).map(({ id }) => id);
                expect(ids([...all].reverse())).toEqual(ids(all));
            }),
        );
    });

    it('never counts a further reason against a row', () => {
        fc.assert(
            fc.property(rows, (all) => {
                for (const row of all) {
                    expect(score(Table.account, { ...row, byRule: true })).toBeGreaterThanOrEqual(
                        score(Table.account, row),
                    );
                    expect(score(Table.account, { ...row, telephone1: LEAD['telephone1'] })).toBeGreaterThanOrEqual(
                        score(Table.account, row),
                    );
                }
            }),
        );
    });

    it('keeps the row that came with its version when a rule finds it too', () => {
        const row = { accountid: 'a1', name: 'Northwind Motors', '@odata.etag': 'W/"3"' };
        const fromRule = { accountid: 'a1', name: 'Northwind Motors', byRule: true };
        for (const all of [
            [row, fromRule],
            [fromRule, row],
        ]) {
            expect(rank(Table.account, ...all)).toMatchObject([
                { etag: 'W/"3"', reasons: ['company', 'duplicate-rule'] },
            ]);
        }
    });
});
