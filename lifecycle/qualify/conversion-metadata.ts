import { Table } from '../columns';
import {
    ACTIVITY_TABLES_ADDRESS,
    definitionAddresses,
    ENTITY_SETS_ADDRESS,
    lookupsAddress,
} from '../table-definitions/definition-addresses';
import {
    readActivityTables,
    readEntitySets,
    readLookups,
    readTableDefinition,
    type ActivityTable,
} from '../table-definitions/read-table-definition';
import type { TableDefinition } from '../table-definitions/table-definition';
import { bodiesOf, rowsOf, type ReadAnswer } from '../web-api/web-api';
import { ENTITY_MAPS_ADDRESS, readEntityMaps, type EntityMaps } from './entity-maps';
import { DUPLICATE_RULES_ADDRESS, readDuplicateRules, type HasDuplicateRule } from './matches/duplicate-rules';
import { TARGETS, type Target } from './target';

/** Definitions of all tables that a conversion reads from or writes to. */
export interface ConversionDefinitions extends Readonly<Record<Target | Table.lead, TableDefinition>> {
    /** Navigation properties of the sales process' lookups, by column and by the table that they refer to. */
    readonly process: ReadonlyMap<string, Readonly<Record<string, string>>>;
    readonly activities: ReadonlyMap<string, ActivityTable>;
    /** Of all tables. */
    readonly entitySets: Readonly<Record<string, string>>;
}

/** What an environment says about converting leads, whichever lead it is. */
export interface ConversionMetadata {
    readonly definitions: ConversionDefinitions;
    readonly maps: EntityMaps;
    readonly hasDuplicateRule: HasDuplicateRule;
}

const OF_TABLES: readonly (readonly string[])[] = [
    definitionAddresses(Table.lead, 'read'),
    ...TARGETS.map((target) => definitionAddresses(target, 'write')),
];

/**
 * All that has to be read. The answers are the same for everybody of one language until a maker changes a table, so
 * they are worth keeping.
 */
export const CONVERSION_METADATA_ADDRESSES: readonly string[] = [
    DUPLICATE_RULES_ADDRESS,
    ENTITY_MAPS_ADDRESS,
    ENTITY_SETS_ADDRESS,
    ACTIVITY_TABLES_ADDRESS,
    lookupsAddress(Table.salesProcess),
    ...OF_TABLES.flat(),
];

/**
 * @param answers to `CONVERSION_METADATA_ADDRESSES`, in their order
 * @throws Refused for the first that was, but for the duplicate rules, which not everybody may see
 */
export function readConversionMetadata(answers: readonly ReadAnswer[]): ConversionMetadata {
    const [rules, ...others] = answers;
    const [maps, entitySets, activities, process, ...ofTables] = bodiesOf(others);
    let start = 0;
    const [lead, account, contact, opportunity] = OF_TABLES.map((addresses) =>
        readTableDefinition(ofTables.slice(start, (start += addresses.length))),
    );
    if (!lead || !account || !contact || !opportunity) throw new Error('A definition of a table is missing.');
    return {
        maps: readEntityMaps(maps),
        hasDuplicateRule: readDuplicateRules(rules),
        definitions: {
            lead,
            account,
            contact,
            opportunity,
            process: readLookups(rowsOf(process)),
            activities: readActivityTables(activities),
            entitySets: readEntitySets(entitySets),
        },
    };
}
