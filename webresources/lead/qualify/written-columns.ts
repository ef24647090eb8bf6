import {
    AccountColumn,
    ContactColumn,
    LeadColumn,
    OpportunityColumn,
    ORIGINATING_LEAD,
    Table,
} from '../../../lifecycle/columns';
import type { MappedColumn } from '../../../lifecycle/qualify/mapped-columns';
import type { OpportunityCustomer } from '../../../lifecycle/qualify/opportunity-edits';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { Party, Target } from '../../../lifecycle/qualify/target';
import { textOf } from '../../../lifecycle/row';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import type { WrittenColumn } from './ColumnList';
import { nameOfParty, type Draft } from './draft';
import type { QualifyWords } from './words';

/** What a column of a party's row is called that refers to the other party. */
const LINKS: Readonly<Record<Party, { readonly column: string; readonly to: Party }>> = {
    account: { column: AccountColumn.primaryContact, to: Table.contact },
    contact: { column: ContactColumn.company, to: Table.account },
};

/** Columns of a new account or contact, its link to the other one included, as the seller reads them. */
export function columnsOfParty(
    party: Party,
    mapped: readonly MappedColumn[],
    draft: Draft,
    input: QualificationInput,
    words: QualifyWords,
): readonly WrittenColumn[] {
    if (draft.parties[party].choice.kind !== 'create') return [];
    const { column, to } = LINKS[party];
    const other = nameOfParty(to, draft, input);
    return [
        ...mapped.filter(({ problem }) => problem === null).map((it) => written(it, party, input)),
        ...(other === '' ? [] : [set(party, column, other, input, words)]),
    ];
}

/** Columns of the new opportunity: what the seller entered, what maps to it, and whom it belongs to. */
export function columnsOfOpportunity(
    mapped: readonly MappedColumn[],
    draft: Draft,
    input: QualificationInput,
    words: QualifyWords,
    locale: string,
): readonly WrittenColumn[] {
    if (!draft.withOpportunity) return [];
    const { topic, estimatedValue, closeDate, customer } = draft.opportunity;
    const arriving = mapped.filter(({ problem }) => problem === null);
    const entered: readonly (readonly [string, string])[] = [
        [OpportunityColumn.name, topic.trim()],
        [OpportunityColumn.estimatedValue, estimatedValue === null ? '' : moneyOf(estimatedValue, draft, locale)],
        [OpportunityColumn.estimatedCloseDate, closeDate === null ? '' : dayOf(closeDate, locale)],
        [OpportunityColumn.currency, draft.currency?.name ?? ''],
        [OpportunityColumn.owner, draft.owner?.name ?? ''],
    ];
    const isEntered = new Set<string>(entered.map(([column]) => column));
    const links: readonly (readonly [string, string])[] = [
        [OpportunityColumn.customer, customer === null ? '' : nameOfCustomer(customer, draft, input)],
        [OpportunityColumn.parentAccount, nameOfParty(Table.account, draft, input)],
        [OpportunityColumn.parentContact, nameOfParty(Table.contact, draft, input)],
        [ORIGINATING_LEAD, textOf(input.lead, LeadColumn.fullName)],
    ];
    return [
        ...entered
            .filter(([, text]) => text !== '')
            .map(([column, text]) => ({
                ...set(Table.opportunity, column, text, input, words),
                from: words('columns.entered'),
            })),
        ...arriving.filter(({ target }) => !isEntered.has(target)).map((it) => written(it, Table.opportunity, input)),
        ...links
            .filter(([, text]) => text !== '')
            .map(([column, text]) => set(Table.opportunity, column, text, input, words)),
    ];
}

function nameOfCustomer(customer: OpportunityCustomer, draft: Draft, input: QualificationInput): string {
    switch (customer.kind) {
        case 'other':
            return customer.name;
        case 'account':
            return nameOfParty(Table.account, draft, input);
        case 'contact':
            return nameOfParty(Table.contact, draft, input);
    }
}

function written(
    { source, target: column, text, cutTo }: MappedColumn,
    target: Target,
    { definitions }: QualificationInput,
): WrittenColumn {
    return {
        column,
        label: labelOfColumn(definitions[target], column),
        text: cutTo ?? text,
        from: labelOfColumn(definitions.lead, source),
        isCut: cutTo !== null,
    };
}

function set(
    target: Target,
    column: string,
    text: string,
    { definitions }: QualificationInput,
    words: QualifyWords,
): WrittenColumn {
    const label = labelOfColumn(definitions[target], column);
    return { column, label, text, from: words('columns.set'), isCut: false };
}

function moneyOf(value: number, { currency }: Draft, locale: string): string {
    return [value.toLocaleString(locale, { maximumFractionDigits: 2 }), currency?.name ?? ''].join(' ').trim();
}

function dayOf(day: string, locale: string): string {
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
