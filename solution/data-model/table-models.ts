import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RulesModel } from '../../plugins';
import { rulesModelOf } from '../../plugins/model/rules-model-of';
import type { ColumnModel, TableModel, TableModels } from '../../plugins/model/table-model';
import type { Tree } from '../packager/tree';
import { baseTableModel } from './base-table';
import { solutionTableModels } from './solution-table';

const BASE_TABLES = join(__dirname, '../../local/dataverse/base/tables');

/**
 * The tables of an environment with Dynamics 365 Sales after the solution is imported: those of the base environment's
 * data files with what the solution adds.
 * @param tree the unpacked solution
 */
export function tableModels(tree: Tree, directory = BASE_TABLES): TableModels {
    const base = readdirSync(directory)
        .filter((file) => file.endsWith('.json'))
        .map((file) => baseTableModel(directory, file.slice(0, -'.json'.length)));
    const tables = new Map<string, TableModel>(base.map(({ table }) => [table.name, table]));
    for (const { name, columns, entitySet, primaryKey, collections } of solutionTableModels(tree)) {
        const known = tables.get(name);
        if (known) {
            const own = new Set(columns.map((column) => column.name));
            const kept = known.columns.filter((column) => !own.has(column.name));
            tables.set(name, { ...known, columns: [...kept, ...columns] });
        } else if (entitySet !== undefined && primaryKey !== undefined) {
            tables.set(name, { name, entitySet, primaryKey, columns, collections });
        }
    }
    for (const { of, name, table } of base.flatMap(({ collections }) => collections)) {
        const owner = tables.get(of);
        if (owner) tables.set(of, { ...owner, collections: [...owner.collections, { name, table }] });
    }
    return tables;
}

/** What the plug-ins are generated for when the solution is built. */
export function rulesModelOfSource(tables: TableModels): RulesModel {
    const columnsOf = (table: string): readonly ColumnModel[] => tables.get(table)?.columns ?? [];
    return rulesModelOf({ lead: columnsOf('lead'), opportunity: columnsOf('opportunity') }, (table) =>
        tables.get(table),
    );
}
