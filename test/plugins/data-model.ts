import { join } from 'node:path';
import type { RulesModel } from '../../plugins';
import type { ColumnModel, TableModel, TableModels } from '../../plugins/model/table-model';
import { rulesModelOfSource, tableModels } from '../../solution/data-model/table-models';
import { readTree } from '../../solution/packager/tree';

const ROOT = join(__dirname, '../..');

/** A maker's own columns on lead, and a status reason of hers. */
const MAKERS_COLUMNS: readonly ColumnModel[] = [
    { name: 'new_fleetsize', type: 'Integer', labels: { 1033: 'Fleet size', 1036: 'Taille du parc' } },
    { name: 'new_segments', type: 'MultiSelectPicklist', labels: { 1033: 'Segments', 1036: 'Segments' }, options: [] },
    { name: 'new_isleasing', type: 'Boolean', labels: { 1033: 'Leasing', 1036: 'En location' } },
];
export const NURTURING = 100000001;

/** The data model that the solution is built for, and what a maker has added to it. */
export const tables: TableModels = withMakersAdditions(tableModels(readTree(join(ROOT, 'solution/src'))));
export const rulesModel: RulesModel = rulesModelOfSource(tables);

export function tableNamed(name: string): TableModel {
    const table = tables.get(name);
    if (!table) throw new Error(`The data model has no table ${name}.`);
    return table;
}

function withMakersAdditions(source: TableModels): TableModels {
    const lead = source.get('lead');
    if (!lead) throw new Error('The data model has no lead.');
    const nurturing = { value: NURTURING, labels: { 1033: 'Nurturing', 1036: 'En maturation' }, state: 0 };
    const columns = lead.columns.map((column) =>
        column.name === 'statuscode' ? { ...column, options: [...(column.options ?? []), nurturing] } : column,
    );
    return new Map([...source, ['lead', { ...lead, columns: [...columns, ...MAKERS_COLUMNS] }]]);
}
