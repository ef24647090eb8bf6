import fc from 'fast-check';
import { Table } from '../../../lifecycle/columns';
import { dryRun } from '../../../lifecycle/qualify/dry-run';
import { arriving, mappedColumns } from '../../../lifecycle/qualify/mapped-columns';
import { proposeChoices } from '../../../lifecycle/qualify/propose-choices';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import { qualificationWrites } from '../../../lifecycle/qualify/qualification-writes';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Row } from '../../../lifecycle/row';
import { IDS, anInput, metadata } from './a-qualification';

const mapped = (lead: Row, target: 'account' | 'contact' | 'opportunity') =>
    mappedColumns(anInput(lead).lead, Table[target], metadata);
const inColumn = (lead: Row, target: 'account' | 'contact' | 'opportunity', column: string) =>
    mapped(lead, target).find((it) => it.target === column);

describe('a mapped column', () => {
    it('is shown as the lead shows it and written as it is', () => {
        const lead = { estimatedamount: 5, 'estimatedamount@OData.Community.Display.V1.FormattedValue': '€5.00' };
        expect(inColumn(lead, 'opportunity', 'estimatedvalue')).toEqual({
            source: 'estimatedamount',
            target: 'estimatedvalue',
            value: 5,
            text: '€5.00',
            cutTo: null,
            problem: null,
        });
    });

    it('of a lookup refers to a row', () => {
        const lead = {
            _transactioncurrencyid_value: '0FF00000-0000-4000-8000-000000000001',
            '_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue': 'Euro',
        };
        expect(inColumn(lead, 'account', 'transactioncurrencyid')).toMatchObject({
            value: { table: 'transactioncurrency', id: '0ff00000-0000-4000-8000-000000000001' },
            text: 'Euro',
            problem: null,
        });
    });

    it('is cut to what fits', () => {
        expect(inColumn({ companyname: 'A company of a long name' }, 'account', 'name')).toMatchObject({
            value: 'A company of a long ',
            text: 'A company of a long name',
            cutTo: 'A company of a long ',
            problem: null,
        });
        expect(inColumn({ companyname: 'Twenty characters...' }, 'account', 'name')).toMatchObject({ cutTo: null });
    });

    it.each([
        ['whose choice the target lacks', { industrycode: 3 }, 'industrycode', 'no-such-choice'],
        ['that Dataverse fills itself there', { sic: '12' }, 'sic', 'not-writable'],
        [
            'whose row is of another table there',
            {
                _originatingcaseid_value: 'c1',
                '_originatingcaseid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'incident',
            },
            'casereference',
            'other-table',
        ],
    ] as const)('%s does not arrive', (_, lead, column, problem) => {
        expect(inColumn(lead, 'account', column)).toMatchObject({ problem });
        expect(arriving(mapped(lead, 'account')).map(({ target }) => target)).not.toContain(column);
    });

    it('is left out when it is blank, or what every new row holds anyway', () => {
        expect(inColumn({ jobtitle: ' ' }, 'contact', 'jobtitle')).toBeUndefined();
        expect(inColumn({ donotphone: false }, 'contact', 'donotphone')).toBeUndefined();
        expect(inColumn({ donotphone: true }, 'contact', 'donotphone')).toMatchObject({ value: true });
    });

    it('hands the source campaign on without a map', () => {
        expect(inColumn({ _campaignid_value: 'c1' }, 'opportunity', 'campaignid')).toMatchObject({
            value: { table: 'campaign', id: 'c1' },
        });
    });
});

