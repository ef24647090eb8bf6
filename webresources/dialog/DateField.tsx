import React, { useLayoutEffect, useRef, useState } from 'react';
import { Field, type FieldProps } from './Field';
import { useGeneralWords } from './language';

export interface DateFieldProps extends FieldProps {
    /** As `YYYY-MM-DD`; empty for none. */
    readonly value: string;
    /** The first and the last day that the browser's calendar offers. */
    readonly min?: string;
    readonly max?: string;
    readonly onChange: (value: string) => void;
}

/** A day, by the browser's own field: it knows the user's format, keyboard and calendar. */
export function DateField({ value, min, max, onChange, problem, ...field }: DateFieldProps): JSX.Element {
    const words = useGeneralWords();
    const input = useRef<HTMLInputElement>(null);
    const [partial, setPartial] = useState(false);
    useLayoutEffect(() => input.current?.setCustomValidity(partial ? words('date.unreadable') : ''));
    const notePartial = (): void => setPartial(input.current?.validity.badInput ?? false);
    return (
        <Field {...field} problem={partial ? words('date.unreadable') : (problem ?? '')}>
            {(control) => (
                <input
                    {...control}
                    ref={input}
                    type="date"
                    min={min}
                    max={max}
                    value={value}
                    onChange={(event) => {
                        // A day that is not whole yet comes as an empty value; what stood there must not be lost by it.
                        if (event.target.value !== '' || !event.target.validity.badInput) onChange(event.target.value);
                        if (partial) notePartial();
                    }}
                    onBlur={notePartial}
                />
            )}
        </Field>
    );
}
