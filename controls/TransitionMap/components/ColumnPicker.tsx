import * as React from 'react';
import { Icon } from '../../appearance/icons';
import type { LeadColumnInfo } from '../environment/maker-environment';
import { matchingColumns } from '../matching-columns';
import type { OwnText } from '../texts';

export interface ColumnPickerProps {
    readonly label: string;
    /** Logical names. */
    readonly chosen: readonly string[];
    /** Null while they are unknown; then nothing can be added. */
    readonly columns: readonly LeadColumnInfo[] | null;
    readonly disabled: boolean;
    readonly text: OwnText;
    readonly onChange: (chosen: readonly string[]) => void;
}

/** Picks columns of lead by their display names (WAI-ARIA Authoring Practices, "Combobox with list autocomplete"). */
export function ColumnPicker(props: ColumnPickerProps): JSX.Element {
    const { label, chosen, columns, disabled, text, onChange } = props;
    const [id] = React.useState(() => `llc-tm-columns-${(pickers += 1)}`);
    const [typed, setTyped] = React.useState('');
    const [isOpen, setOpen] = React.useState(false);
    const [active, setActive] = React.useState(0);
    const input = React.useRef<HTMLInputElement>(null);
    const found = columns === null ? [] : matchingColumns(columns, typed, chosen);
    const shown = isOpen && found.length > 0;
    const activeColumn = found[Math.min(active, found.length - 1)];
    const labelOf = (name: string): string => columns?.find((column) => column.name === name)?.label ?? name;
    const exists = (name: string): boolean => columns === null || columns.some((column) => column.name === name);

    const add = (column: LeadColumnInfo): void => {
        onChange([...chosen, column.name]);
        setTyped('');
        setActive(0);
        setOpen(false);
        input.current?.focus();
    };
    const remove = (name: string): void => {
        onChange(chosen.filter((one) => one !== name));
        input.current?.focus();
    };
    const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp': {
                event.preventDefault();
                if (!shown) setOpen(true);
                else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
                else setActive(Math.max(active - 1, 0));
                return;
            }
            case 'Enter':
                event.preventDefault();
                if (shown && activeColumn) add(activeColumn);
                return;
            case 'Escape':
                if (shown) event.stopPropagation();
                setOpen(false);
                return;
            case 'Backspace': {
                const last = chosen.at(-1);
                if (typed === '' && last !== undefined) remove(last);
            }
        }
    };
    return (
        <div className="llc-tm-field">
            <label className="llc-tm-label" htmlFor={id}>
                {label}
            </label>
            {chosen.length > 0 && (
                <ul className="llc-tm-chips" aria-label={text('columns.chosen')}>
                    {chosen.map((name) => (
                        <li key={name} className={exists(name) ? 'llc-tm-chip' : 'llc-tm-chip llc-tm-chip-missing'}>
                            <span title={name}>{labelOf(name)}</span>
                            {!disabled && (
                                <button
                                    type="button"
                                    aria-label={text('columns.remove', labelOf(name))}
                                    onClick={() => remove(name)}
                                >
                                    <Icon name="cross" size={10} />
                                </button>
                            )}
                        </li>
                    ))}
                </ul>
            )}
            {!disabled && (
                <div className="llc-tm-combo">
                    <input
                        ref={input}
                        id={id}
                        type="text"
                        role="combobox"
                        autoComplete="off"
                        aria-autocomplete="list"
                        aria-expanded={shown}
                        aria-controls={`${id}-list`}
                        {...(shown && activeColumn && { 'aria-activedescendant': `${id}-${activeColumn.name}` })}
                        placeholder={text('columns.add')}
                        value={typed}
                        onChange={(event) => {
                            setTyped(event.target.value);
                            setActive(0);
                            setOpen(true);
                        }}
                        onClick={() => setOpen(true)}
                        onBlur={() => setOpen(false)}
                        onKeyDown={onKeyDown}
                    />
                    <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown} className="llc-tm-options">
                        {shown &&
                            found.map((column) => (
                                <li
                                    key={column.name}
                                    id={`${id}-${column.name}`}
                                    role="option"
                                    aria-selected={column === activeColumn}
                                    // The text box keeps the focus, or its blur would close the list before the click.
                                    onMouseDown={(event) => event.preventDefault()}
                                    onClick={() => add(column)}
                                >
                                    {column.label}
                                    <small>{column.name}</small>
                                </li>
                            ))}
                    </ul>
                </div>
            )}
        </div>
    );
}

let pickers = 0;
