import * as React from 'react';
import { useMounted } from '../../use-mounted';
import type { StatusChoices } from '../status-choices';
import type { OwnText } from '../texts';

/** Option that asks why the others are not offered; no status reason has a text as its value. */
const WHY = 'why';

export interface StatusCellProps {
    readonly label: string;
    readonly choices: StatusChoices;
    readonly text: OwnText;
    readonly onChange: (status: number | null) => Promise<boolean>;
}

/** The status reason as a list of where the lead may go, and the way to why it may not go elsewhere. */
export function StatusCell(props: StatusCellProps): JSX.Element {
    const { label, choices, text, onChange } = props;
    const { current, targets } = choices;
    // What was chosen shows until it is written or refused.
    const [pending, setPending] = React.useState<string | null>(null);
    const mounted = useMounted();
    const choose = async (value: string): Promise<void> => {
        if (value !== WHY) setPending(value);
        await onChange(value === WHY ? null : Number(value));
        if (mounted.current) setPending(null);
    };
    return (
        <select
            aria-label={label}
            className="llc-eg-input"
            value={pending ?? String(current.value ?? '')}
            onChange={(event) => void choose(event.target.value)}
        >
            <option value={String(current.value ?? '')}>{current.label}</option>
            {targets.map(({ value, label: name, noteRequired }) => (
                <option key={value} value={String(value)}>
                    {noteRequired ? text('status.note', name) : name}
                </option>
            ))}
            <option value={WHY}>{text('status.why')}</option>
        </select>
    );
}
