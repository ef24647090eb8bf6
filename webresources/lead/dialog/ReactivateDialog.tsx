import React, { useCallback, useState } from 'react';
import { isBlank } from '../../../lifecycle/row';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { NoteField } from '../../dialog/NoteField';

/** Asks for the status reason that a closed lead comes back to. */
export function ReactivateDialog({ connection }: { readonly connection: Connection<'reactivate'> }): JSX.Element {
    const { input, text, close } = connection;
    const [status, setStatus] = useState(input.proposed);
    const [note, setNote] = useState('');
    const [tried, setTried] = useState(false);
    const cancel = useCallback(() => close(null), [close]);

    const noteRequired = input.targets.find((target) => target.value === status)?.noteRequired ?? false;
    const noteMissing = noteRequired && isBlank(note);
    const [onlyName] = input.leadNames;

    return (
        <DialogFrame
            title={text('reactivate.title')}
            confirmLabel={text('reactivate.button')}
            cancelLabel={text('button.cancel')}
            confirmDisabled={status === null}
            onCancel={cancel}
            onConfirm={() => {
                setTried(true);
                if (status !== null && !noteMissing) close({ status, note });
            }}
        >
            <p className="intro">
                {input.leadNames.length === 1
                    ? text('reactivate.dialog.intro', onlyName ?? '')
                    : text('reactivate.dialog.introMany', input.leadNames.length)}
            </p>
            <fieldset>
                <legend className="required">{text('reactivate.dialog.status')}</legend>
                {input.targets.map((target) => (
                    <label className="choice" key={target.value}>
                        <input
                            type="radio"
                            name="status"
                            checked={status === target.value}
                            onChange={() => setStatus(target.value)}
                        />
                        {target.label}
                    </label>
                ))}
            </fieldset>
            <NoteField
                label={text('reactivate.dialog.note')}
                value={note}
                required={noteRequired}
                problem={tried && noteMissing ? text('reactivate.dialog.problem.note') : ''}
                onChange={setNote}
            />
        </DialogFrame>
    );
}
