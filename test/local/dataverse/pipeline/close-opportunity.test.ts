import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { MessageParameters, Row, RowReference } from '../../../../local/dataverse/pipeline/types';
import {
    NOW,
    aLead,
    anEnvironment,
    count,
    lead,
    opportunity,
    otherSeller,
    refusal,
    refusalCode,
    seller,
} from './an-environment';

let dataverse: LocalDataverse;
beforeAll(() => {
    dataverse = anEnvironment();
});
afterAll(() => dataverse.close());

const close = (
    message: 'WinOpportunity' | 'LoseOpportunity',
    row: Row,
    more: MessageParameters = {},
    context = seller,
) =>
    dataverse.organization.execute(
        message,
        { OpportunityClose: { table: 'opportunityclose', row }, Status: -1, ...more },
        context,
    );
const anOpportunity = (row: Row = {}) =>
    dataverse.organization.create('opportunity', { name: 'Robots', ...row }, seller);
const read = (table: string, id: string, columns: readonly string[]) => {
    const row = dataverse.organization.retrieve(table, id, columns, seller);
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
};

describe('WinOpportunity', () => {
    it('closes the opportunity with its result and leaves a completed closing activity', () => {
        const id = anOpportunity({ estimatedvalue: 20000 });
        const answer = close(
            'WinOpportunity',
            {
                opportunityid: opportunity(id),
                actualrevenue: 25000,
                actualend: '2026-03-05T15:00:00Z',
                description: 'Signed',
            },
            { Status: 3 },
        );
        expect(answer).toEqual({});
        expect(read('opportunity', id, ['statecode', 'statuscode', 'actualvalue', 'actualclosedate'])).toEqual({
            statecode: 1,
            statuscode: 3,
            actualvalue: 25000,
            actualclosedate: '2026-03-05',
        });
        const closing =
            dataverse.environment.store
                .prepare<{ id: string }>('SELECT activityid AS id FROM opportunityclose WHERE opportunityid = ?')
                .get(id)?.id ?? '';
        expect(
            read('opportunityclose', closing, [
                'subject',
                'statecode',
                'statuscode',
                'actualrevenue',
                'regardingobjectid',
                'description',
                'opportunitystatuscode',
            ]),
        ).toEqual({
            subject: 'Robots',
            statecode: 1,
            statuscode: 2,
            actualrevenue: 25000,
            regardingobjectid: opportunity(id),
            description: 'Signed',
            opportunitystatuscode: 3,
        });
    });

    it('finishes the process; opening the opportunity again sets it running again', () => {
        const leadId = dataverse.organization.create('lead', aLead(), seller);
        const rows = dataverse.organization.execute(
            'QualifyLead',
            { entity: lead(leadId), CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: -1 },
            seller,
        ).value as readonly RowReference[];
        const id = rows.find(({ table }) => table === 'opportunity')?.id ?? '';
        const instance = () =>
            dataverse.environment.store
                .prepare(
                    'SELECT statecode, statuscode, completedon FROM leadtoopportunitysalesprocess WHERE opportunityid = ?',
                )
                .get(id);
        close('WinOpportunity', { opportunityid: opportunity(id) });
        expect(instance()).toEqual({ statecode: 1, statuscode: 2, completedon: NOW });
        dataverse.organization.update('opportunity', id, { statecode: 0 }, seller);
        expect(instance()).toEqual({ statecode: 0, statuscode: 1, completedon: null });
    });
});

it('LoseOpportunity takes one of the reasons of a lost opportunity', () => {
    const id = anOpportunity();
    close('LoseOpportunity', { opportunityid: opportunity(id) }, { Status: 5 });
    expect(read('opportunity', id, ['statecode', 'statuscode', 'actualclosedate'])).toEqual({
        statecode: 2,
        statuscode: 5,
        actualclosedate: '2026-03-02',
    });
});

describe('closing is refused', () => {
    it('twice', () => {
        const id = anOpportunity();
        close('LoseOpportunity', { opportunityid: opportunity(id) });
        expect(refusalCode(() => close('WinOpportunity', { opportunityid: opportunity(id) }))).toBe('0x80040515');
        expect(count(dataverse, 'opportunityclose', `opportunityid = '${id}'`)).toBe(1);
    });
    it('with a status reason of another state', () => {
        const id = anOpportunity();
        expect(refusalCode(() => close('WinOpportunity', { opportunityid: opportunity(id) }, { Status: 4 }))).toBe(
            '0x80048408',
        );
        expect(read('opportunity', id, ['statecode'])).toEqual({ statecode: 0 });
    });
    it('without an opportunity', () => {
        expect(refusal(() => close('WinOpportunity', {})).message).toMatch(/give 'opportunityid'/);
    });
    it('for somebody else’s opportunity', () => {
        const id = anOpportunity();
        expect(refusalCode(() => close('WinOpportunity', { opportunityid: opportunity(id) }, {}, otherSeller))).toBe(
            '0x80040220',
        );
    });
});

it('leaves a closed opportunity read-only until it is open again', () => {
    const id = anOpportunity();
    close('WinOpportunity', { opportunityid: opportunity(id) });
    expect(refusalCode(() => dataverse.organization.update('opportunity', id, { name: 'More robots' }, seller))).toBe(
        '0x8004022e',
    );
    dataverse.organization.update('opportunity', id, { statecode: 0, statuscode: 1, name: 'More robots' }, seller);
    expect(read('opportunity', id, ['name', 'statecode'])).toEqual({ name: 'More robots', statecode: 0 });
});
