import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { Row } from '../../../../local/dataverse/pipeline/types';
import {
    NOW,
    STAGES,
    aLead,
    anEnvironment,
    count,
    lead,
    opportunity,
    refusal,
    refusalCode,
    seller,
} from './an-environment';

const PROCESS = 'leadtoopportunitysalesprocess';
const WORKFLOW = '919e14d1-6489-4852-abd0-a63a6ecaac5d';

let dataverse: LocalDataverse;
beforeEach(() => {
    dataverse = anEnvironment();
});
afterEach(() => dataverse.close());

const stage = (id: string) => ({ table: 'processstage', id });
const path = (...stages: readonly string[]) => stages.join(',');
const newLead = () => dataverse.organization.create('lead', aLead(), seller);
const instanceId = (leadId: string) =>
    dataverse.environment.store
        .prepare<{ id: string }>(`SELECT businessprocessflowinstanceid AS id FROM ${PROCESS} WHERE leadid = ?`)
        .get(leadId)?.id ?? '';
const read = (id: string) => dataverse.organization.retrieve(PROCESS, id, undefined, seller);
const move = (id: string, changes: Row) => dataverse.organization.update(PROCESS, id, changes, seller);

it('a new lead gets an instance at the first stage', () => {
    const id = newLead();
    expect(count(dataverse, PROCESS, `leadid = '${id}'`)).toBe(1);
    expect(read(instanceId(id))).toMatchObject({
        activestageid: stage(STAGES.qualify),
        traversedpath: STAGES.qualify,
        processid: { table: 'workflow', id: WORKFLOW },
        activestagestartedon: NOW,
        statecode: 0,
        statuscode: 1,
    });
});

it('an instance that the caller brings replaces the one nobody has moved', () => {
    const id = newLead();
    const own = dataverse.organization.create(
        PROCESS,
        {
            leadid: lead(id),
            processid: { table: 'workflow', id: WORKFLOW },
            traversedpath: STAGES.qualify,
            activestageid: stage(STAGES.qualify),
        },
        seller,
    );
    expect(instanceId(id)).toBe(own);
    expect(count(dataverse, PROCESS, `leadid = '${id}'`)).toBe(1);
});

describe('an instance with an opportunity', () => {
    const started = () => {
        const id = instanceId(newLead());
        const opportunityId = dataverse.organization.create('opportunity', { name: 'Robots' }, seller);
        move(id, {
            opportunityid: opportunity(opportunityId),
            activestageid: stage(STAGES.develop),
            traversedpath: path(STAGES.qualify, STAGES.develop),
        });
        return id;
    };

    it('moves forward and back, and notes since when it stands there', () => {
        const id = started();
        const later = { ...seller, now: '2026-03-09T08:00:00Z' };
        dataverse.organization.update(
            PROCESS,
            id,
            {
                activestageid: stage(STAGES.propose),
                traversedpath: path(STAGES.qualify, STAGES.develop, STAGES.propose),
            },
            later,
        );
        expect(read(id)).toMatchObject({ activestageid: stage(STAGES.propose), activestagestartedon: later.now });
        move(id, { activestageid: stage(STAGES.develop), traversedpath: path(STAGES.qualify, STAGES.develop) });
        expect(read(id)).toMatchObject({ activestageid: stage(STAGES.develop), activestagestartedon: NOW });
    });

    it('is finished, aborted and made active again', () => {
        const id = started();
        move(id, { statecode: 1, statuscode: 2 });
        expect(read(id)).toMatchObject({ statecode: 1, statuscode: 2, completedon: NOW });
        move(id, { statecode: 0, statuscode: 1 });
        expect(read(id)).toMatchObject({ statecode: 0, completedon: null });
        move(id, { statecode: 1, statuscode: 3 });
        expect(read(id)).toMatchObject({ statecode: 1, statuscode: 3, completedon: null });
    });

    it('cannot have a running twin', () => {
        const id = started();
        const leadId = read(id).leadid;
        const error = refusal(() => dataverse.organization.create(PROCESS, { leadid: leadId ?? null }, seller));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80040237', 412]);
        expect(error.message).toContain(id);
    });

    it.each([
        ['the active stage is not the last of the path', { activestageid: stage(STAGES.propose) }, '0x80060455'],
        [
            'the path does not begin at the first stage',
            { activestageid: stage(STAGES.propose), traversedpath: path(STAGES.develop, STAGES.propose) },
            '0x80060456',
        ],
        [
            'a stage is of no process',
            { activestageid: stage(WORKFLOW), traversedpath: path(STAGES.qualify, WORKFLOW) },
            '0x80060450',
        ],
        ['the active stage is emptied', { activestageid: null }, '0x80060449'],
        [
            'the path turns back on itself',
            {
                activestageid: stage(STAGES.develop),
                traversedpath: path(STAGES.qualify, STAGES.propose, STAGES.develop),
            },
            '0x80092007',
        ],
        ['the process is another one', { processid: { table: 'workflow', id: STAGES.qualify } }, '0x80060460'],
    ])('is refused when %s', (_what, changes, code) => {
        const id = started();
        expect(refusalCode(() => move(id, changes))).toBe(code);
        expect(read(id)).toMatchObject({ activestageid: stage(STAGES.develop) });
    });
});

