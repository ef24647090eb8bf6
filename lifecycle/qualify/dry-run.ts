import { Table } from '../columns';
import { shownIn, valueIn } from '../table-definitions/column-value';
import type { ColumnDefinition } from '../table-definitions/table-definition';
import { mappedColumns, type MappedColumn, type MappingProblem } from './mapped-columns';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import { recordColumns } from './record-columns';
import { TARGETS, type Party, type Target } from './target';

/** A filled column of lead whose value goes nowhere. */
export interface LostColumn {
    readonly column: string;
    readonly label: string;
    readonly text: string;
    /** No map sends it to a row that there will be, or why the map's place cannot take it. */
    readonly reason: 'not-mapped' | MappingProblem;
}

/** What a qualification would do, before it does. */
export interface DryRun {
    /** Of rows that would be created; none for one that is linked (its merge tells) or left out. */
    readonly records: Readonly<Record<Target, readonly MappedColumn[]>>;
    readonly lost: readonly LostColumn[];
}

export function dryRun(
    input: Pick<QualificationInput, 'lead' | 'maps' | 'definitions'>,
    choices: Pick<QualificationChoices, Party | 'opportunity'>,
): DryRun {
    const isCreated: Readonly<Record<Target, boolean>> = {
        account: choices.account.kind === 'create',
        contact: choices.contact.kind === 'create',
        opportunity: choices.opportunity !== null,
    };
    const columnsOf = (target: Target): readonly MappedColumn[] =>
        isCreated[target] ? recordColumns(input, target, choices) : [];
    return {
        records: {
            account: columnsOf(Table.account),
            contact: columnsOf(Table.contact),
            opportunity: columnsOf(Table.opportunity),
        },
        lost: lostColumns(input, choices),
    };
}

/**
 * Filled columns of lead that no row of the qualification takes, be it created or linked. Not counted is what
 * Dataverse itself fills or uses, by its definition; what a column holds that nobody has touched; and our own.
 */
function lostColumns(
    input: Pick<QualificationInput, 'lead' | 'maps' | 'definitions'>,
    choices: Pick<QualificationChoices, Party | 'opportunity'>,
): readonly LostColumn[] {
    const present = TARGETS.filter((target) =>
        target === Table.opportunity ? choices.opportunity !== null : choices[target].kind !== 'skip',
    );
    const all = present.flatMap((target) => mappedColumns(input.lead, target, input));
    const arrived = new Set(all.filter(({ problem }) => problem === null).map(({ source }) => source));
    const { lead } = input.definitions;
    return [...lead.columns.values()]
        .filter((column) => isOfSellers(column) && !arrived.has(column.logicalName) && isTouched(input.lead, column))
        .map(
            (column): LostColumn => ({
                column: column.logicalName,
                label: column.label,
                text: shownIn(input.lead, column),
                reason: all.find(({ source }) => source === column.logicalName)?.problem ?? 'not-mapped',
            }),
        )
        .sort((a, b) => a.label.localeCompare(b.label));
}

/** Types of columns that only Dataverse fills. */
const SYSTEM_TYPES: ReadonlySet<string> = new Set([
    'Uniqueidentifier',
    'EntityName',
    'State',
    'Status',
    'Owner',
    'Virtual',
    'ManagedProperty',
    'BigInt',
]);

/** Columns that every table has, or every table with a process, for Dataverse's own use (Microsoft Learn, "System columns"). */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([
    'importsequencenumber',
    'overriddencreatedon',
    'timezoneruleversionnumber',
    'utcconversiontimezonecode',
    'traversedpath',
    'transactioncurrencyid',
]);

/** Stay with the lead on purpose, or are what the qualification itself writes. */
const OF_THE_LEAD: ReadonlySet<string> = new Set(['parentaccountid', 'parentcontactid', 'qualifyingopportunityid']);

const OUR_PREFIX = 'llc_';

function isOfSellers({ logicalName, type, validForCreate }: ColumnDefinition): boolean {
    return (
        validForCreate &&
        !SYSTEM_TYPES.has(type) &&
        !SYSTEM_COLUMNS.has(logicalName) &&
        !OF_THE_LEAD.has(logicalName) &&
        !logicalName.startsWith(OUR_PREFIX)
    );
}

function isTouched(lead: QualificationInput['lead'], column: ColumnDefinition): boolean {
    const value = valueIn(lead, column);
    return value !== null && value !== column.defaultValue;
}
