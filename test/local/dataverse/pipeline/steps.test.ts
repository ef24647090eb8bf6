import { DataverseError, ErrorCode } from '../../../../local/dataverse/errors';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { PipelineStage } from '../../../../local/dataverse/pipeline/types';
import { aLead, anEnvironment, count, refusal, refusalCode, seller } from './an-environment';

let dataverse: LocalDataverse;
beforeEach(() => {
    dataverse = anEnvironment();
});
afterEach(() => dataverse.close());

const STAGES: readonly PipelineStage[] = ['validation', 'preOperation', 'postOperation'];

it('steps run in the order of their stages, around the platform’s own work', () => {
    const seen: string[] = [];
    for (const stage of STAGES) {
        dataverse.organization.registerStep({
            message: 'Create',
            table: 'lead',
            stage,
            run: (call) => seen.push(`${stage}: ${count(dataverse, 'lead')} rows, depth ${call.context.depth}`),
        });
    }
    dataverse.organization.create('lead', aLead(), seller);
    expect(seen).toEqual([
        'validation: 0 rows, depth 2',
        'preOperation: 0 rows, depth 2',
        'postOperation: 1 rows, depth 2',
    ]);
});

it('a step before the operation changes what is written, and its values are checked like any other', () => {
    dataverse.organization.registerStep({
        message: 'Create',
        table: 'lead',
        stage: 'preOperation',
        run: ({ target }) => {
            target.description = `Met in ${String(target.address1_city)}`;
        },
    });
    const id = dataverse.organization.create('lead', aLead({ address1_city: 'Göteborg' }), seller);
    expect(dataverse.organization.retrieve('lead', id, ['description'], seller)).toMatchObject({
        description: 'Met in Göteborg',
    });
});

it('a step on Update sees the row as it was, and runs only for its columns', () => {
    const id = dataverse.organization.create('lead', aLead(), seller);
    const seen: unknown[] = [];
    dataverse.organization.registerStep({
        message: 'Update',
        table: 'lead',
        stage: 'preOperation',
        filteringColumns: ['statuscode'],
        run: ({ before, target }) => seen.push([before?.statuscode, target.statuscode]),
    });
    dataverse.organization.update('lead', id, { subject: 'Other' }, seller);
    dataverse.organization.update('lead', id, { statuscode: 2 }, seller);
    expect(seen).toEqual([[1, 2]]);
});

it('a step that says no undoes everything, also what other steps have written', () => {
    dataverse.organization.registerStep({
        message: 'Create',
        table: 'lead',
        stage: 'postOperation',
        run: ({ organization, context }) => {
            organization.create('task', { subject: 'Follow up' }, context);
        },
    });
    dataverse.organization.registerStep({
        message: 'Create',
        table: 'lead',
        stage: 'postOperation',
        run: () => {
            throw new DataverseError(ErrorCode.IsvAborted, 'Not on a Sunday.');
        },
    });
    const error = refusal(() => dataverse.organization.create('lead', aLead(), seller));
    expect([error.hexCode, error.message]).toEqual(['0x80040265', 'Not on a Sunday.']);
    expect([count(dataverse, 'lead'), count(dataverse, 'task')]).toEqual([0, 0]);
});

it('steps that lead back to themselves are stopped', () => {
    dataverse.organization.registerStep({
        message: 'Create',
        table: 'task',
        stage: 'postOperation',
        run: ({ organization, context }) => {
            organization.create('task', { subject: 'Again' }, context);
        },
    });
    expect(refusalCode(() => dataverse.organization.create('task', { subject: 'First' }, seller))).toBe('0x80044182');
    expect(count(dataverse, 'task')).toBe(0);
});

it('a step that was removed runs no more', () => {
    const remove = dataverse.organization.registerStep({
        message: 'Delete',
        stage: 'validation',
        run: () => {
            throw new DataverseError(ErrorCode.IsvAborted, 'Never delete.');
        },
    });
    const id = dataverse.organization.create('lead', aLead(), seller);
    expect(refusalCode(() => dataverse.organization.delete('lead', id, seller))).toBe('0x80040265');
    remove();
    dataverse.organization.delete('lead', id, seller);
    expect(count(dataverse, 'lead')).toBe(0);
});

it('a failed transaction takes every message in it back', () => {
    expect(() =>
        dataverse.organization.transaction(() => {
            dataverse.organization.create('account', { name: 'A' }, seller);
            dataverse.organization.create('account', { name: 'x'.repeat(500) }, seller);
        }),
    ).toThrow(/maximum allowed length/);
    expect(count(dataverse, 'account')).toBe(0);
});
