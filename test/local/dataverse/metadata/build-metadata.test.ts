import { baseMetadata } from '../../../../local/dataverse/base/base-tables';
import { buildMetadata } from '../../../../local/dataverse/metadata/build-metadata';
import type { Layer } from '../../../../local/dataverse/metadata/layer';
import { aColumn, aLayer, aTable } from './a-layer';

const build = (...layers: readonly Layer[]) => buildMetadata(baseMetadata(), layers);

const oneToMany = {
    kind: 'OneToMany',
    schemaName: 'x_reason_lead',
    referencedTable: 'x_reason',
    referencedColumn: 'x_reasonid',
    referencingTable: 'lead',
    referencingColumn: 'x_reasonid',
    lookupNavigationProperty: 'x_ReasonId',
    collectionNavigationProperty: 'x_reason_lead',
    cascade: {
        assign: 'NoCascade',
        delete: 'Restrict',
        merge: 'NoCascade',
        reparent: 'NoCascade',
        share: 'NoCascade',
        unshare: 'NoCascade',
    },
    isCustom: true,
} as const;

describe('buildMetadata', () => {
    it('adds tables, columns with their companions, and relationships of a solution', () => {
        const metadata = build(
            aLayer({
                tables: [
                    aTable('x_reason'),
                    {
                        logicalName: 'lead',
                        columns: [
                            aColumn('x_reasonid', 'Lookup', { targets: ['x_reason'] }),
                            aColumn('x_amount', 'Money', { precision: 2, precisionSource: 2 }),
                        ],
                    },
                ],
                relationships: [oneToMany],
            }),
        );
        const lead = metadata.table('lead');
        expect(metadata.tableByEntitySet('X_Reasons')?.logicalName).toBe('x_reason');
        expect(lead.columns.get('subject')?.maxLength).toBe(300);
        expect(lead.columns.get('x_reasonidname')?.attributeOf).toBe('x_reasonid');
        expect(lead.columns.get('x_amount_base')?.validForUpdate).toBe(false);
        expect(metadata.navigation('lead', 'x_reasonid')).toMatchObject({ side: 'lookup', otherTable: 'x_reason' });
        expect(metadata.navigation('x_reason', 'x_reason_lead')?.side).toBe('collection');
        expect(metadata.table('lead').columns.has('x_reasonid')).toBe(true);
    });

    it('leaves the base as it was', () => {
        build(aLayer({ tables: [{ logicalName: 'lead', columns: [aColumn('x_note', 'Memo')] }] }));
        expect(build().table('lead').columns.has('x_note')).toBe(false);
    });

    it('lets the later layer win per label, option and limit, and keeps the rest', () => {
        const grade = (value: number, text: string) => ({ value, label: { 1033: text } });
        const layer = (solution: string, label: object, options: readonly { value: number; label: object }[]) =>
            aLayer({
                solution,
                tables: [
                    {
                        logicalName: 'lead',
                        columns: [
                            aColumn('x_grade', 'Picklist', {
                                displayName: { ...label },
                                optionSet: {
                                    name: 'x_grade',
                                    isGlobal: false,
                                    displayName: {},
                                    options: options.map((option) => ({
                                        value: option.value,
                                        label: { ...option.label },
                                    })),
                                },
                            }),
                        ],
                    },
                ],
            });
        const metadata = build(
            layer('First', { 1033: 'Grade', 1036: 'Note' }, [grade(1, 'A'), grade(2, 'B')]),
            layer('Second', { 1033: 'Class' }, [grade(2, 'Bee'), grade(3, 'C')]),
        );
        const column = metadata.table('lead').columns.get('x_grade');
        expect(column?.displayName).toEqual({ 1033: 'Class', 1036: 'Note' });
        expect(column?.optionSet?.options.map((option) => [option.value, option.label[1033]])).toEqual([
            [1, 'A'],
            [2, 'Bee'],
            [3, 'C'],
        ]);
    });

    it('shows a global choice with the options of all layers wherever a column uses it', () => {
        const set = (options: readonly [number, string][]) => ({
            name: 'x_shared',
            isGlobal: true,
            displayName: { 1033: 'Shared' },
            options: options.map(([value, text]) => ({ value, label: { 1033: text } })),
        });
        const metadata = build(
            aLayer({
                optionSets: [set([[1, 'One']])],
                tables: [{ logicalName: 'lead', columns: [aColumn('x_choice', 'Picklist', { optionSet: set([]) })] }],
            }),
            aLayer({ solution: 'Second', optionSets: [set([[2, 'Two']])] }),
        );
        expect(
            metadata
                .table('lead')
                .columns.get('x_choice')
                ?.optionSet?.options.map(({ value }) => value),
        ).toEqual([1, 2]);
    });

    it('adds a status reason to a stock table and keeps the stock ones', () => {
        const status = aColumn('statuscode', 'Status', {
            optionSet: {
                name: 'lead_statuscode',
                isGlobal: false,
                displayName: {},
                options: [{ value: 100_000_001, label: { 1033: 'No Budget' }, state: 2 }],
            },
        });
        const metadata = build(aLayer({ tables: [{ logicalName: 'lead', columns: [status] }] }));
        expect(
            metadata
                .table('lead')
                .columns.get('statuscode')
                ?.optionSet?.options.map(({ value }) => value),
        ).toEqual([1, 2, 3, 4, 5, 6, 7, 100_000_001]);
    });

    it('lets a lookup point to every table that a relationship over it names', () => {
        const metadata = build(
            aLayer({
                tables: [aTable('x_visit')],
                relationships: [
                    {
                        ...oneToMany,
                        schemaName: 'x_visit_Tasks',
                        referencedTable: 'x_visit',
                        referencedColumn: 'x_visitid',
                        referencingTable: 'task',
                        referencingColumn: 'regardingobjectid',
                        lookupNavigationProperty: 'regardingobjectid_x_visit_task',
                        collectionNavigationProperty: 'x_visit_Tasks',
                    },
                ],
            }),
        );
        expect(metadata.table('task').columns.get('regardingobjectid')?.targets).toContain('x_visit');
    });

    it('refuses additions to a table that is not there, naming solution and table', () => {
        expect(() => build(aLayer({ tables: [{ logicalName: 'x_missing', columns: [] }] }))).toThrow(
            /Solution Sample adds to table x_missing/,
        );
    });
});

describe('Metadata', () => {
    it('names a table that it does not have', () => {
        expect(() => build().table('unicorn')).toThrow("'unicorn'");
        expect(build().findTable('unicorn')).toBeUndefined();
    });

    it('finds a navigation property by its exact name, else without case', () => {
        const metadata = build();
        expect(metadata.navigation('leadtoopportunitysalesprocess', 'leadId')?.otherTable).toBe('lead');
        expect(metadata.navigation('leadtoopportunitysalesprocess', 'leadid')?.otherTable).toBe('lead');
        expect(metadata.navigation('lead', 'leadcompetitors_association')).toMatchObject({
            side: 'first',
            otherTable: 'competitor',
        });
        expect(metadata.navigation('competitor', 'leadcompetitors_association')?.side).toBe('second');
        expect(metadata.navigation('lead', 'nothing')).toBeUndefined();
    });

    it('finds relationships by schema name without case', () => {
        expect(build().relationshipBySchemaName('LEAD_TASKS')?.schemaName).toBe('Lead_Tasks');
    });
});
