import React from 'react';
import type { Target } from '../../../lifecycle/qualify/target';
import { useElementId } from '../../dialog/use-id';
import { RecordIcon } from './RecordIcon';

export interface RecordAction<Value extends string> {
    readonly value: Value;
    readonly label: string;
    /** Why it cannot be chosen; empty when it can. */
    readonly impossible?: string;
}

export interface RecordCardProps<Value extends string> {
    readonly target: Target;
    /** What kind of record it is. */
    readonly title: string;
    /** Name of the record that there will be; empty for none. */
    readonly name: string;
    /** What can be done with it; none where there is no choice. */
    readonly actions: readonly RecordAction<Value>[];
    readonly value: Value;
    readonly onChange: (value: Value) => void;
    readonly children?: React.ReactNode;
}

/** One record that the lead becomes: what it is, what is done with it, and what that takes. */
export function RecordCard<Value extends string>(props: RecordCardProps<Value>): JSX.Element {
    const { target, title, name, actions, value, onChange, children } = props;
    const id = useElementId('card');
    const reasons = actions.filter(({ impossible = '' }) => impossible !== '');
    return (
        <section className="record-card" aria-labelledby={id}>
            <div className="record-head">
                <RecordIcon target={target} />
                <div className="record-title">
                    <h3 id={id}>{title}</h3>
                    {name !== '' && <p className="record-name">{name}</p>}
                </div>
                {actions.length > 0 && (
                    <div className="segments" role="radiogroup" aria-labelledby={id}>
                        {actions.map(({ value: option, label, impossible = '' }) => (
                            <label key={option} className="segment">
                                <input
                                    type="radio"
                                    name={id}
                                    checked={value === option}
                                    disabled={impossible !== ''}
                                    aria-describedby={impossible === '' ? undefined : `${id}-${option}`}
                                    onChange={() => onChange(option)}
                                />
                                <span>{label}</span>
                            </label>
                        ))}
                    </div>
                )}
            </div>
            {reasons.map(({ value: option, impossible }) => (
                <p key={option} className="hint" id={`${id}-${option}`}>
                    {impossible}
                </p>
            ))}
            {children}
        </section>
    );
}
