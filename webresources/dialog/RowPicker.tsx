import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { SEARCH_LIMIT, type FoundRow, type SearchedTable } from '../../lifecycle/dialogs/row-search';
import type { WebApi } from '../../lifecycle/web-api/web-api';
import { Field, type ControlProps, type FieldProps } from './Field';
import { useGeneralWords } from './language';
import { useElementId } from './use-id';
import { useRowSearch } from './use-row-search';

/** A row that has been picked. */
export type PickedRow = Pick<FoundRow, 'table' | 'id' | 'name'>;

export interface RowPickerProps extends FieldProps {
    /** Where to search; a customer is an account or a contact. */
    readonly tables: readonly SearchedTable[];
    readonly webApi: WebApi;
    readonly value: PickedRow | null;
    readonly onChange: (row: PickedRow | null) => void;
    /** Name of a table beside its rows, where there are several. */
    readonly tableName?: (table: SearchedTable) => string;
}

/**
 * Searches rows by name and picks one: an editable combobox with a list, as ARIA Authoring Practices Guide has it
 * ("Combobox Pattern"). Down opens the list, Enter takes the marked row, Escape closes the list, an emptied field
 * takes the row away. A text that is no row keeps the frame from being confirmed.
 */
export function RowPicker(props: RowPickerProps): JSX.Element {
    const { tables, webApi, value, onChange, tableName, problem, ...field } = props;
    const words = useGeneralWords();
    // Null while the picked row's name is shown.
    const [typed, setTyped] = useState<string | null>(null);
    const [isOpen, setOpen] = useState(false);
    const [marked, setMarked] = useState(-1);
    const search = useRowSearch(webApi, tables, isOpen ? (typed ?? '') : null);
    const input = useRef<HTMLInputElement>(null);
    const list = useRef<HTMLUListElement>(null);
    const listId = useElementId('rows');
    const { rows } = search;
    const unchosen = typed !== null && typed.trim() !== '' ? words('picker.unchosen') : '';

    useLayoutEffect(() => input.current?.setCustomValidity(unchosen));
    useEffect(() => setMarked(-1), [rows]);
    useEffect(() => {
        // Browsers answer a promise by now, which React would take for the effect's end.
        list.current?.children[marked]?.scrollIntoView?.({ block: 'nearest' });
    }, [marked]);
    // The list may hang below what the dialog shows of its body.
    useEffect(() => {
        if (isOpen && search.state === 'found') list.current?.parentElement?.scrollIntoView?.({ block: 'nearest' });
    }, [isOpen, search.state]);

    return (
        <Field {...field} problem={(!isOpen && unchosen) || problem || ''}>
            {(control) => (
                <div className="picker" onBlur={leave}>
                    {combobox(control)}
                    {value !== null && typed === null && !field.disabled && (
                        <button
                            type="button"
                            className="picker-clear"
                            aria-label={words('picker.clear', value.name)}
                            onClick={() => {
                                onChange(null);
                                input.current?.focus();
                            }}
                        >
                            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                                <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.5" />
                            </svg>
                        </button>
                    )}
                    {isOpen && (
                        <div className="picker-popup">
                            <ul ref={list} id={listId} role="listbox" aria-label={field.label}>
                                {rows.map(option)}
                            </ul>
                            {status() !== '' && <div className="picker-status">{status()}</div>}
                        </div>
                    )}
                    <span className="visually-hidden" role="status">
                        {isOpen ? status() || count() : ''}
                    </span>
                </div>
            )}
        </Field>
    );

    function combobox(control: ControlProps): JSX.Element {
        return (
            <input
                {...control}
                ref={input}
                type="text"
                role="combobox"
                autoComplete="off"
                spellCheck={false}
                placeholder={words('picker.search')}
                aria-autocomplete="list"
                aria-expanded={isOpen}
                aria-controls={isOpen ? listId : undefined}
                aria-activedescendant={isOpen && marked >= 0 ? `${listId}-${marked}` : undefined}
                value={typed ?? value?.name ?? ''}
                onClick={() => setOpen(true)}
                onChange={(event) => {
                    const text = event.target.value;
                    setTyped(text);
                    setOpen(true);
                    if (text === '') onChange(null);
                }}
                onKeyDown={press}
            />
        );
    }

    function option(row: FoundRow, at: number): JSX.Element {
        const detail = [tableName?.(row.table) ?? '', row.detail].filter((part) => part !== '').join(' · ');
        return (
            <li
                key={`${row.table} ${row.id}`}
                id={`${listId}-${at}`}
                role="option"
                aria-selected={at === marked}
                className={at === marked ? 'marked' : undefined}
                // The input keeps the focus, so that leaving it does not close the list before the click counts.
                onMouseDown={(event) => event.preventDefault()}
                onMouseEnter={() => setMarked(at)}
                onClick={() => pick(row)}
            >
                <span className="picker-name">{row.name}</span>
                {detail !== '' && <span className="picker-detail">{detail}</span>}
            </li>
        );
    }

    function press(event: React.KeyboardEvent): void {
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp':
                event.preventDefault();
                if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1);
                else setOpen(true);
                break;
            case 'Enter': {
                if (!isOpen) return;
                // Enter would confirm the whole dialog.
                event.preventDefault();
                const row = rows[marked] ?? (rows.length === 1 && search.state === 'found' ? rows[0] : undefined);
                if (row) pick(row);
                break;
            }
            case 'Escape':
                if (!isOpen) return;
                event.preventDefault();
                close();
                break;
        }
    }

    function move(step: 1 | -1): void {
        if (rows.length === 0) return;
        if (marked < 0) setMarked(step > 0 ? 0 : rows.length - 1);
        else setMarked((marked + step + rows.length) % rows.length);
    }

    function pick({ table, id, name }: FoundRow): void {
        setTyped(null);
        setOpen(false);
        onChange({ table, id, name });
    }

    function close(): void {
        setOpen(false);
        setTyped(null);
    }

    function leave(event: React.FocusEvent): void {
        if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
        setOpen(false);
        if (typed?.trim() === '') setTyped(null);
        // Whoever types the whole name means the row.
        const [exact, ...more] = rows.filter((row) => sameName(row.name, typed ?? ''));
        if (exact && more.length === 0 && search.state === 'found') pick(exact);
    }

    function status(): string {
        switch (search.state) {
            case 'searching':
                return rows.length === 0 ? words('picker.searching') : '';
            case 'failed':
                return words('picker.failed');
            case 'found':
                return rows.length === 0 ? words('picker.none') : '';
            case 'idle':
                return '';
        }
    }

    function count(): string {
        if (search.state !== 'found') return '';
        if (rows.length === 1) return words('picker.one');
        return words(rows.length >= SEARCH_LIMIT ? 'picker.first' : 'picker.many', rows.length);
    }
}

function sameName(one: string, other: string): boolean {
    return other.trim() !== '' && one.localeCompare(other.trim(), undefined, { sensitivity: 'accent' }) === 0;
}
