import { LeadState } from '../../lifecycle/choices';
import type { ColumnKind, LookupTarget, RuledColumn, RuledTable, RulesModel, StatusReasonModel } from './rules-model';
import type { ColumnModel, OptionModel, TableModel } from './table-model';

/** What is needed of a table that lookups refer to. */
export type Target = Pick<TableModel, 'name' | 'entitySet' | 'primaryKey'>;

/**
 * The tables of the rules as the plug-ins are generated for them.
 * @param targetOf undefined for a table that is not known; a lookup to it only tells whether it holds a value
 */
export function rulesModelOf(
    columns: Readonly<Record<RuledTable, readonly ColumnModel[]>>,
    targetOf: (table: string) => Target | undefined,
): RulesModel {
    const { lead, opportunity } = columns;
    return {
        columns: { lead: ruledColumns(lead, targetOf), opportunity: ruledColumns(opportunity, targetOf) },
        statusReasons: statusReasons(optionsOf(lead, 'Status'), optionsOf(lead, 'State')),
    };
}

/** In one order wherever they come from, so that the same columns make the same formula. */
function ruledColumns(
    columns: readonly ColumnModel[],
    targetOf: (table: string) => Target | undefined,
): readonly RuledColumn[] {
    return [...columns].sort(byName).flatMap((column) => {
        const kind = kindOf(column);
        if (kind === null) return [];
        const { name, labels, targets } = column;
        return [{ name, kind, labels, ...(targets && { targets: lookupTargets(targets, targetOf) }) }];
    });
}

function byName(a: ColumnModel, b: ColumnModel): number {
    return a.name < b.name ? -1 : 1;
}

function kindOf({ type, isDateOnly }: ColumnModel): ColumnKind | null {
    switch (type) {
        case 'String':
        case 'Memo':
        case 'EntityName':
            return 'text';
        case 'BigInt':
        case 'Decimal':
        case 'Double':
        case 'Integer':
        case 'Money':
            return 'number';
        case 'Boolean':
            return 'yes-no';
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'choice';
        case 'MultiSelectPicklist':
            return 'choices';
        case 'DateTime':
            return isDateOnly ? 'day' : 'moment';
        case 'Uniqueidentifier':
            return 'id';
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return 'lookup';
        case 'Image':
        case 'Other':
            return null;
    }
}

/** Targets of one lookup; none where one of them is not known, for then it could not be told which table it is. */
function lookupTargets(
    tables: readonly string[],
    targetOf: (table: string) => Target | undefined,
): readonly LookupTarget[] {
    const targets = tables.map(targetOf).filter((target) => target !== undefined);
    if (targets.length < tables.length) return [];
    return targets.map(({ entitySet, primaryKey }) => ({ table: entitySet, key: primaryKey }));
}

function optionsOf(columns: readonly ColumnModel[], type: ColumnModel['type']): readonly OptionModel[] {
    return columns.find((column) => column.type === type)?.options ?? [];
}

function statusReasons(reasons: readonly OptionModel[], states: readonly OptionModel[]): readonly StatusReasonModel[] {
    return reasons.flatMap(({ value, labels, state }) => {
        const known = Object.values(LeadState).find((it) => it === state);
        if (known === undefined) return [];
        const isDefault = states.some((it) => it.value === state && it.defaultStatus === value);
        return [{ value, labels, state: known, isDefault }];
    });
}
