import React, { useState } from 'react';
import { Table } from '../../../lifecycle/columns';
import type { CheckedLead, PartyChoices } from '../../../lifecycle/qualify-many/checked-lead';
import { choicesOf, sharedRows, type ChosenRecords, type Plan } from '../../../lifecycle/qualify-many/plan';
import { newRowKey, type NewRow } from '../../../lifecycle/qualify-many/shared-rows';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import { PARTIES, type Party } from '../../../lifecycle/qualify/target';
import { CheckField } from '../../dialog/CheckField';
import { NoteField } from '../../dialog/NoteField';
import { recordAddress } from '../../dialog/record-address';
import type { ResultRow } from '../../dialog/ResultList';
import { Disclosure, Section } from '../../dialog/Section';
import type { State } from '../../dialog/StateIcon';
import { FilterBar } from './FilterBar';
import { criterionText, obstacleTexts, type TextHost } from './obstacle-text';
import { PagedList } from './PagedList';
import { RecordSelect } from './RecordSelect';
import type { BulkWords } from './words';

/** What the user decides for all leads at once. */
export interface Settings {
    readonly withOpportunity: boolean;
    readonly fillsLinkedRows: boolean;
    readonly passesWarnings: boolean;
    readonly note: string;
}

export interface CheckPageProps {
    readonly leads: readonly CheckedLead[];
    readonly plan: Plan;
    readonly chosen: ChosenRecords;
    readonly settings: Settings;
    /** Whether a note is needed, and whether the user has tried without. */
    readonly noteRequired: boolean;
    readonly noteMissing: boolean;
    readonly clientUrl: string;
    readonly host: TextHost;
    readonly words: BulkWords;
    readonly onSettings: (settings: Settings) => void;
    readonly onChoose: (leadId: string, party: Party, choice: RecordChoice) => void;
}

type Part = 'ready' | 'undecided' | 'warned' | 'refused';
type Filter = 'all' | Part;

const STATES: Readonly<Record<Part, State>> = {
    ready: 'done',
    undecided: 'warning',
    warned: 'warning',
    refused: 'skipped',
};

/** How every lead stands and what would become of it, with what there is to decide. */
export function CheckPage(props: CheckPageProps): JSX.Element {
    const { leads, plan, chosen, host, words, clientUrl, onChoose } = props;
    const [filter, setFilter] = useState<Filter>('all');
    const parts = partsOf(plan);
    const count = (part: Part): number => leads.filter(({ leadId }) => parts.get(leadId) === part).length;
    const filters = (['all', 'ready', 'undecided', 'warned', 'refused'] as const)
        .map((key) => ({ key, number: key === 'all' ? leads.length : count(key) }))
        .filter(({ key, number }) => key === 'all' || number > 0);
    const shownFilter = filters.some(({ key }) => key === filter) ? filter : 'all';
    const newRows = new Map(plan.newRows.map((row) => [row.key, row]));
    return (
        <>
            <Summary {...props} />
            <Options {...props} />
            <Section title={words('list.leads')}>
                <FilterBar
                    label={words('filter')}
                    options={filters.map(({ key, number }) => ({ key, label: words(`filter.${key}`, number) }))}
                    chosen={shownFilter}
                    onChoose={setFilter}
                />
                <PagedList
                    key={shownFilter}
                    items={leads.filter(({ leadId }) => shownFilter === 'all' || parts.get(leadId) === shownFilter)}
                    rowOf={rowOf}
                    words={words}
                />
            </Section>
        </>
    );

    function rowOf(lead: CheckedLead): ResultRow {
        const part = parts.get(lead.leadId) ?? 'refused';
        return {
            key: lead.leadId,
            state: STATES[part],
            name: nameOf(lead),
            href: recordAddress(clientUrl, Table.lead, lead.leadId),
            lines: part === 'refused' ? obstacleTexts(lead, host, words) : outcomeLines(lead, choicesOf(lead, chosen)),
        };
    }

    function outcomeLines(lead: CheckedLead, choices: PartyChoices): readonly React.ReactNode[] {
        return [
            ...PARTIES.map((party) => (
                <RecordSelect
                    key={party}
                    lead={lead}
                    party={party}
                    choice={choices[party]}
                    newRow={newRows.get(newRowKey(lead, party)) ?? null}
                    words={words}
                    onChoose={(choice) => onChoose(lead.leadId, party, choice)}
                />
            )),
            ...lead.warnings.map((criterion) => words('warning.open', criterionText(criterion, lead, host))),
        ];
    }
}

