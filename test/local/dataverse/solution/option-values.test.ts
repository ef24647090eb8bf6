import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientTable } from '../../../../local/dataverse/client/client-table';
import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { Column } from '../../../../local/dataverse/metadata/types';
import { aLead } from '../pipeline/an-environment';
import { aFullSolution } from './a-full-solution';
import { aSolution } from './a-solution';
import { ADMINISTRATOR, as, FRENCH_SELLER, MAKER, SELLER } from './an-environment';

const label = (english: string, french?: string) => ({
    LocalizedLabels: [
        { Label: english, LanguageCode: 1033 },
        ...(french === undefined ? [] : [{ Label: french, LanguageCode: 1036 }]),
    ],
});
type StatusColumn = Column & Required<Pick<Column, 'optionSet'>>;
const OF_LEAD = { EntityLogicalName: 'lead', AttributeLogicalName: 'statuscode' };

interface Answer {
    readonly status: number;
    readonly json: Readonly<Record<string, unknown>> & { readonly error?: { readonly code: string } };
}

function asking(local: LocalDataverse) {
    return (method: string, url: string, body?: unknown, user = ADMINISTRATOR): Answer => {
        const answer = local.handle({
            method,
            url: `/api/data/v9.2/${url}`,
            headers: { mscrmcallerid: user, prefer: 'odata.include-annotations="*"' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, json: JSON.parse(String(answer.body || '{}')) as Answer['json'] };
    };
}

describe('Options of choices that a maker changes', () => {
    let local: LocalDataverse;
    let ask: ReturnType<typeof asking>;
    beforeEach(() => {
        local = createLocalDataverse();
        ask = asking(local);
    });
    afterEach(() => local.close());

    const insert = (more: Readonly<Record<string, unknown>> = {}, user = ADMINISTRATOR) =>
        ask(
            'POST',
            'InsertStatusValue',
            { ...OF_LEAD, StateCode: 0, Label: label('Nurturing', 'En maturation'), ...more },
            user,
        );
    const statusOptions = () => {
        const { json } = ask(
            'GET',
            "EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='statuscode')/Microsoft.Dynamics.CRM.StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet",
        );
        const { Options: options } = json['OptionSet'] as {
            readonly Options: readonly { readonly Value: number; readonly State: number }[];
        };
        return options;
    };

    it('adds a status reason that definitions, forms, rows and validation know at once', () => {
        const answer = insert();
        expect(answer.status).toBe(200);
        const value = answer.json['NewOptionValue'];
        expect(value).toBe(100_000_000);
        expect(statusOptions().at(-1)).toMatchObject({ Value: value, State: 0 });
        expect(clientTable(local.environment, 'lead', FRENCH_SELLER).columns['statuscode']).toMatchObject({
            options: expect.arrayContaining([expect.objectContaining({ value, label: 'En maturation' })]) as unknown,
        });
        const id = local.organization.create('lead', aLead(), as(SELLER));
        expect(ask('PATCH', `leads(${id})`, { statuscode: value }, SELLER).status).toBe(204);
        expect(ask('GET', `leads(${id})?$select=statuscode`, undefined, FRENCH_SELLER).json).toMatchObject({
            statuscode: value,
            'statuscode@OData.Community.Display.V1.FormattedValue': 'En maturation',
        });
        expect(ask('PATCH', `leads(${id})`, { statecode: 2, statuscode: value }, SELLER).json.error?.code).toBe(
            '0x80048408',
        );
    });

    it('takes the value from the publisher of the solution that is named', () => {
        ask('POST', 'ImportSolution', {
            OverwriteUnmanagedCustomizations: false,
            PublishWorkflows: true,
            CustomizationFile: Buffer.from(aSolution(aFullSolution())).toString('base64'),
            ImportJobId: 'aaaaaaaa-0000-4000-8000-000000000002',
        });
        expect(insert({ SolutionUniqueName: 'Garden' }).json['NewOptionValue']).toBe(123_450_000);
        expect(insert({ SolutionUniqueName: 'Garden' }).json['NewOptionValue']).toBe(123_450_001);
        expect(insert({ SolutionUniqueName: 'Nowhere' }).json.error?.code).toBe('0x80040217');
    });

    it('refuses a value that is taken, a state that is none, a column that is none, and a label without text', () => {
        expect(insert({ Value: 2 }).json.error?.code).toBe('0x80044310');
        expect(insert({ StateCode: 7 }).json.error?.code).toBe('0x80048408');
        expect(insert({ AttributeLogicalName: 'leadqualitycode' }).json.error?.code).toBe('0x80044320');
        expect(insert({ AttributeLogicalName: 'nothing' }).json.error?.code).toBe('0x80041103');
        expect(insert({ Label: label(' ') }).json.error?.code).toBe('0x80040203');
        expect(insert({ Label: { LocalizedLabels: [null] } }).json.error?.code).toBe('0x80040203');
        expect(statusOptions()).toHaveLength(7);
    });

    it('is for administrators and customizers', () => {
        expect(insert({}, SELLER).status).toBe(403);
        expect(insert({}, MAKER).status).toBe(200);
    });

    it('relabels an option, keeping other languages when they are to be merged', () => {
        const update = (merge: boolean) =>
            ask('POST', 'UpdateOptionValue', {
                ...OF_LEAD,
                Value: 2,
                Label: label('Reached'),
                MergeLabels: merge,
            }).status;
        const french = () =>
            clientTable(local.environment, 'lead', FRENCH_SELLER).columns['statuscode']?.options?.find(
                ({ value }) => value === 2,
            )?.label;
        const before = french();
        expect(update(true)).toBe(204);
        expect(french()).toBe(before);
        expect(update(false)).toBe(204);
        expect(french()).toBe('Reached');
    });

    it('takes an option away, but none that a state falls back on', () => {
        expect(ask('POST', 'DeleteOptionValue', { ...OF_LEAD, Value: 7 }).status).toBe(204);
        expect(statusOptions().map(({ Value }) => Value)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(ask('POST', 'DeleteOptionValue', { ...OF_LEAD, Value: 4 }).json.error?.code).toBe('0x80081016');
        expect(ask('POST', 'DeleteOptionValue', { ...OF_LEAD, Value: 70 }).json.error?.code).toBe('0x80048403');
    });

    it('orders options as told, when every one is told', () => {
        const order = (...values: readonly number[]) => ask('POST', 'OrderOption', { ...OF_LEAD, Values: values });
        expect(order(2, 1, 3, 7, 6, 5, 4).status).toBe(204);
        expect(statusOptions().map(({ Value }) => Value)).toEqual([2, 1, 3, 7, 6, 5, 4]);
        expect(order(1, 2).json.error?.code).toBe('0x80044324');
    });

    it('adds an option to a column of choices', () => {
        const answer = ask('POST', 'InsertOptionValue', {
            EntityLogicalName: 'lead',
            AttributeLogicalName: 'leadqualitycode',
            Label: label('Lukewarm'),
        });
        expect(answer.json['NewOptionValue']).toBe(100_000_000);
        const id = local.organization.create('lead', aLead({ leadqualitycode: 100_000_000 }), as(SELLER));
        expect(local.organization.retrieve('lead', id, ['leadqualitycode'], as(SELLER))).toMatchObject({
            leadqualitycode: 100_000_000,
        });
    });

    it('lies above solutions that come later', () => {
        const renamed = { ...OF_LEAD, Value: 1, Label: label('Fresh'), MergeLabels: true };
        expect(ask('POST', 'UpdateOptionValue', renamed).status).toBe(204);
        const status = () => local.environment.metadata.table('lead').columns.get('statuscode') as StatusColumn;
        const column = status();
        const options = column.optionSet.options.map((option) => ({ ...option, label: { 1033: 'Later' } }));
        local.environment.putLayer({
            solution: 'Later',
            managed: true,
            tables: [{ logicalName: 'lead', columns: [{ ...column, optionSet: { ...column.optionSet, options } }] }],
            relationships: [],
            optionSets: [],
        });
        const texts = status().optionSet.options.map((option) => option.label[1033]);
        expect(texts).toEqual(['Fresh', ...Array<string>(texts.length - 1).fill('Later')]);
    });

    it('leaves nothing behind when the batch around it fails', () => {
        expect(() =>
            local.organization.transaction(() => {
                insert();
                throw new Error('undone');
            }),
        ).toThrow('undone');
        expect(statusOptions()).toHaveLength(7);
    });
});

it('keeps what a maker added over a restart, over imports, and forgets it with the column', () => {
    const folder = mkdtempSync(join(tmpdir(), 'option-values-'));
    const path = join(folder, 'environment.db');
    try {
        const first = createLocalDataverse({ path });
        expect(
            asking(first)('POST', 'InsertStatusValue', { ...OF_LEAD, StateCode: 2, Label: label('Duplicate') }).status,
        ).toBe(200);
        first.close();
        const second = createLocalDataverse({ path });
        second.organization.execute(
            'ImportSolution',
            { CustomizationFile: aSolution(aFullSolution()) },
            as(ADMINISTRATOR),
        );
        const values = second.environment.metadata
            .table('lead')
            .columns.get('statuscode')
            ?.optionSet?.options.map(({ value }) => value);
        expect(values).toContain(100_000_000);
        const ask = asking(second);
        const inserted = ask('POST', 'InsertStatusValue', {
            EntityLogicalName: 'gdn_plant',
            AttributeLogicalName: 'statuscode',
            StateCode: 0,
            Label: label('Watered'),
        });
        expect(inserted.status).toBe(200);
        const solutions = ask('GET', "solutions?$select=solutionid&$filter=uniquename eq 'Garden'").json['value'];
        const [{ solutionid: id }] = solutions as readonly [{ readonly solutionid: string }];
        expect(ask('DELETE', `solutions(${id})`).status).toBe(204);
        const layer = second.environment.layers().find(({ solution }) => solution === 'Active');
        expect(layer?.choices?.map(({ table }) => table)).toEqual(['lead']);
        second.close();
    } finally {
        rmSync(folder, { recursive: true });
    }
});
