import React, { useCallback, useState } from 'react';
import { isBlank } from '../../../lifecycle/row';
import type { ExplainedTarget } from '../../../lifecycle/transitions/explain';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { NoteField } from '../../dialog/NoteField';

/** Shows where a lead may go, and for every other status reason why not. */
export function StatusDialog({ connection }: { readonly connection: Connection<'status'> }): JSX.Element {
    const { input, text, close } = connection;
    const [status, setStatus] = useState(input.proposed);
    const [note, setNote] = useState('');
    const [tried, setTried] = useState(false);
    const cancel = useCallback(() => close(null), [close]);

    const targets = input.groups.flatMap((group) => group.targets);
    const chosen = targets.find((target) => target.value === status);
    // What leads to another state has a dialog of its own, which asks for the note.
    const asksNote = chosen?.way === 'update';
    const noteMissing = asksNote && chosen.noteRequired && isBlank(note);
    const isPossible = targets.some(canReach);

    return (
        <DialogFrame
            title={text('status.title')}
            confirmLabel={text(chosen && !asksNote ? 'button.continue' : 'status.button')}
            cancelLabel={text(isPossible ? 'button.cancel' : 'button.close')}
            confirmDisabled={!isPossible}
            onCancel={cancel}
            onConfirm={() => {
                setTried(true);
                if (status !== null && !noteMissing) close({ status, note: asksNote ? note : '' });
            }}
        >
            <p className="intro">{text('status.dialog.intro', input.leadName, input.current)}</p>
            {input.guardIsOff && <p className="message notice">{text('guard.off')}</p>}
            {isPossible ? (
                <fieldset
                    data-invalid={tried && status === null}
                    aria-describedby={tried && status === null ? 'status-problem' : undefined}
                >
                    <legend className="required">{text('status.dialog.possible')}</legend>
                    {input.groups.map(({ label, targets: ofState }) => choices(label, ofState.filter(canReach)))}
                    {tried && status === null && (
                        <p className="problem" id="status-problem" role="alert">
                            {text('status.dialog.problem.status')}
                        </p>
                    )}
                </fieldset>
            ) : (
                <p>{text('status.dialog.nothingPossible')}</p>
            )}
            {asksNote && (
                <NoteField
                    label={text('status.dialog.note')}
                    value={note}
                    required={chosen.noteRequired}
                    problem={tried && noteMissing ? text('status.dialog.problem.note') : ''}
                    onChange={setNote}
                />
            )}
            <Refused title={text('status.dialog.impossible')} targets={targets.filter((target) => !canReach(target))} />
        </DialogFrame>
    );

    function choices(label: string, ofState: readonly ExplainedTarget[]): React.ReactNode {
        const [first] = ofState;
        if (!first) return null;
        const id = `group-${first.value}`;
        return (
            <div role="group" aria-labelledby={id} key={id}>
                <div className="group-name" id={id}>
                    {label}
                </div>
                {ofState.map((target) => (
                    <label className="choice" key={target.value}>
                        <input
                            type="radio"
                            name="status"
                            checked={status === target.value}
                            onChange={() => setStatus(target.value)}
                        />
                        <span>
                            {target.label}
                            {target.noteRequired && (
                                <span className="choice-detail"> · {text('status.dialog.noteNeeded')}</span>
                            )}
                        </span>
                    </label>
                ))}
            </div>
        );
    }
}

function canReach(target: ExplainedTarget): boolean {
    return target.way !== null;
}

interface RefusedProps {
    readonly title: string;
    readonly targets: readonly ExplainedTarget[];
}

function Refused({ title, targets }: RefusedProps): JSX.Element {
    if (targets.length === 0) return <></>;
    return (
        <section aria-labelledby="refused">
            <h2 id="refused">{title}</h2>
            <dl className="refused">
                {targets.map((target) => (
                    <div key={target.value}>
                        <dt>{target.label}</dt>
                        {target.why.map((line) => (
                            <dd key={line}>{line}</dd>
                        ))}
                    </div>
                ))}
            </dl>
        </section>
    );
}
