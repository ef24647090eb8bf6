import React from 'react';
import { useElementId } from './use-id';

/** What every field of a dialog takes. */
export interface FieldProps {
    readonly label: string;
    readonly required?: boolean;
    /** Shown below the field. */
    readonly hint?: React.ReactNode;
    /** Shown below, and read out; empty while there is none. */
    readonly problem?: string;
    readonly disabled?: boolean;
}

/** What a field's control must bear, so that label, hint and problem belong to it. */
export interface ControlProps {
    readonly id: string;
    readonly disabled: boolean;
    readonly 'aria-required': boolean;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
}

export interface FieldFrameProps extends FieldProps {
    readonly children: (control: ControlProps) => React.ReactNode;
}

/** Label above, hint and problem below a control of any kind. */
export function Field({ label, required, hint, problem, disabled, children }: FieldFrameProps): JSX.Element {
    const id = useElementId('field');
    const hasHint = hint !== undefined && hint !== '';
    const hasProblem = problem !== undefined && problem !== '';
    const describedBy = [...(hasProblem ? [`${id}-problem`] : []), ...(hasHint ? [`${id}-hint`] : [])].join(' ');
    return (
        <div className="field">
            <label className={required ? 'label required' : 'label'} htmlFor={id}>
                {label}
            </label>
            {children({
                id,
                disabled: disabled ?? false,
                'aria-required': required ?? false,
                'aria-invalid': hasProblem,
                'aria-describedby': describedBy || undefined,
            })}
            {hasHint && (
                <p className="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            {hasProblem && (
                <p className="problem" id={`${id}-problem`} role="alert">
                    {problem}
                </p>
            )}
        </div>
    );
}
