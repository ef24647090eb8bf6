import * as React from 'react';
import type { ChoiceOption } from '../choice-metadata';
import type { OwnText } from '../texts';

export interface ChoiceCellProps {
    readonly label: string;
    readonly value: number | null;
    readonly options: readonly ChoiceOption[];
    readonly text: OwnText;
    readonly onChange: (value: number | null) => Promise<boolean>;
}

/** A choice; emptying it is one of its options. */
export function ChoiceCell(props: ChoiceCellProps): JSX.Element {
    const { label, value, options, text, onChange } = props;
    return (
        <select
            aria-label={label}
            className="llc-eg-input"
            value={String(value ?? '')}
            onChange={(event) => void onChange(event.target.value === '' ? null : Number(event.target.value))}
        >
            <option value="">{text('cell.none')}</option>
            {options.map((option) => (
                <option key={option.value} value={String(option.value)}>
                    {option.label}
                </option>
            ))}
        </select>
    );
}
