import React from 'react';

export interface NoteFieldProps {
    readonly label: string;
    readonly value: string;
    readonly required: boolean;
    /** Shown below; empty while there is none. */
    readonly problem: string;
    readonly onChange: (value: string) => void;
}

/** Length of the columns that keep notes. */
const NOTE_LENGTH = 2000;

export function NoteField({ label, value, required, problem, onChange }: NoteFieldProps): JSX.Element {
    return (
        <div className="field">
            <label className={required ? 'label required' : 'label'} htmlFor="note">
                {label}
            </label>
            <textarea
                id="note"
                maxLength={NOTE_LENGTH}
                value={value}
                aria-required={required}
                aria-invalid={problem !== ''}
                aria-describedby={problem === '' ? undefined : 'note-problem'}
                onChange={(event) => onChange(event.target.value)}
            />
            {problem !== '' && (
                <p className="problem" id="note-problem" role="alert">
                    {problem}
                </p>
            )}
        </div>
    );
}
