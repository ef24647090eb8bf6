import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Field, type FieldProps } from './Field';
import { useGeneralWords, useLocale } from './language';
import { moneyText, readNumber } from './number-text';

export interface NumberFieldProps extends FieldProps {
    readonly value: number | null;
    /** Digits after the decimal separator, at most; 0 unless said otherwise. */
    readonly decimals?: number;
    readonly min?: number;
    readonly max?: number;
    /** Written behind the number, such as a unit or a currency. */
    readonly unit?: string;
    /** Not called for a text that is no number: the field says so itself, and the frame cannot be confirmed. */
    readonly onChange: (value: number | null) => void;
}

/** A number as the user's region writes it. What is typed stays as it is until the field is left. */
export function NumberField(props: NumberFieldProps): JSX.Element {
    const { value, decimals = 0, min, max, unit, onChange, problem, ...field } = props;
    const words = useGeneralWords();
    const locale = useLocale();
    const written = (number: number | null): string => (number === null ? '' : moneyText(number, locale, decimals));
    // Null while the value is shown as it is.
    const [typed, setTyped] = useState<string | null>(null);
    const [left, setLeft] = useState(true);
    const input = useRef<HTMLInputElement>(null);
    const text = typed ?? written(value);
    const unreadable = problemOf(readNumber(text, locale));
    useLayoutEffect(() => input.current?.setCustomValidity(unreadable));
    // A value that comes from elsewhere replaces what was typed.
    const last = useRef(value);
    useEffect(() => {
        if (last.current !== value) setTyped(null);
        last.current = value;
    }, [value]);
    return (
        <Field {...field} problem={(left && unreadable) || problem || ''}>
            {(control) => (
                <span className="with-unit">
                    <input
                        {...control}
                        ref={input}
                        type="text"
                        inputMode={decimals > 0 ? 'decimal' : 'numeric'}
                        autoComplete="off"
                        value={text}
                        onChange={(event) => change(event.target.value)}
                        onBlur={() => {
                            setLeft(true);
                            if (unreadable === '') setTyped(null);
                        }}
                    />
                    {unit !== undefined && unit !== '' && <span className="unit">{unit}</span>}
                </span>
            )}
        </Field>
    );

    function change(next: string): void {
        setTyped(next);
        setLeft(false);
        const number = readNumber(next, locale);
        if (problemOf(number) !== '') return;
        last.current = rounded(number);
        onChange(last.current);
    }

    function rounded(number: number | null): number | null {
        return number === null ? null : Number(number.toFixed(decimals));
    }

    function problemOf(number: number | null): string {
        if (number === null) return '';
        if (Number.isNaN(number)) return words('number.unreadable', written(decimals > 0 ? 1234.5 : 1234));
        if (min !== undefined && number < min) return words('number.least', written(min));
        if (max !== undefined && number > max) return words('number.most', written(max));
        return '';
    }
}
