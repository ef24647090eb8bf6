import * as React from 'react';
import { useMounted } from '../../use-mounted';
import type { OwnText } from '../texts';

export interface TextCellProps {
    readonly label: string;
    readonly value: string;
    readonly text: OwnText;
    /** Answers whether the value was written. */
    readonly onChange: (value: string) => Promise<boolean>;
}

/** A text that turns into a field by click, Enter or F2. Enter and leaving the field write it, Escape takes it back. */
export function TextCell(props: TextCellProps): JSX.Element {
    const { label, value, text, onChange } = props;
    const [draft, setDraft] = React.useState<string | null>(null);
    const button = React.useRef<HTMLButtonElement>(null);
    const returnFocus = React.useRef(false);
    const mounted = useMounted();
    React.useEffect(() => {
        if (draft !== null || !returnFocus.current) return;
        returnFocus.current = false;
        button.current?.focus();
    }, [draft]);

    const stop = (focus: boolean): void => {
        returnFocus.current = focus;
        setDraft(null);
    };
    const write = async (focus: boolean): Promise<void> => {
        if (draft === null) return;
        const wanted = draft.trim();
        if (wanted === value) {
            stop(focus);
            return;
        }
        // What could not be written stays to be put right; what was written comes back with the row.
        if ((await onChange(wanted)) && mounted.current) stop(focus);
    };

    if (draft === null) {
        return (
            <button
                ref={button}
                type="button"
                className="llc-eg-cell"
                aria-label={text('cell.edit', label, value)}
                title={value}
                onClick={() => setDraft(value)}
                onKeyDown={(event) => {
                    if (event.key === 'F2') setDraft(value);
                }}
            >
                {value}
            </button>
        );
    }
    return (
        <input
            autoFocus
            type="text"
            className="llc-eg-input"
            aria-label={label}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => void write(false)}
            onKeyDown={(event) => {
                if (event.key === 'Enter') void write(true);
                if (event.key === 'Escape') {
                    event.stopPropagation();
                    stop(true);
                }
            }}
        />
    );
}
