/**
 * Columns that Dataverse adds by itself beside another one: the name of a lookup's row, the label of a choice,
 * the base-currency amount. Neither base files nor solutions have to spell them out.
 */
import { mergeLabels } from './labels';
import type { Column } from './types';

/** Tables whose rows have a phonetic name of their own. */
const TABLES_WITH_YOMI_NAME: ReadonlySet<string> = new Set([
    'account',
    'contact',
    'lead',
    'owner',
    'systemuser',
    'team',
    'competitor',
]);

/** Lookup columns whose type companion has a name of its own. */
const TYPE_COLUMN_NAMES: ReadonlyMap<string, string> = new Map([
    ['regardingobjectid', 'regardingobjecttypecode'],
    ['objectid', 'objecttypecode'],
    ['partyid', 'partyobjecttypecode'],
    ['eventhandler', 'eventhandlertypecode'],
]);

/** The columns that stand beside `column`; none of them is stored but the base-currency amount. */
export function companionColumns(column: Column): readonly Column[] {
    switch (column.type) {
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return lookupCompanions(column);
        case 'Boolean':
        case 'Picklist':
        case 'MultiSelectPicklist':
        case 'State':
        case 'Status':
            return [companion(column, 'name', 'Virtual')];
        case 'Money':
            return column.attributeOf === undefined ? [baseAmount(column)] : [];
        case 'BigInt':
        case 'DateTime':
        case 'Decimal':
        case 'Double':
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'Integer':
        case 'ManagedProperty':
        case 'Memo':
        case 'PartyList':
        case 'String':
        case 'Uniqueidentifier':
        case 'Virtual':
            return [];
    }
}

function lookupCompanions(column: Column): readonly Column[] {
    const targets = column.targets ?? [];
    const companions: Column[] = [companion(column, 'name', 'String')];
    if (targets.some((target) => TABLES_WITH_YOMI_NAME.has(target))) {
        companions.push(companion(column, 'yominame', 'String'));
    }
    if (targets.length > 1 || column.type !== 'Lookup') {
        const typeName = TYPE_COLUMN_NAMES.get(column.logicalName);
        companions.push(
            typeName
                ? { ...companion(column, '', 'EntityName'), logicalName: typeName, schemaName: pascalCase(typeName) }
                : companion(column, 'type', 'EntityName'),
        );
    }
    return companions;
}

function companion(column: Column, suffix: string, type: 'EntityName' | 'String' | 'Virtual'): Column {
    return {
        logicalName: `${column.logicalName}${suffix}`,
        schemaName: `${column.schemaName}${suffix === 'yominame' ? 'YomiName' : pascalCase(suffix)}`,
        type,
        displayName: {},
        requiredLevel: 'None',
        validForCreate: false,
        validForRead: true,
        validForUpdate: false,
        visibleToWebApi: false,
        isLogical: true,
        isCustom: column.isCustom,
        attributeOf: column.logicalName,
        ...(type === 'String' ? { maxLength: 400, format: 'Text' } : {}),
    };
}

function baseAmount(column: Column): Column {
    const suffixed: Record<number, string> = {};
    for (const [language, text] of Object.entries(column.displayName)) {
        suffixed[Number(language)] = `${text} (${language === '1036' ? 'base' : 'Base'})`;
    }
    return {
        ...column,
        logicalName: `${column.logicalName}_base`,
        schemaName: `${column.schemaName}_Base`,
        displayName: mergeLabels(undefined, suffixed),
        requiredLevel: 'None',
        validForCreate: false,
        validForUpdate: false,
        attributeOf: column.logicalName,
        minValue: -922337203685477,
        maxValue: 922337203685477,
        precision: 4,
    };
}

function pascalCase(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}
