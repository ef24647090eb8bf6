import fc from 'fast-check';
import { Table } from '../../../lifecycle/columns';
import { mergeFields } from '../../../lifecycle/qualify/merge';
import { checkOpportunity, proposeCustomer, proposeOpportunity } from '../../../lifecycle/qualify/opportunity-edits';
import { certainMatch, missingColumns, proposeChoices } from '../../../lifecycle/qualify/propose-choices';
import { recordedNote } from '../../../lifecycle/qualify/recorded-note';
import type { Row } from '../../../lifecycle/row';
import { aMatch, anInput, metadata } from './a-qualification';

const ACCOUNT = '2aa00000-0000-4000-8000-000000000001';

describe('what is proposed', () => {
    const noParty = { companyname: '' };
    const account = { account: aMatch(Table.account), contact: null };
    const contact = { account: null, contact: aMatch(Table.contact) };
    it.each([
        ['neither, no company', noParty, {}, 'skip', 'create', 'contact'],
        ['neither, a company', {}, {}, 'create', 'create', 'account'],
        ['an account', noParty, { existing: account }, 'existing', 'create', 'account'],
        ['a contact, no company', noParty, { existing: contact }, 'skip', 'existing', 'contact'],
        ['a contact, a company', {}, { existing: contact }, 'create', 'existing', 'account'],
        [
            'both',
            {},
            { existing: { ...account, ...{ contact: aMatch(Table.contact) } } },
            'existing',
            'existing',
            'account',
        ],
    ])('for a lead that has %s', (_, lead, rest, accountKind, contactKind, customer) => {
        const choices = proposeChoices(anInput(lead, rest));
        expect([choices.account.kind, choices.contact.kind, choices.opportunity?.customer?.kind]).toEqual([
            accountKind,
            contactKind,
            customer,
        ]);
    });

    it('links the only certain match, and none of two that are equally likely', () => {
        const [sure, likely] = [aMatch(Table.account), aMatch(Table.account, { id: 'a2', score: 79 })];
        const twin = aMatch(Table.account, { id: 'a3' });
        expect(certainMatch([sure, likely])).toBe(sure);
        expect(certainMatch([likely])).toBeNull();
        expect(certainMatch([sure, twin])).toBeNull();
        expect(certainMatch([])).toBeNull();
        const { account: choice } = proposeChoices(anInput({}, { matches: { account: [sure], contact: [] } }));
        expect(choice).toEqual({ kind: 'link', id: ACCOUNT });
    });

    it('misses what would have no name', () => {
        const create = { kind: 'create' } as const;
        const lead = { lastname: '', companyname: ' ' };
        expect(missingColumns(anInput(lead).lead, { account: create, contact: create })).toEqual([
            'companyname',
            'lastname',
        ]);
        expect(
            missingColumns(anInput(lead).lead, { account: { kind: 'skip' }, contact: { kind: 'link', id: 'c' } }),
        ).toEqual([]);
    });
});

