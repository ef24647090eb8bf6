import { Table } from '../../../lifecycle/columns';
import type { CheckedLead } from '../../../lifecycle/qualify-many/checked-lead';
import type { LeadResult } from '../../../lifecycle/qualify-many/lead-result';
import type { NewRow } from '../../../lifecycle/qualify-many/shared-rows';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Party } from '../../../lifecycle/qualify/target';
import { ErrorCode } from '../../../lifecycle/web-api/error-code';
import type { GeneralKey } from '../../dialog/language';
import { problemText } from '../../dialog/problem-text';
import type { Words } from '../../dialog/words';
import { obstacleTexts, type TextHost } from './obstacle-text';
import type { BulkWords } from './words';

/** A lead of the selection with what has become of it. */
export interface LeadOutcome {
    readonly lead: CheckedLead;
    /** Null for a lead that was not part of the run. */
    readonly result: LeadResult | null;
    /** What was done about account and contact, for a qualified one. */
    readonly rows: Readonly<Record<Party, OutcomeRow | null>>;
}

/** A row that a lead has led to, and how. */
export interface OutcomeRow {
    readonly table: Party;
    readonly id: string;
    readonly name: string;
    readonly choice: RecordChoice;
    /** What was created, for this lead and perhaps for others. */
    readonly newRow: NewRow | null;
}

export function isQualified({ result }: LeadOutcome): boolean {
    return result?.kind === 'done';
}

/** Whether a privilege was lacking: perhaps only that to fill what the lead is linked to. */
export function isFillingRefused(result: LeadResult | null | undefined): boolean {
    return result?.kind === 'refused' && LACKING_PRIVILEGE.has(result.problem.code);
}

const LACKING_PRIVILEGE: ReadonlySet<number> = new Set([ErrorCode.privilegeDenied, ErrorCode.accessDenied]);

/** What became of the lead, in words; a line for each reason. */
export function outcomeTexts(
    { lead, result }: LeadOutcome,
    host: TextHost,
    words: BulkWords,
    general: Words<GeneralKey>,
): readonly string[] {
    if (result === null) {
        return lead.obstacles.length > 0 ? obstacleTexts(lead, host, words) : [words('result.left')];
    }
    switch (result.kind) {
        case 'done':
            return [words('result.done')];
        case 'refused':
            return [
                problemText(result.problem, general, 'writing'),
                ...(isFillingRefused(result) ? [words('result.notFilled')] : []),
            ];
        case 'duplicates':
            return [words('result.duplicates')];
        case 'gone':
        case 'interrupted':
        case 'unknown':
        case 'not-started':
            return [words(`result.${result.kind}`)];
        case 'conflict':
            return [conflictText(result, words)];
    }
}

/** How a row came to be the lead's, in one word or a few. */
export function howText({ choice, newRow }: OutcomeRow, words: BulkWords): string {
    switch (choice.kind) {
        case 'create': {
            const count = newRow?.leadIds.length ?? 1;
            return count > 1 ? words('result.shared', count) : words('result.created');
        }
        case 'link':
            return words('result.linked');
        case 'existing':
            return words('result.existing');
        case 'skip':
            return '';
    }
}

/** The names of account and contact of a lead by what was chosen. */
export function outcomeRow(
    lead: CheckedLead,
    party: Party,
    choice: RecordChoice | null,
    id: string | null,
    newRow: NewRow | null,
): OutcomeRow | null {
    if (choice === null || id === null || lead.input === null) return null;
    const own = lead.input.existing[party];
    const known = [...(own ? [own] : []), ...lead.input.matches[party]].find((match) => match.id === id);
    const name = known?.name ?? newRow?.name ?? (party === Table.account ? lead.company : lead.name);
    return { table: party, id, name, choice, newRow };
}

function conflictText(
    { by, on, isQualified: isDone }: Extract<LeadResult, { kind: 'conflict' }>,
    words: BulkWords,
): string {
    if (by === '') return words(isDone ? 'result.qualifiedMeanwhile' : 'result.changedMeanwhile');
    return words(isDone ? 'result.qualifiedBy' : 'result.changedBy', by, on);
}
