import { Table } from '../../../lifecycle/columns';
import { FOLLOW_ALL, readFollowers } from '../../../lifecycle/qualify/followers';
import { processWrites, readProcessState, repairWrites } from '../../../lifecycle/qualify/process-state';
import { proposeChoices } from '../../../lifecycle/qualify/propose-choices';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { qualificationWrites } from '../../../lifecycle/qualify/qualification-writes';
import type { Row } from '../../../lifecycle/row';
import type { Write } from '../../../lifecycle/web-api/web-api';
import { LEAD_ID } from '../builders';
import { aMatch, anInput, IDS, metadata } from './a-qualification';

const writesOf = (
    lead: Row = {},
    rest: Partial<QualificationInput> = {},
    change: Partial<QualificationChoices> = {},
): readonly Write[] => {
    const input = anInput(lead, rest);
    return qualificationWrites(input, { ...proposeChoices(input), ...change }, { ids: IDS, detectDuplicates: true });
};
const summary = (write: Write): string => {
    switch (write.kind) {
        case 'action':
            return `POST ${write.address.replace(/^.*\./, '')}`;
        case 'associate':
            return `POST ${write.collection}`;
        default:
            return `${write.kind} ${write.entitySet}`;
    }
};
const columnsOf = (writes: readonly Write[], which: string): Row => {
    const write = writes.find((each) => summary(each) === which);
    return write && 'columns' in write ? write.columns : {};
};

describe('the change set of a qualification', () => {
    it('creates, links, then closes the lead', () => {
        const writes = writesOf();
        expect(writes.map(summary)).toEqual([
            'create accounts',
            'create contacts',
            'update accounts',
            'create opportunities',
            'update leads',
            'POST QualifyLead',
        ]);
        expect(columnsOf(writes, 'update leads')).toEqual({
            'parentaccountid@odata.bind': `/accounts(${IDS.account})`,
            'parentcontactid@odata.bind': `/contacts(${IDS.contact})`,
            'qualifyingopportunityid@odata.bind': `/opportunities(${IDS.opportunity})`,
            llc_statusnote: null,
        });
        expect(
            writes.filter((write) => write.kind === 'create').map((write) => write.detectDuplicates ?? false),
        ).toEqual([true, true, false]);
    });

    it('is for the lead that was read only, even when there is nothing else to write on it', () => {
        const parents = { account: aMatch(Table.account), contact: aMatch(Table.contact) };
        const lead = { _parentaccountid_value: parents.account.id, _parentcontactid_value: parents.contact.id };
        const writes = writesOf(lead, { existing: parents }, { opportunity: null });
        expect(writes).toEqual([
            { kind: 'update', entitySet: 'leads', id: LEAD_ID, columns: { llc_statusnote: null }, ifMatch: 'W/"5"' },
            {
                kind: 'action',
                address: `leads(${LEAD_ID})/Microsoft.Dynamics.CRM.QualifyLead`,
                parameters: { CreateAccount: false, CreateContact: false, CreateOpportunity: false, Status: -1 },
            },
        ]);
    });

    it('asks for a status reason of the makers by its value', () => {
        const action = writesOf({}, { status: 617_400_001 }).find((write) => write.kind === 'action');
        expect(action).toMatchObject({ parameters: { Status: 617_400_001 } });
    });

    it('merges what the seller took, if nobody has changed the row since', () => {
        const account = aMatch(Table.account, { row: { name: 'Northwind', telephone1: '1' } });
        const [write] = writesOf({ telephone1: '2' }, { matches: { account: [account], contact: [] } });
        expect(write).toEqual({
            kind: 'update',
            entitySet: 'accounts',
            id: account.id,
            columns: { emailaddress1: 'amelie@northwind.example' },
            ifMatch: 'W/"7"',
        });
    });

    it('gives a contact its company only when it has none, and a new account a contact that is there already', () => {
        const contact = aMatch(Table.contact, { row: { lastname: 'Bauer' } });
        const linked = { matches: { account: [], contact: [contact] } };
        const writes = writesOf({}, linked);
        expect(columnsOf(writes, 'update contacts')).toMatchObject({
            'parentcustomerid_account@odata.bind': `/accounts(${IDS.account})`,
        });
        expect(columnsOf(writes, 'create accounts')).toMatchObject({
            'primarycontactid@odata.bind': `/contacts(${contact.id})`,
        });
        const employed = aMatch(Table.contact, { row: { _parentcustomerid_value: 'a9' } });
        const more = writesOf({}, { matches: { account: [], contact: [employed] } });
        expect(columnsOf(more, 'update contacts')).not.toHaveProperty(['parentcustomerid_account@odata.bind']);
    });

    it('gives the opportunity to another owner last of all', () => {
        const input = anInput();
        const { opportunity } = proposeChoices(input);
        const writes = writesOf({}, {}, { opportunity: opportunity && { ...opportunity, ownerId: 'u2' } });
        expect(writes[writes.length - 1]).toEqual({
            kind: 'update',
            entitySet: 'opportunities',
            id: IDS.opportunity,
            columns: { 'ownerid@odata.bind': '/systemusers(u2)' },
        });
    });

    it('is with another customer than account and contact, who is the parent of the kind as well', () => {
        const input = anInput();
        const { opportunity } = proposeChoices(input);
        const customer = { kind: 'other', table: Table.contact, id: 'c9', name: 'Payer' } as const;
        const writes = writesOf({}, {}, { opportunity: opportunity && { ...opportunity, customer } });
        expect(columnsOf(writes, 'create opportunities')).toMatchObject({
            'customerid_contact@odata.bind': '/contacts(c9)',
            'parentcontactid@odata.bind': '/contacts(c9)',
            'parentaccountid@odata.bind': `/accounts(${IDS.account})`,
        });
    });
});

