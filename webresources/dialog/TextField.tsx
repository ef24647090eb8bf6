import React from 'react';
import { Field, type FieldProps } from './Field';

export interface TextFieldProps extends FieldProps {
    readonly value: string;
    /** Of the column, in characters. */
    readonly maxLength?: number;
    readonly onChange: (value: string) => void;
}

export function TextField({ value, maxLength, onChange, ...field }: TextFieldProps): JSX.Element {
    return (
        <Field {...field}>
            {(control) => (
                <input
                    {...control}
                    type="text"
                    autoComplete="off"
                    maxLength={maxLength}
                    value={value}
                    onChange={(event) => onChange(event.target.value)}
                />
            )}
        </Field>
    );
}
