import { Types, type Schema, type Type, type Variable } from '../../local/powerfx';
import type { Contract, ParameterType } from '../contract';
import type { TableModels } from '../model/table-model';
import { TableTypes } from './table-types';

const READ_ONLY = { canMutate: false, canSet: false, canSetMutate: false } as const;

const PARAMETERS: Readonly<Record<ParameterType, Type>> = {
    Boolean: Types.Boolean,
    DateTime: Types.DateTime,
    Decimal: Types.Decimal,
    Float: Types.Number,
    Integer: Types.Decimal,
    String: Types.Text,
};

/**
 * What the formula of a plug-in can name: the tables by their entity set names, the user as `Viewer`, and what its kind
 * adds: the row as it was and as it will be, or the parameters (Microsoft Learn, "Functions in Microsoft Dataverse").
 * @throws Error for a contract that names an unknown table or column
 */
export function pluginSchema(contract: Contract, tables: TableModels): Schema {
    const types = new TableTypes(tables);
    const own = new Map(ownVariables(contract, tables, types).map((variable) => [variable.name, variable]));
    const viewer = types.row('systemuser');
    return {
        findVariable(name) {
            if (own.has(name)) return own.get(name);
            if (name === 'Viewer' && viewer) return { name, type: viewer, ...READ_ONLY };
            const table = types.tableOf(name);
            const type = table && types.rows(table.name);
            return type && { name, type, canMutate: true, canSet: false, canSetMutate: false };
        },
        findChoice: () => undefined,
        functions: [],
    };
}

function ownVariables(contract: Contract, tables: TableModels, types: TableTypes): readonly Variable[] {
    if (contract.kind === 'function') {
        const unknown = contract.tables.find((name) => !tables.has(name));
        if (unknown !== undefined) throw new Error(`"tables" names ${unknown}, which is no table`);
        return contract.parameters.map(({ name, type }) => ({ name, type: PARAMETERS[type], ...READ_ONLY }));
    }
    const table = tables.get(contract.table);
    const row = types.row(contract.table);
    if (!table || !row) throw new Error(`"table" is ${contract.table}, which is no table`);
    const columns = new Set(table.columns.map(({ name }) => name));
    const unknown = contract.filteringColumns.find((name) => !columns.has(name));
    if (unknown !== undefined)
        throw new Error(`"filteringColumns" names ${unknown}, which ${table.name} does not have`);
    const changes = contract.stage === 'preOperation' && !contract.messages.includes('Delete');
    return [
        ...(contract.messages.includes('Delete')
            ? []
            : [{ name: 'NewRecord', type: row, ...READ_ONLY, canSetMutate: changes }]),
        ...(contract.messages.includes('Create') ? [] : [{ name: 'OldRecord', type: row, ...READ_ONLY }]),
    ];
}

/** The type that an output of a function is declared with. */
export function outputType(type: ParameterType): Type {
    return PARAMETERS[type];
}
