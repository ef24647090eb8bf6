import { isRow, type Row } from '../row';
import { rowsOf } from '../web-api/web-api';
import type { ColumnDefinition, TableDefinition } from './table-definition';

/**
 * A table out of the answers to `definitionAddresses`.
 * @param bodies in the order of the addresses; those of `write` may be left out
 * @throws Error when the first is no table's definition
 */
export function readTableDefinition(bodies: readonly unknown[]): TableDefinition {
    const [definition, ...ofTypes] = bodies;
    if (!isRow(definition) || typeof definition['LogicalName'] !== 'string') {
        throw new Error('The answer holds no definition of a table. Ask for EntityDefinitions(LogicalName=…).');
    }
    const navigation = readLookups(rowsOf({ value: definition['ManyToOneRelationships'] }));
    const details = new Map<string, Row>();
    for (const row of ofTypes.flatMap(rowsOf)) details.set(String(row['LogicalName']), row);
    const columns = rowsOf({ value: definition['Attributes'] }).map((attribute) => {
        const name = String(attribute['LogicalName']);
        return readColumn(attribute, details.get(name) ?? {}, navigation.get(name) ?? {});
    });
    return {
        logicalName: definition['LogicalName'],
        entitySet: String(definition['EntitySetName']),
        primaryId: String(definition['PrimaryIdAttribute']),
        primaryName: String(definition['PrimaryNameAttribute'] ?? ''),
        label: labelIn(definition['DisplayName']) || definition['LogicalName'],
        columns: new Map(columns.map((column) => [column.logicalName, column])),
    };
}

/** Navigation properties of lookups by column and by the table that they refer to. */
export function readLookups(relationships: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
    const found = new Map<string, Record<string, string>>();
    for (const relationship of relationships) {
        const column = String(relationship['ReferencingAttribute']);
        const properties = found.get(column) ?? {};
        properties[String(relationship['ReferencedEntity'])] = String(
            relationship['ReferencingEntityNavigationPropertyName'],
        );
        found.set(column, properties);
    }
    return found;
}

/** Entity sets by table, out of the answer to `ENTITY_SETS_ADDRESS`. */
export function readEntitySets(body: unknown): Readonly<Record<string, string>> {
    return Object.fromEntries(
        rowsOf(body).flatMap((row) =>
            typeof row['EntitySetName'] === 'string' ? [[String(row['LogicalName']), row['EntitySetName']]] : [],
        ),
    );
}

/** How rows of an activity's table are told what they regard. */
export interface ActivityTable {
    readonly entitySet: string;
    /** For `@odata.bind` of an opportunity. */
    readonly regardingOpportunity: string;
}

/** Activity tables by logical name, out of the answer to `ACTIVITY_TABLES_ADDRESS`. */
export function readActivityTables(body: unknown): ReadonlyMap<string, ActivityTable> {
    return new Map(
        rowsOf(body).flatMap((row): [string, ActivityTable][] => {
            const [relationship] = rowsOf({ value: row['ManyToOneRelationships'] });
            const property = relationship?.['ReferencingEntityNavigationPropertyName'];
            if (typeof property !== 'string' || typeof row['EntitySetName'] !== 'string') return [];
            return [[String(row['LogicalName']), { entitySet: row['EntitySetName'], regardingOpportunity: property }]];
        }),
    );
}

/** The relationship of an owner is with a table that is neither users nor teams; both are bound by the column's name. */
function readColumn(attribute: Row, details: Row, relationships: Readonly<Record<string, string>>): ColumnDefinition {
    const name = String(attribute['LogicalName']);
    const type = String(attribute['AttributeType']);
    const navigation = type === 'Owner' ? { systemuser: name, team: name } : relationships;
    return {
        logicalName: name,
        label: labelIn(attribute['DisplayName']) || name,
        type,
        maxLength: numberIn(details, 'MaxLength'),
        minValue: numberIn(details, 'MinValue'),
        maxValue: numberIn(details, 'MaxValue'),
        validForCreate: attribute['IsValidForCreate'] === true,
        validForUpdate: attribute['IsValidForUpdate'] === true,
        defaultValue: defaultIn(details),
        targets: Object.keys(navigation),
        navigation,
        options: optionsIn(details['OptionSet']),
    };
}

/** `DefaultFormValue` is −1 for none. */
function defaultIn(details: Row): number | boolean | null {
    const value = details['DefaultValue'] ?? details['DefaultFormValue'];
    if (typeof value === 'boolean') return value;
    return typeof value === 'number' && value >= 0 ? value : null;
}

function optionsIn(optionSet: unknown): ReadonlyMap<number, string> | null {
    if (!isRow(optionSet)) return null;
    return new Map(
        rowsOf({ value: optionSet['Options'] }).map((option) => [Number(option['Value']), labelIn(option['Label'])]),
    );
}

function numberIn(row: Row, property: string): number | null {
    const value = row[property];
    return typeof value === 'number' ? value : null;
}

function labelIn(label: unknown): string {
    const own = isRow(label) ? label['UserLocalizedLabel'] : undefined;
    return isRow(own) ? String(own['Label'] ?? '') : '';
}