describe('a dry run', () => {
    const run = (lead: Row, change: Partial<QualificationChoices> = {}) => {
        const input = anInput(lead);
        return dryRun(input, { ...proposeChoices(input), ...change });
    };
    const lostColumns = (lead: Row, change: Partial<QualificationChoices> = {}): readonly string[] =>
        run(lead, change).lost.map(({ column, reason }) => `${column} ${reason}`);

    it('names filled columns that nothing takes, with what they hold and why', () => {
        const lead = { leadsourcecode: 3, 'leadsourcecode@OData.Community.Display.V1.FormattedValue': 'Referral' };
        expect(run(lead).lost).toEqual([
            { column: 'leadsourcecode', label: '<leadsourcecode>', text: 'Referral', reason: 'not-mapped' },
        ]);
        expect(lostColumns({ industrycode: 3, sic: '12' })).toEqual([
            'industrycode no-such-choice',
            'sic not-writable',
        ]);
    });

    it('loses what only a row takes that there will not be', () => {
        expect(lostColumns({ jobtitle: 'Buyer' }, { contact: { kind: 'skip' } })).toContain('jobtitle not-mapped');
        expect(lostColumns({ description: 'Vans' }, { opportunity: null })).toEqual(
            expect.arrayContaining(['description not-mapped', 'subject not-mapped']),
        );
    });

    it('loses nothing to a row that is linked: the merge tells about it', () => {
        const link: RecordChoice = { kind: 'link', id: 'c1' };
        expect(lostColumns({ jobtitle: 'Buyer' }, { contact: link })).toEqual([]);
        expect(run({ jobtitle: 'Buyer' }, { contact: link }).records.contact).toEqual([]);
    });

    it('does not count what belongs to Dataverse or to us, nor what nobody has touched', () => {
        expect(
            lostColumns({
                leadid: 'l1',
                createdon: '2026-01-01',
                statecode: 0,
                importsequencenumber: 7,
                llc_statusnote: 'Note',
                _qualifyingopportunityid_value: 'o1',
                donotphone: false,
            }),
        ).toEqual([]);
    });

    it('accounts for every filled column: each is shown in a row or lost, none is both', () => {
        fc.assert(
            fc.property(leads, partyChoice, partyChoice, fc.boolean(), (lead, account, contact, hasOpportunity) => {
                const input = anInput(lead);
                const proposed = proposeChoices(input);
                const choices = {
                    ...proposed,
                    account,
                    contact,
                    opportunity: hasOpportunity ? proposed.opportunity : null,
                };
                const { records, lost } = dryRun(input, choices);
                const shown = Object.values(records)
                    .flat()
                    .filter(({ problem }) => problem === null)
                    .map(({ source }) => source);
                const lostNames = lost.map(({ column }) => column);
                for (const column of Object.keys(lead)) {
                    const linked = [
                        account.kind === 'link' ? 'account' : null,
                        contact.kind === 'link' ? 'contact' : null,
                    ]
                        .flatMap((party) => (party === 'account' || party === 'contact' ? mapped(lead, party) : []))
                        .some(({ source, problem }) => source === column && problem === null);
                    const isBlank = String(lead[column]).trim() === '' || lead[column] === false;
                    if (isBlank || linked) continue;
                    expect([column, shown.includes(column) !== lostNames.includes(column)]).toEqual([column, true]);
                }
            }),
        );
    });

    it('shows exactly what is sent', () => {
        fc.assert(
            fc.property(leads, partyChoice, partyChoice, (lead, account, contact) => {
                const input = anInput(lead);
                const choices = { ...proposeChoices(input), account, contact };
                const { records } = dryRun(input, choices);
                const writes = qualificationWrites(input, choices, { ids: IDS, detectDuplicates: true });
                for (const target of ['account', 'contact', 'opportunity'] as const) {
                    const entitySet = metadata.definitions[target].entitySet;
                    const created = writes.find((write) => write.kind === 'create' && write.entitySet === entitySet);
                    const columns = created?.kind === 'create' ? created.columns : {};
                    for (const { target: column, value, problem } of records[target]) {
                        if (problem === null && typeof value !== 'object') expect(columns[column]).toBe(value);
                        if (problem !== null) expect(columns).not.toHaveProperty(column);
                    }
                    const own = Object.keys(columns).filter((it) => !it.includes('@') && it !== `${target}id`);
                    expect(records[target].map((it) => it.target)).toEqual(expect.arrayContaining(own));
                }
            }),
        );
    });
});

const text = fc.oneof(
    fc.constantFrom('', ' ', 'Vans', 'A text that is longer than what most columns hold'),
    fc.string(),
);
const leads: fc.Arbitrary<Row> = fc.record({
    subject: fc.constantFrom('Vans', 'Vans of a topic that is too long for its target'),
    lastname: fc.constantFrom('Bauer', 'Moreau'),
    companyname: text,
    firstname: text,
    jobtitle: text,
    description: text,
    sic: text,
    emailaddress1: text,
    emailaddress2: text,
    industrycode: fc.integer({ min: 1, max: 4 }),
    leadsourcecode: fc.integer({ min: 1, max: 4 }),
    donotphone: fc.boolean(),
    estimatedamount: fc.integer({ min: 1, max: 1000 }),
});
const partyChoice: fc.Arbitrary<RecordChoice> = fc.constantFrom<RecordChoice>(
    { kind: 'create' },
    { kind: 'skip' },
    { kind: 'link', id: 'c1' },
);
