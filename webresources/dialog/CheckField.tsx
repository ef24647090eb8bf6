import React from 'react';
import { useElementId } from './use-id';

export interface CheckFieldProps {
    readonly label: React.ReactNode;
    readonly detail?: React.ReactNode;
    readonly value: boolean;
    readonly disabled?: boolean;
    readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, detail, value, disabled, onChange }: CheckFieldProps): JSX.Element {
    const id = useElementId('check');
    const hasDetail = detail !== undefined && detail !== '';
    return (
        <div className="field check">
            <label className="choice">
                <input
                    type="checkbox"
                    checked={value}
                    disabled={disabled}
                    aria-describedby={hasDetail ? id : undefined}
                    onChange={(event) => onChange(event.target.checked)}
                />
                <span>{label}</span>
            </label>
            {hasDetail && (
                <p className="hint" id={id}>
                    {detail}
                </p>
            )}
        </div>
    );
}
