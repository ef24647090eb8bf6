import { LeadColumn, OpportunityColumn, Table } from '../columns';
import { isBlank, textOf, type Row } from '../row';
import type { TableDefinition } from '../table-definitions/table-definition';
import type { ConversionMetadata } from './conversion-metadata';
import { arriving, mappedColumns } from './mapped-columns';
import type { RecordChoice } from './record-choice';
import type { Party } from './target';

/** Whom the opportunity is with: the account or contact of this very qualification, or another one. */
export type OpportunityCustomer =
    | { readonly kind: 'account' }
    | { readonly kind: 'contact' }
    | { readonly kind: 'other'; readonly table: Party; readonly id: string; readonly name: string };

/** What the seller may change of the opportunity before it exists. */
export interface OpportunityEdits {
    readonly topic: string;
    /** In the opportunity's currency; null for none. */
    readonly estimatedValue: number | null;
    /** `YYYY-MM-DD`; null for none. */
    readonly closeDate: string | null;
    /** Null only while there is neither account nor contact. */
    readonly customer: OpportunityCustomer | null;
    /** Null for the one that Dataverse chooses. */
    readonly currencyId: string | null;
    /** A user; null for who qualifies. */
    readonly ownerId: string | null;
}

export type OpportunityProblem =
    | { readonly field: 'topic'; readonly code: 'missing' }
    | { readonly field: 'topic'; readonly code: 'too-long'; readonly limit: number }
    | { readonly field: 'estimatedValue'; readonly code: 'negative' }
    | { readonly field: 'estimatedValue'; readonly code: 'too-great'; readonly limit: number }
    | { readonly field: 'closeDate'; readonly code: 'no-date' }
    | { readonly field: 'customer'; readonly code: 'missing' };

/** What the maps and the decision table make of the lead. */
export function proposeOpportunity(
    lead: Row,
    choices: Readonly<Record<Party, RecordChoice>>,
    metadata: ConversionMetadata,
): OpportunityEdits {
    const mapped = new Map(
        arriving(mappedColumns(lead, Table.opportunity, metadata)).map(({ target, value }) => [target, value]),
    );
    const topic = mapped.get(OpportunityColumn.name);
    const value = mapped.get(OpportunityColumn.estimatedValue);
    const date = mapped.get(OpportunityColumn.estimatedCloseDate);
    return {
        topic: String(topic ?? textOf(lead, LeadColumn.topic)),
        estimatedValue: typeof value === 'number' ? value : null,
        closeDate: typeof date === 'string' ? date.slice(0, 'YYYY-MM-DD'.length) : null,
        customer: proposeCustomer(choices),
        currencyId: textOf(lead, LeadColumn.currency) || null,
        ownerId: null,
    };
}

/** The account where there is one, else the contact. */
export function proposeCustomer(choices: Readonly<Record<Party, RecordChoice>>): OpportunityCustomer | null {
    if (choices.account.kind !== 'skip') return { kind: Table.account };
    return choices.contact.kind === 'skip' ? null : { kind: Table.contact };
}

/**
 * What keeps the opportunity from being created as it is.
 * @param definition of the table opportunity
 */
export function checkOpportunity(
    edits: OpportunityEdits,
    choices: Readonly<Record<Party, RecordChoice>>,
    { columns }: TableDefinition,
): readonly OpportunityProblem[] {
    const problems: OpportunityProblem[] = [];
    const limit = columns.get(OpportunityColumn.name)?.maxLength ?? null;
    if (isBlank(edits.topic)) problems.push({ field: 'topic', code: 'missing' });
    if (limit !== null && edits.topic.trim().length > limit) problems.push({ field: 'topic', code: 'too-long', limit });
    const greatest = columns.get(OpportunityColumn.estimatedValue)?.maxValue ?? null;
    const { estimatedValue } = edits;
    if (estimatedValue !== null && !(estimatedValue >= 0)) problems.push({ field: 'estimatedValue', code: 'negative' });
    if (estimatedValue !== null && greatest !== null && estimatedValue > greatest) {
        problems.push({ field: 'estimatedValue', code: 'too-great', limit: greatest });
    }
    if (edits.closeDate !== null && !isDay(edits.closeDate)) problems.push({ field: 'closeDate', code: 'no-date' });
    if (!hasCustomer(edits.customer, choices)) problems.push({ field: 'customer', code: 'missing' });
    return problems;
}

function hasCustomer(customer: OpportunityCustomer | null, choices: Readonly<Record<Party, RecordChoice>>): boolean {
    if (customer === null) return false;
    return customer.kind === 'other' || choices[customer.kind].kind !== 'skip';
}

/** Dataverse keeps no day before 1753 (Microsoft Learn, "DateTime column behavior"). */
function isDay(text: string): boolean {
    const day = new Date(`${text}T00:00:00Z`);
    return (
        /^\d{4}-\d{2}-\d{2}$/.test(text) &&
        !Number.isNaN(day.getTime()) &&
        day.toISOString().startsWith(text) &&
        text >= '1753-01-01'
    );
}