/** The person's name with the company. */
export function nameOf({ leadId, name, company }: Pick<CheckedLead, 'leadId' | 'name' | 'company'>): string {
    return [name, company].filter((part) => part !== '').join(' · ') || leadId;
}

function partsOf(plan: Plan): ReadonlyMap<string, Part> {
    return new Map([
        ...plan.ready.map(({ lead }) => [lead.leadId, 'ready'] as const),
        ...plan.undecided.map(({ lead }) => [lead.leadId, 'undecided'] as const),
        ...plan.warned.map(({ lead }) => [lead.leadId, 'warned'] as const),
        ...plan.refused.map(({ leadId }) => [leadId, 'refused'] as const),
    ]);
}

function Summary({ leads, plan, words }: CheckPageProps): JSX.Element {
    const shared = sharedRows(plan);
    const names = new Map(leads.map((lead) => [lead.leadId, lead.name]));
    const others = [
        ...(plan.refused.length > 0 ? [words('check.refused', plan.refused.length)] : []),
        ...(plan.undecided.length > 0 ? [words('check.undecided', plan.undecided.length)] : []),
        ...(plan.warned.length > 0 ? [words('check.warned', plan.warned.length)] : []),
    ];
    return (
        <>
            <div role="status" className="bulk-summary">
                <p className="intro">
                    <strong>{words('check.ready', plan.ready.length, leads.length)}</strong>
                </p>
                {others.length > 0 && (
                    <ul className="bulk-notes" aria-label={words('check.notes')}>
                        {others.map((text) => (
                            <li key={text}>{text}</li>
                        ))}
                    </ul>
                )}
            </div>
            {shared.length > 0 && (
                <Disclosure title={words('shared')} detail={String(shared.length)}>
                    <ul className="bulk-notes">
                        {shared.map((row) => (
                            <li key={row.key}>{words('shared.row', row.name, namesOf(row, names))}</li>
                        ))}
                    </ul>
                </Disclosure>
            )}
        </>
    );
}

function namesOf({ leadIds }: NewRow, names: ReadonlyMap<string, string>): string {
    return leadIds.map((id) => names.get(id) ?? id).join(', ');
}

function Options({ leads, plan, settings, noteRequired, noteMissing, words, onSettings }: CheckPageProps): JSX.Element {
    const set = (change: Partial<Settings>): void => onSettings({ ...settings, ...change });
    const refused = new Set(plan.refused.map(({ leadId }) => leadId));
    const warned = leads.filter(({ leadId, warnings }) => warnings.length > 0 && !refused.has(leadId));
    return (
        <Section title={words('options')}>
            <CheckField
                label={words('option.opportunity')}
                value={settings.withOpportunity}
                onChange={(withOpportunity) => set({ withOpportunity })}
            />
            <CheckField
                label={words('option.fill')}
                value={settings.fillsLinkedRows}
                onChange={(fillsLinkedRows) => set({ fillsLinkedRows })}
            />
            {warned.length > 0 && (
                <>
                    <CheckField
                        label={words('option.warnings', warned.length)}
                        detail={words('option.warningsDetail')}
                        value={settings.passesWarnings}
                        onChange={(passesWarnings) => set({ passesWarnings })}
                    />
                    <Disclosure title={words('warnings')}>
                        <ul className="bulk-notes">
                            {countedWarnings(warned).map(([name, number]) => (
                                <li key={name}>{words('warnings.row', name, number)}</li>
                            ))}
                        </ul>
                    </Disclosure>
                </>
            )}
            <NoteField
                label={words('option.note')}
                value={settings.note}
                required={noteRequired}
                problem={noteMissing ? words('option.noteMissing') : ''}
                onChange={(note) => set({ note })}
            />
        </Section>
    );
}

/** How many leads each open recommendation is about, the most frequent first. */
function countedWarnings(leads: readonly CheckedLead[]): readonly (readonly [string, number])[] {
    const counts = new Map<string, number>();
    for (const { name } of leads.flatMap(({ warnings }) => warnings)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one);
}
