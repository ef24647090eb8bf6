import React, { useState } from 'react';
import {
    changedIds,
    changeEachOpportunity,
    type OpportunityChangeResult,
} from '../../../lifecycle/close-opportunity/change-each-opportunity';
import { checkClosing, isRevenueValid } from '../../../lifecycle/close-opportunity/closing';
import { isBlocked, type ClosingCandidate } from '../../../lifecycle/close-opportunity/prepare-closing';
import { localDay } from '../../../lifecycle/commands/lead-row';
import { OpportunityState } from '../../../lifecycle/choices';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { MoneyField } from '../../dialog/MoneyField';
import { useRunning } from '../../dialog/use-running';
import { ChangeProblem } from '../dialog/ChangeProblem';
import { formatDay, formatMoney } from '../dialog/format';
import { OpportunityCard } from '../dialog/OpportunityCard';
import { useReader } from '../dialog/use-reader';
import { changeOf, revenueOf } from './changes';
import type { ClosingParts } from './closing-parts';
import { ClosingFields } from './ClosingFields';
import { answerOf } from './draft';
import { GateSection } from './GateSection';
import { useCloseWords } from './words';

export interface CloseOneProps extends ClosingParts {
    readonly candidate: ClosingCandidate;
    readonly onReload: () => void;
    /** Leaves the dialog for the field of a column. */
    readonly onFocus: (column: string) => void;
}

/** The dialog about one opportunity: it closes with it, and stays with what the seller entered when it did not work. */
export function CloseOne(props: CloseOneProps): JSX.Element {
    const { connection, host, input, draft, candidate, onDraft, onChanged, onEnd, onReload, onFocus } = props;
    const { outcome, range } = input;
    const { opportunity, verdict } = candidate;
    const words = useCloseWords();
    const reader = useReader(host.user.id);
    const [tried, setTried] = useState(false);
    const [result, setResult] = useState<OpportunityChangeResult | null>(null);
    const closing = useRunning(run, host.report);

    const blocked = isBlocked(candidate);
    const answer = answerOf(draft, input);
    const problems = checkClosing(
        answer,
        input.statuses.map(({ value }) => value),
    );
    const unconfirmed = verdict.warnings.length > 0 && !draft.confirmed;
    const revenue = revenueOf(candidate, draft, input);
    const [firstOpen] = verdict.blocking;
    const firstReachable = verdict.blocking.find(({ column }) => connection.input.reachable?.includes(column) ?? true);

    return (
        <DialogFrame
            title={words(`title.${outcome}`)}
            {...(blocked ? wayOut() : { confirmLabel: words(`confirm.${outcome}`), onConfirm: confirm })}
            cancelLabel={words('cancel')}
            onCancel={onEnd}
            busy={closing.isRunning}
            page={blocked ? 'gate' : 'form'}
        >
            {!closing.isRunning && <ErrorPanel error={closing.error} during="writing" />}
            {result && !closing.isRunning && (
                <ChangeProblem
                    result={result}
                    reader={reader}
                    failedTitle={words('failed.title')}
                    changedTitle={words('changed.title')}
                    changedText={(now) => (now.state === OpportunityState.open ? words('changed.open') : '')}
                    againLabel={words('changed.again')}
                    onReload={() => {
                        setResult(null);
                        onReload();
                    }}
                />
            )}
            <OpportunityCard opportunity={opportunity} facts={facts()} />
            <GateSection
                verdict={verdict}
                columnLabels={input.columnLabels}
                reachable={connection.input.reachable}
                confirmed={draft.confirmed}
                hasProblem={tried && unconfirmed}
                onConfirm={(confirmed) => onDraft({ ...draft, confirmed })}
                onFocus={onFocus}
            />
            {!blocked && (
                <ClosingFields
                    input={input}
                    draft={draft}
                    problems={tried ? problems : []}
                    today={localDay(host.now())}
                    webApi={host.webApi}
                    onChange={onDraft}
                    revenue={
                        <MoneyField
                            label={reader.words('actualRevenue')}
                            currency={opportunity.currency.symbol}
                            decimals={opportunity.currency.decimals}
                            min={range.least}
                            max={range.most}
                            value={revenue}
                            onChange={(value) =>
                                onDraft({ ...draft, revenues: new Map(draft.revenues).set(opportunity.id, value) })
                            }
                        />
                    }
                />
            )}
        </DialogFrame>
    );

    /** What a blocked opportunity offers in place of closing. */
    function wayOut(): { readonly confirmLabel?: string; readonly onConfirm?: () => void } {
        if (connection.input.reachable === null) {
            return { confirmLabel: words('gate.openForm'), onConfirm: () => onFocus(firstOpen?.column ?? '') };
        }
        if (!firstReachable) return {};
        return { confirmLabel: words('gate.first'), onConfirm: () => onFocus(firstReachable.column) };
    }

    function facts(): readonly { readonly label: string; readonly value: string }[] {
        const { estimatedRevenue, estimatedCloseDate, currency } = opportunity;
        const { words: general, locale } = reader;
        return [
            {
                label: general('estimatedRevenue'),
                value: estimatedRevenue === null ? '–' : formatMoney(estimatedRevenue, currency, locale),
            },
            {
                label: general('estimatedClose'),
                value: estimatedCloseDate === '' ? '–' : formatDay(estimatedCloseDate, locale),
            },
        ];
    }

    function confirm(): void {
        setTried(true);
        if (problems.length === 0 && !unconfirmed && isRevenueValid(revenue, range)) void closing.run();
    }

    async function run(): Promise<void> {
        const { status } = answer;
        if (status === null) return;
        const change = changeOf(candidate, draft, { ...answer, status }, input, words, host.now());
        const results = await changeEachOpportunity(host, [{ ...change, mayBeDone: result?.kind === 'unknown' }]);
        const next = results.get(opportunity.id);
        if (next?.kind === 'done') {
            connection.close({ changed: [opportunity.id], open: null, focus: null });
            return;
        }
        onChanged(changedIds(results));
        setResult(next ?? null);
    }
}
