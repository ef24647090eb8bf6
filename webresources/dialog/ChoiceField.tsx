import React from 'react';
import { Field, type FieldProps } from './Field';
import { useGeneralWords } from './language';

export interface ChoiceOption<Value> {
    readonly value: Value;
    readonly label: string;
}

export interface ChoiceFieldProps<Value> extends FieldProps {
    readonly options: readonly ChoiceOption<Value>[];
    readonly value: Value | null;
    /** Null when the user takes the choice back, which only a field that is not required permits. */
    readonly onChange: (value: Value | null) => void;
    /** The line for no choice. */
    readonly none?: string;
}

/** One of several in a drop-down list: for more than some six, else a RadioGroup shows them all. */
export function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>): JSX.Element {
    const { options, value, onChange, none, ...field } = props;
    const words = useGeneralWords();
    const index = options.findIndex((option) => option.value === value);
    return (
        <Field {...field}>
            {(control) => (
                <select
                    {...control}
                    value={index}
                    onChange={(event) => onChange(options[Number(event.target.value)]?.value ?? null)}
                >
                    {(index < 0 || !field.required) && <option value={-1}>{none ?? words('choice.none')}</option>}
                    {options.map((option, at) => (
                        <option key={option.value} value={at}>
                            {option.label}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}