describe('what follows', () => {
    const followers = readFollowers(
        [
            {
                value: [
                    { activityid: 't1', activitytypecode: 'task', subject: 'Call' },
                    { activityid: 'x1', activitytypecode: 'oddactivity', subject: 'Unknown' },
                ],
            },
            { value: [{ annotationid: 'n1', subject: null, filename: 'offer.pdf' }] },
            {
                value: [
                    {
                        _record2id_value: 'c1',
                        '_record2id_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
                        _record2roleid_value: 'r1',
                    },
                    { _record2id_value: 'z1', '_record2id_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'oddtable' },
                ],
            },
            { value: [{ competitorid: 'k1', name: 'Rival' }] },
        ],
        metadata.definitions,
    );

    it('is all whose tables the environment tells; nothing where it may not be seen', () => {
        expect(followers).toMatchObject({
            activities: [{ id: 't1', table: 'task' }],
            notes: [{ name: 'offer.pdf' }],
            stakeholders: [{ id: 'c1', roleId: 'r1', leadRoleId: null }],
            competitors: [{ name: 'Rival' }],
        });
        expect(readFollowers([], metadata.definitions)).toEqual({
            activities: [],
            notes: [],
            stakeholders: [],
            competitors: [],
        });
    });

    it('goes to the opportunity, as far as the seller wants', () => {
        const [lead, qualify] = ['update leads', 'POST QualifyLead'];
        const all = writesOf({}, { followers }).map(summary);
        const between = all.slice(all.indexOf(lead) + 1, all.indexOf(qualify));
        expect(between).toEqual([
            'update tasks',
            'update annotations',
            'create connections',
            'POST opportunitycompetitors_association',
        ]);
        const follow = { ...FOLLOW_ALL, activities: false, competitors: false };
        const fewer = writesOf({}, { followers }, { follow }).map(summary);
        expect(fewer.filter((it) => between.includes(it))).toEqual(['update annotations', 'create connections']);
        expect(writesOf({}, { followers }, { opportunity: null }).map(summary)).not.toContain('update tasks');
    });

    it('connects a stakeholder to the opportunity in the same role', () => {
        expect(columnsOf(writesOf({}, { followers }), 'create connections')).toEqual({
            connectionid: IDS.stakeholders[0],
            'record1id_opportunity@odata.bind': `/opportunities(${IDS.opportunity})`,
            'record2id_contact@odata.bind': '/contacts(c1)',
            'record2roleid@odata.bind': '/connectionroles(r1)',
        });
    });
});

describe('the process', () => {
    const stage = (id: string, table: string, stagecategory: number, process = 'p1'): Row => ({
        processstageid: id,
        _processid_value: process,
        stagecategory,
        primaryentitytypecode: table,
    });
    const stages = {
        value: [
            stage('close', 'opportunity', 3),
            stage('develop', 'opportunity', 1),
            stage('qualify', 'lead', 0),
            stage('other', 'opportunity', 0, 'p2'),
        ],
    };
    const instance = (activeStage: string, traversedpath: string, statecode = 0): unknown => ({
        value: [
            {
                businessprocessflowinstanceid: 'i1',
                _processid_value: 'p1',
                _activestageid_value: activeStage,
                traversedpath,
                statecode,
            },
        ],
    });

    it('goes on to the first stage of the opportunity', () => {
        const state = readProcessState(instance('qualify', 'qualify'), stages);
        expect(state).toEqual({ instanceId: 'i1', path: ['qualify', 'develop'], repairTo: null });
        expect(repairWrites(state)).toEqual([]);
        expect(processWrites(state, 'l1', 'o1', 'new', metadata.definitions)).toEqual([
            {
                kind: 'update',
                entitySet: 'leadtoopportunitysalesprocesses',
                id: 'i1',
                columns: {
                    'opportunityId@odata.bind': '/opportunities(o1)',
                    'activestageid@odata.bind': '/processstages(develop)',
                    traversedpath: 'qualify,develop',
                },
            },
        ]);
    });

    it('is put back first when it has strayed', () => {
        const state = readProcessState(instance('close', 'qualify,develop,close'), stages);
        expect(state).toEqual({ instanceId: 'i1', path: ['qualify', 'develop'], repairTo: 'qualify' });
        expect(repairWrites(state)).toMatchObject([{ id: 'i1', columns: { traversedpath: 'qualify' } }]);
    });

    it('is left alone when it was ended, or when its stages cannot be read', () => {
        for (const state of [
            readProcessState(instance('qualify', 'qualify', 1), stages),
            readProcessState(instance('qualify', 'qualify'), undefined),
            readProcessState(undefined, stages),
        ]) {
            expect(processWrites(state, 'l1', 'o1', 'new', metadata.definitions)).toEqual([]);
            expect(repairWrites(state)).toEqual([]);
        }
    });

    it('is started for a lead without one, by the stock process', () => {
        const stock = '919e14d1-6489-4852-abd0-a63a6ecaac5d';
        const ofStock = { value: [stage('q', 'lead', 0, stock), stage('d', 'opportunity', 1, stock)] };
        const state = readProcessState({ value: [] }, ofStock);
        expect(processWrites(state, 'l1', 'o1', 'new', metadata.definitions)).toMatchObject([
            {
                kind: 'create',
                columns: {
                    businessprocessflowinstanceid: 'new',
                    'leadId@odata.bind': '/leads(l1)',
                    traversedpath: 'q,d',
                },
            },
        ]);
    });
});