describe('the opportunity before it exists', () => {
    const create = { account: { kind: 'create' }, contact: { kind: 'create' } } as const;
    const propose = (lead: Row) => proposeOpportunity(anInput(lead).lead, create, metadata);
    const problems = (change: object, choices: Parameters<typeof checkOpportunity>[1] = create) =>
        checkOpportunity({ ...propose({}), ...change }, choices, metadata.definitions.opportunity);

    it('is what the maps make of the lead', () => {
        const lead = {
            estimatedamount: 7,
            estimatedclosedate: '2027-01-31T00:00:00Z',
            _transactioncurrencyid_value: 'c1',
        };
        expect(propose(lead)).toEqual({
            topic: 'Ten vans',
            estimatedValue: 7,
            closeDate: '2027-01-31',
            customer: { kind: 'account' },
            currencyId: 'c1',
            ownerId: null,
        });
    });

    it('may be created as it is proposed', () => expect(problems({})).toEqual([]));

    it.each([
        ['a blank topic', { topic: ' ' }, { field: 'topic', code: 'missing' }],
        ['a topic that is too long', { topic: 'x'.repeat(31) }, { field: 'topic', code: 'too-long', limit: 30 }],
        ['a negative revenue', { estimatedValue: -1 }, { field: 'estimatedValue', code: 'negative' }],
        ['a revenue that is no number', { estimatedValue: Number.NaN }, { field: 'estimatedValue', code: 'negative' }],
        ['too great a revenue', { estimatedValue: 2e6 }, { field: 'estimatedValue', code: 'too-great', limit: 1e6 }],
        ['no day', { closeDate: '2027-02-30' }, { field: 'closeDate', code: 'no-date' }],
        ['a day before all days', { closeDate: '1700-01-01' }, { field: 'closeDate', code: 'no-date' }],
        ['no customer', { customer: null }, { field: 'customer', code: 'missing' }],
    ])('may not have %s', (_, change, problem) => expect(problems(change)).toEqual([problem]));

    it('may not be with somebody who is left out', () => {
        const skipped = { account: { kind: 'skip' }, contact: { kind: 'create' } } as const;
        expect(problems({ customer: { kind: 'account' } }, skipped)).toEqual([{ field: 'customer', code: 'missing' }]);
        expect(proposeCustomer(skipped)).toEqual({ kind: 'contact' });
        expect(proposeCustomer({ account: { kind: 'skip' }, contact: { kind: 'skip' } })).toBeNull();
    });
});

describe('a merge', () => {
    const fields = (lead: Row, row: Row) =>
        mergeFields(anInput(lead).lead, aMatch(Table.account, { row }), metadata).map(
            ({ column, take }) => `${column} ${take}`,
        );

    it('asks where both differ: theirs stays unless it is blank', () => {
        const lead = { companyname: 'Northwind', telephone1: '1', emailaddress1: 'a@b.example', websiteurl: '' };
        const theirs = { name: 'Northwind ', telephone1: null, emailaddress1: 'c@d.example', websiteurl: 'x.example' };
        expect(fields(lead, theirs)).toEqual(['emailaddress1 theirs', 'telephone1 lead']);
    });

    it('does not ask for what cannot be changed, or does not fit', () => {
        const lead = { companyname: 'Northwind', emailaddress1: '', sic: '1', industrycode: 9 };
        expect(fields(lead, { name: 'Northwind', sic: '2', industrycode: 1 })).toEqual([]);
    });

    it('compares lookups by what they refer to', () => {
        const lead = { companyname: 'N', emailaddress1: '', _transactioncurrencyid_value: 'C1' };
        expect(fields(lead, { name: 'N', _transactioncurrencyid_value: 'c1' })).toEqual([]);
        expect(fields(lead, { name: 'N', _transactioncurrencyid_value: 'c2' })).toEqual([
            'transactioncurrencyid theirs',
        ]);
    });
});

describe('the recorded note', () => {
    it('holds the words of the seller and the warnings that were passed', () => {
        expect(recordedNote(' Wants vans. ', ['Need is not known.', ' '])).toBe('Wants vans.\nNeed is not known.');
        expect(recordedNote('', [])).toBeNull();
        expect(recordedNote(' ', ['Need is not known.'])).toBe('Need is not known.');
    });

    it('never exceeds the column, keeps the seller’s words first, and says when warnings were left out', () => {
        const line = fc.string({ minLength: 1, maxLength: 900 });
        fc.assert(
            fc.property(fc.string({ maxLength: 2500 }), fc.array(line, { maxLength: 6 }), (note, warnings) => {
                const kept = recordedNote(note, warnings) ?? '';
                expect(kept.length).toBeLessThanOrEqual(2000);
                expect(kept.startsWith(note.trim().slice(0, 2000))).toBe(true);
                const all = [note.trim(), ...warnings.map((it) => it.trim())].filter((it) => it !== '').join('\n');
                if (all.length <= 1998) expect(kept).toBe(all);
                else if (note.trim().length <= 1998) expect(kept).toMatch(/\n…$|^…$/);
            }),
        );
    });
});
