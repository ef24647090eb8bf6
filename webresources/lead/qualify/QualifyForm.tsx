import React, { useCallback, useRef, useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { Table } from '../../../lifecycle/columns';
import { hintOf } from '../../../lifecycle/criteria/gaps-text';
import { newQualificationIds } from '../../../lifecycle/qualify/new-ids';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { QualificationOutcome } from '../../../lifecycle/qualify/qualification-outcome';
import { prepareQualification } from '../../../lifecycle/qualify/prepare-qualification';
import { runQualification } from '../../../lifecycle/qualify/run-qualification';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { NoteField } from '../../dialog/NoteField';
import { useRunning } from '../../dialog/use-running';
import { CriteriaSection } from './CriteriaSection';
import { DonePage } from './DonePage';
import { choicesOf, isComplete, mergedMatches, proposeDraft, withMatch, withPicked } from './draft';
import { FollowSection } from './FollowSection';
import { LeadHeader } from './LeadHeader';
import { Losses } from './Losses';
import { OutcomePanel, type Setback } from './OutcomePanel';
import { PassWarnings } from './PassWarnings';
import { RecordCards } from './RecordCards';
import { useQualifyWords } from './words';

export interface QualifyPageProps {
    readonly input: QualificationInput;
    readonly connection: Connection<'qualify'>;
    readonly host: DialogHost;
    /** Reads everything anew. */
    readonly onReload: () => void;
}

type Done = Extract<QualificationOutcome, { readonly kind: 'done' }>;

/** Everything that the seller decides, on one page, and the run. */
export function QualifyForm({ input: read, connection, host, onReload }: QualifyPageProps): JSX.Element {
    const words = useQualifyWords();
    const [input, setInput] = useState(read);
    const { verdict, leadId } = input;
    const [draft, setDraft] = useState(() => proposeDraft(input));
    const [tried, setTried] = useState(false);
    const [setback, setSetback] = useState<Setback | null>(null);
    const [done, setDone] = useState<Done | null>(null);
    /** How the last run was started, to start the next one alike. */
    const last = useRef({ number: 0, detectDuplicates: true });
    const [ids] = useState(() => newQualificationIds(host, input));

    const labelOfLead = (column: string): string => labelOfColumn(input.definitions[Table.lead], column);
    const passed = verdict.warnings.map((criterion) =>
        words('criteria.passed', words('criteria.hint', hintOf(criterion), labelOfLead(criterion.column))),
    );
    const choices = choicesOf(draft, passed);
    const run = useRunning(async (detectDuplicates: boolean) => {
        last.current = { number: last.current.number + 1, detectDuplicates };
        setSetback(null);
        const outcome = await runQualification(host, input, choices, { ids, detectDuplicates });
        // What was found was not there, or not alike, when the dialog was opened.
        if (outcome.kind === 'duplicates') await readMatchesAgain();
        settle(outcome);
    }, host.report);
    const { close } = connection;
    // Whatever has changed, by whomever: the opener shows it anew.
    const hasChanged = done !== null || setback?.kind === 'conflict' || setback?.kind === 'unknown';
    const cancel = useCallback(
        () => close(hasChanged ? { changed: [leadId], open: null } : null),
        [close, hasChanged, leadId],
    );

    if (done) {
        const { accountId, contactId } = done;
        return (
            <DonePage
                input={input}
                draft={draft}
                ids={{ account: accountId, contact: contactId }}
                clientUrl={connection.session.clientUrl}
                onClose={cancel}
            />
        );
    }
    return (
        <DialogFrame
            title={words('title')}
            confirmLabel={words(run.isRunning ? 'qualifying' : 'qualify')}
            cancelLabel={words('cancel')}
            confirmDisabled={verdict.blocking.length > 0 || setback?.kind === 'conflict'}
            busy={run.isRunning}
            page={`form ${setback === null ? 0 : last.current.number}`}
            onCancel={cancel}
            onConfirm={confirm}
        >
            {setback !== null && (
                <OutcomePanel
                    setback={setback}
                    matches={input.matches}
                    onRetry={() => void run.run(last.current.detectDuplicates)}
                    onReload={onReload}
                    onLink={(party, match) => {
                        setSetback(null);
                        setDraft(withMatch(draft, party, match, input));
                    }}
                    onCreateAnyway={() => void run.run(false)}
                    onOpen={(id) => close({ changed: [leadId], open: { table: Table.opportunity, id } })}
                />
            )}
            <p className="visually-hidden" role="status">
                {run.isRunning ? words('qualifying') : ''}
            </p>
            <ErrorPanel error={run.error} during="writing" title={words('failed.title')} />
            <LeadHeader lead={input.lead} />
            <CriteriaSection verdict={verdict} labelOf={labelOfLead} />
            {verdict.blocking.length === 0 && (
                <PassWarnings
                    warnings={verdict.warnings}
                    value={draft.hasPassedWarnings}
                    tried={tried}
                    onChange={(hasPassedWarnings) => setDraft({ ...draft, hasPassedWarnings })}
                />
            )}
            <RecordCards
                input={input}
                draft={draft}
                choices={choices}
                tried={tried}
                host={host}
                onChange={setDraft}
                onPicked={(party, match) => {
                    setInput((latest) => withPicked(latest, party, match));
                    setDraft((latest) => withMatch(latest, party, match, input));
                }}
            />
            <Losses input={input} choices={choices} />
            {draft.withOpportunity && (
                <FollowSection
                    followers={input.followers}
                    follow={draft.follow}
                    onChange={(follow) => setDraft({ ...draft, follow })}
                />
            )}
            <NoteField
                label={words('note')}
                value={draft.note}
                required={input.noteRequired}
                problem={tried && input.noteRequired && draft.note.trim() === '' ? words('noteMissing') : ''}
                onChange={(note) => setDraft({ ...draft, note })}
            />
        </DialogFrame>
    );

    function confirm(): void {
        setTried(true);
        if (isComplete(draft, input)) void run.run(true);
    }

    async function readMatchesAgain(): Promise<void> {
        try {
            const { matches } = await prepareQualification(host, leadId, { known: input.lead });
            setInput((latest) => ({ ...latest, matches: mergedMatches(matches, latest.matches) }));
        } catch (error) {
            host.report(error);
        }
    }

    function settle(outcome: QualificationOutcome): void {
        const changes = outcome.kind === 'done' || outcome.kind === 'conflict' || outcome.kind === 'unknown';
        if (changes) connection.interim({ changed: [leadId], open: null });
        if (outcome.kind !== 'done') {
            setSetback(outcome);
            return;
        }
        if (outcome.opportunityId === null) setDone(outcome);
        else close({ changed: [leadId], open: { table: Table.opportunity, id: outcome.opportunityId } });
    }
}
