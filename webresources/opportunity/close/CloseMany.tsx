import React, { useRef, useState } from 'react';
import type { ChangeResults as Results } from '../../../lifecycle/change-sets/run-change-sets';
import { changedIds, changeEachOpportunity } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import { checkClosing } from '../../../lifecycle/close-opportunity/closing';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import { isBlocked, type ClosingCandidate } from '../../../lifecycle/close-opportunity/prepare-closing';
import { localDay } from '../../../lifecycle/commands/lead-row';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { useMounted } from '../../dialog/use-mounted';
import { useRunning } from '../../dialog/use-running';
import { ChangeProgress } from '../dialog/ChangeProgress';
import { ChangeResults } from '../dialog/ChangeResults';
import { formatMoney } from '../dialog/format';
import { useReader } from '../dialog/use-reader';
import { changeOf, revenueOf } from './changes';
import type { ClosingParts } from './closing-parts';
import { ClosingFields } from './ClosingFields';
import { ClosingList } from './ClosingList';
import { answerOf } from './draft';
import { WarningsConfirmation } from './GateSection';
import { LeftOut, OpenPoints } from './LeftOut';
import { useCloseWords } from './words';

export interface CloseManyProps extends ClosingParts {
    /** Starts over with those that were not closed. */
    readonly onAgain: (ids: readonly string[]) => void;
}

/** The dialog about several opportunities: one reason, each its own revenue, then what came of each. */
export function CloseMany(props: CloseManyProps): JSX.Element {
    const { connection, host, input, draft, onDraft, onChanged, onEnd, onAgain } = props;
    const { outcome } = input;
    const words = useCloseWords();
    const [tried, setTried] = useState(false);
    const [done, setDone] = useState(0);
    const [results, setResults] = useState<Results<Opportunity> | null>(null);
    const stopped = useRef(false);
    const reader = useReader(host.user.id);
    const mounted = useMounted();
    const closing = useRunning(run, host.report);

    const ready = input.candidates.filter((candidate) => !isBlocked(candidate));
    const withWarnings = ready.filter(({ verdict }) => verdict.warnings.length > 0);
    const answer = answerOf(draft, input);
    const problems = checkClosing(
        answer,
        input.statuses.map(({ value }) => value),
    );
    const unconfirmed = withWarnings.length > 0 && !draft.confirmed;
    const title = words(`title.${outcome}`);

    if (closing.isRunning) {
        return (
            <ChangeProgress
                title={title}
                label={words('running')}
                done={done}
                count={ready.length}
                stopLabel={words('stop')}
                onStop={() => (stopped.current = true)}
            />
        );
    }
    if (results !== null) {
        return (
            <ChangeResults
                title={title}
                summary={summary}
                listLabel={words('result.title')}
                retryLabel={words('result.retry')}
                closeLabel={words('close')}
                opportunities={ready.map(({ opportunity }) => opportunity)}
                results={results}
                doneText={doneText}
                clientUrl={connection.session.clientUrl}
                reader={reader}
                onAgain={onAgain}
                onClose={onEnd}
            />
        );
    }
    return (
        <DialogFrame
            title={title}
            {...(ready.length > 0 && {
                confirmLabel:
                    ready.length === 1 ? words(`confirm.${outcome}`) : words(`confirm.${outcome}Many`, ready.length),
                onConfirm: confirm,
            })}
            cancelLabel={words('cancel')}
            onCancel={onEnd}
            page="form"
        >
            <ErrorPanel error={closing.error} during="writing" />
            <LeftOut input={input} />
            {ready.length === 0 ? (
                <p>{words('nothing.blocked')}</p>
            ) : (
                <>
                    <ClosingList candidates={ready} input={input} draft={draft} onDraft={onDraft} />
                    {withWarnings.length > 0 && (
                        <OpenPoints
                            title={words('many.warnings')}
                            candidates={withWarnings}
                            columnLabels={input.columnLabels}
                        >
                            <WarningsConfirmation
                                confirmed={draft.confirmed}
                                hasProblem={tried && unconfirmed}
                                onConfirm={(confirmed) => onDraft({ ...draft, confirmed })}
                            />
                        </OpenPoints>
                    )}
                    <ClosingFields
                        input={input}
                        draft={draft}
                        problems={tried ? problems : []}
                        today={localDay(host.now())}
                        webApi={host.webApi}
                        onChange={onDraft}
                    />
                </>
            )}
        </DialogFrame>
    );

    function summary(count: number): string {
        if (count < ready.length) return words('result.some', count, ready.length);
        return count === 1 ? words('result.only') : words('result.all', count);
    }

    function doneText({ id, currency }: Opportunity): string {
        const candidate = ready.find(({ opportunity }) => opportunity.id === id);
        const revenue = candidate && outcome === 'won' ? revenueOf(candidate, draft, input) : null;
        if (revenue === null) return words(`result.${outcome}`);
        return words('result.wonFor', formatMoney(revenue, currency, reader.locale));
    }

    function confirm(): void {
        setTried(true);
        if (problems.length === 0 && !unconfirmed) void closing.run(ready);
    }

    async function run(candidates: readonly ClosingCandidate[]): Promise<void> {
        const { status } = answer;
        if (status === null) return;
        stopped.current = false;
        setDone(0);
        const changes = candidates.map((candidate) =>
            changeOf(candidate, draft, { ...answer, status }, input, words, host.now()),
        );
        const all = await changeEachOpportunity(host, changes, {
            isCancelled: () => stopped.current,
            onProgress: (some) => {
                onChanged(changedIds(some));
                if (mounted.current) setDone(some.size);
            },
        });
        setResults(all);
    }
}
