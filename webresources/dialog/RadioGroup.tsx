import React from 'react';
import type { FieldProps } from './Field';
import { useElementId } from './use-id';

export interface RadioOption<Value> {
    readonly value: Value;
    readonly label: React.ReactNode;
    /** Beside the label, softer. */
    readonly detail?: React.ReactNode;
    readonly disabled?: boolean;
    /** What this choice asks further; shown below it while it is chosen. */
    readonly content?: React.ReactNode;
}

export interface RadioOptionGroup<Value> {
    /** Stands above its options; empty for none. */
    readonly label: string;
    readonly options: readonly RadioOption<Value>[];
}

export interface RadioGroupProps<Value> extends FieldProps {
    /** Give `options`, or `groups` of them. */
    readonly options?: readonly RadioOption<Value>[];
    readonly groups?: readonly RadioOptionGroup<Value>[];
    readonly value: Value | null;
    readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight, in groups if need be. */
export function RadioGroup<Value extends string | number>(props: RadioGroupProps<Value>): JSX.Element {
    const { label, required, hint, problem = '', disabled, options = [], groups, value, onChange } = props;
    const id = useElementId('radio');
    const described = [...(problem === '' ? [] : [`${id}-problem`]), ...(hint ? [`${id}-hint`] : [])].join(' ');
    return (
        <fieldset
            role="radiogroup"
            disabled={disabled}
            data-invalid={problem !== ''}
            aria-required={required ?? false}
            aria-invalid={problem !== ''}
            aria-labelledby={`${id}-label`}
            aria-describedby={described || undefined}
        >
            <legend id={`${id}-label`} className={required ? 'required' : undefined}>
                {label}
            </legend>
            {hint && (
                <p className="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            {(groups ?? [{ label: '', options }]).map((group, at) =>
                group.label === '' ? (
                    <React.Fragment key={at}>{group.options.map(radio)}</React.Fragment>
                ) : (
                    <div key={at} role="group" aria-labelledby={`${id}-group-${at}`}>
                        <div className="group-name" id={`${id}-group-${at}`}>
                            {group.label}
                        </div>
                        {group.options.map(radio)}
                    </div>
                ),
            )}
            {problem !== '' && (
                <p className="problem" id={`${id}-problem`} role="alert">
                    {problem}
                </p>
            )}
        </fieldset>
    );

    function radio(option: RadioOption<Value>): JSX.Element {
        const chosen = option.value === value;
        return (
            <React.Fragment key={option.value}>
                <label className="choice">
                    <input
                        type="radio"
                        name={id}
                        checked={chosen}
                        disabled={option.disabled}
                        onChange={() => onChange(option.value)}
                    />
                    <span>
                        {option.label}
                        {option.detail !== undefined && option.detail !== '' && (
                            <span className="choice-detail"> · {option.detail}</span>
                        )}
                    </span>
                </label>
                {chosen && option.content !== undefined && <div className="choice-content">{option.content}</div>}
            </React.Fragment>
        );
    }
}