it('does not cross to the opportunity by itself: that is QualifyLead’s', () => {
    const id = instanceId(newLead());
    const error = refusal(() =>
        move(id, { activestageid: stage(STAGES.develop), traversedpath: path(STAGES.qualify, STAGES.develop) }),
    );
    expect(error.hexCode).toBe('0x80060451');
    expect(error.message).toMatch(/'opportunityid' is empty/);
});

it('needs the row it is for', () => {
    expect(refusalCode(() => dataverse.organization.create(PROCESS, {}, seller))).toBe('0x80060453');
});

it('goes with its lead', () => {
    const id = newLead();
    dataverse.organization.delete('lead', id, seller);
    expect(count(dataverse, PROCESS)).toBe(0);
});

it('stops at steps that its definition requires, naming the empty ones', () => {
    const { store } = dataverse.environment;
    const text =
        store.prepare<{ clientdata: string }>('SELECT clientdata FROM workflow WHERE workflowid = ?').get(WORKFLOW)
            ?.clientdata ?? '';
    const definition = JSON.parse(text) as { stages: { steps: { column: string; required: boolean }[] }[] };
    for (const step of definition.stages[0]?.steps ?? []) {
        step.required = step.column === 'budgetamount' || step.column === 'decisionmaker';
    }
    store.prepare('UPDATE workflow SET clientdata = ? WHERE workflowid = ?').run(JSON.stringify(definition), WORKFLOW);
    const id = newLead();
    const qualify = () =>
        dataverse.organization.execute(
            'QualifyLead',
            { entity: lead(id), CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: -1 },
            seller,
        );
    const error = refusal(qualify);
    expect(error.hexCode).toBe('0x8006041a');
    expect(error.message).toBe(
        'To move to the next stage, complete the required steps. Empty in lead: budgetamount, decisionmaker.',
    );
    expect(count(dataverse, 'opportunity')).toBe(0);
    dataverse.organization.update('lead', id, { budgetamount: 0, decisionmaker: true }, seller);
    qualify();
    expect(read(instanceId(id))).toMatchObject({ activestageid: stage(STAGES.develop) });
});

it('answers the processes of a row', () => {
    const id = newLead();
    const answer = dataverse.organization.execute(
        'RetrieveProcessInstances',
        { EntityId: id, EntityLogicalName: 'lead' },
        seller,
    );
    expect(answer.value).toEqual([
        { table: PROCESS, row: expect.objectContaining({ businessprocessflowinstanceid: instanceId(id) }) },
    ]);
});
