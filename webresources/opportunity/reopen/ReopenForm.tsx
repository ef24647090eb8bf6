import React, { useRef, useState } from 'react';
import { OpportunityState } from '../../../lifecycle/choices';
import type { ChangeResults as Results } from '../../../lifecycle/change-sets/run-change-sets';
import { changedIds, changeEachOpportunity } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import type { ReopeningInput } from '../../../lifecycle/close-opportunity/prepare-reopening';
import { reopeningWrites } from '../../../lifecycle/close-opportunity/reopening-writes';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { RadioGroup } from '../../dialog/RadioGroup';
import { useMounted } from '../../dialog/use-mounted';
import { useRunning } from '../../dialog/use-running';
import { ChangeProblem } from '../dialog/ChangeProblem';
import { ChangeProgress } from '../dialog/ChangeProgress';
import { ChangeResults } from '../dialog/ChangeResults';
import { useReader } from '../dialog/use-reader';
import { Reopened } from './Reopened';
import { useReopenWords } from './words';

export interface ReopenFormProps {
    readonly connection: Connection<'reopen-opportunity'>;
    readonly host: DialogHost;
    readonly input: ReopeningInput;
    /** Told the ids of opportunities that are not as the opener shows them any more. */
    readonly onChanged: (ids: readonly string[]) => void;
    /** Starts over with these. */
    readonly onAgain: (ids: readonly string[]) => void;
    readonly onEnd: () => void;
}

/** Asks for the status reason, opens the opportunities again, and shows what came of each of several. */
export function ReopenForm(props: ReopenFormProps): JSX.Element {
    const { connection, host, input, onChanged, onAgain, onEnd } = props;
    const { closed, statuses, processes } = input;
    const words = useReopenWords();
    const reader = useReader(host.user.id);
    const [chosen, setChosen] = useState<number | null>(null);
    const [tried, setTried] = useState(false);
    const [done, setDone] = useState(0);
    const [results, setResults] = useState<Results<Opportunity> | null>(null);
    const stopped = useRef(false);
    const mounted = useMounted();
    const reopening = useRunning(run, host.report);
    const status = chosen ?? statuses[0]?.value ?? null;
    const isOne = connection.input.ids.length === 1;
    const [first] = results?.values() ?? [];

    if (reopening.isRunning && !isOne) {
        return (
            <ChangeProgress
                title={words('title')}
                label={words('running')}
                done={done}
                count={closed.length}
                stopLabel={words('stop')}
                onStop={() => (stopped.current = true)}
            />
        );
    }
    if (results !== null && !isOne) {
        return (
            <ChangeResults
                title={words('title')}
                summary={summary}
                listLabel={words('result.title')}
                retryLabel={words('result.retry')}
                closeLabel={words('close')}
                opportunities={closed}
                results={results}
                doneText={() => words('result.done')}
                clientUrl={connection.session.clientUrl}
                reader={reader}
                onAgain={onAgain}
                onClose={onEnd}
            />
        );
    }
    return (
        <DialogFrame
            title={words('title')}
            confirmLabel={closed.length === 1 ? words('confirm') : words('confirmMany', closed.length)}
            onConfirm={() => {
                setTried(true);
                if (status !== null) void reopening.run(status);
            }}
            cancelLabel={words('cancel')}
            onCancel={onEnd}
            busy={reopening.isRunning}
            page="form"
        >
            {first && !reopening.isRunning && (
                <ChangeProblem
                    result={first}
                    reader={reader}
                    failedTitle={words('failed.title')}
                    changedTitle={words('changed.title')}
                    changedText={(now) => (now.state === OpportunityState.open ? '' : words('changed.closed'))}
                    againLabel={words('changed.again')}
                    onReload={() => onAgain(connection.input.ids)}
                />
            )}
            <Reopened input={input} />
            {statuses.length !== 1 && (
                <RadioGroup
                    label={words('status')}
                    required
                    problem={tried && status === null ? words('problem.status') : ''}
                    options={statuses.map(({ value, label }) => ({ value, label }))}
                    value={status}
                    onChange={setChosen}
                />
            )}
            <p className="hint">{words(isOne ? 'what.one' : 'what.many')}</p>
        </DialogFrame>
    );

    function summary(count: number): string {
        if (count < closed.length) return words('result.some', count, closed.length);
        return count === 1 ? words('result.only') : words('result.all', count);
    }

    async function run(to: number): Promise<void> {
        stopped.current = false;
        setDone(0);
        const all = await changeEachOpportunity(
            host,
            closed.map((opportunity) => ({
                id: opportunity.id,
                etag: opportunity.etag,
                writes: reopeningWrites(opportunity, to, processes.get(opportunity.id) ?? []),
                wanted: OpportunityState.open,
                mayBeDone: isOne && first?.kind === 'unknown',
            })),
            {
                isCancelled: () => stopped.current,
                onProgress: (some) => {
                    onChanged(changedIds(some));
                    if (mounted.current) setDone(some.size);
                },
            },
        );
        if (isOne && [...all.values()].every(({ kind }) => kind === 'done')) {
            connection.close({ changed: closed.map(({ id }) => id), open: null });
        } else {
            setResults(all);
        }
    }
}
