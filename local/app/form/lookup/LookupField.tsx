import React, { useCallback, useEffect, useRef, useState } from 'react';
import { Callout, DirectionalHint } from '@fluentui/react/lib/Callout';
import { Icon } from '@fluentui/react/lib/Icon';
import { css, mergeStyleSets } from '@fluentui/react';
import type { ClientTable } from '../../../dataverse/client/types';
import { plainId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import { addressOf } from '../../platform/route';
import { color } from '../../platform/theme';
import type { Route } from '../../platform/types';
import { fieldStyles } from '../fields/field-styles';
import { type FieldProps, useField, useFocusRequest } from '../fields/use-field';
import type { FormControl } from '../model/control';
import { isLookupValue, type LookupValue } from '../model/values';
import { recentRows, rememberRow } from './recent-rows';
import { lookupTables, searchRows, type LookupGroup, type LookupRow } from './search-rows';
import { tableIcon } from '../../shell/table-icon';

/** How long typing has to pause before it is searched, in milliseconds. */
const PAUSE = 200;

/** Lookups, customers, owners, regarding and party lists: pills of what is chosen, and a search for more. */
export function LookupField(props: FieldProps): JSX.Element {
    const { attribute, control, inputId, describedBy } = props;
    const { texts } = usePlatform();
    const { value, readOnly, required, invalid, change } = useField(props);
    const chosen = Array.isArray(value) ? (value as readonly unknown[]).filter(isLookupValue) : [];
    const canAdd = !readOnly && (attribute.isPartyList || chosen.length === 0);
    const input = useRef<HTMLInputElement>(null);
    // What has a value has no search; its pill stands in the place of it.
    useFocusRequest(control, () => (input.current ?? document.getElementById(inputId))?.focus());

    const choose = (row: LookupValue): void => {
        rememberRow(row);
        change(attribute.isPartyList ? [...chosen.filter(({ id }) => id !== row.id), row] : [row]);
    };
    const remove = (row: LookupValue): void => {
        change(chosen.filter(({ id }) => id !== row.id));
        // The search takes the place of the pill; the focus must not fall back to the page.
        window.setTimeout(() => input.current?.focus(), 0);
    };

    return (
        <div
            className={css(
                styles.field,
                readOnly && styles.readOnly,
                invalid && styles.invalid,
                attribute.isPartyList && styles.several,
            )}
        >
            {chosen.map((row, index) => (
                <LookupPill
                    key={row.id}
                    row={row}
                    control={control}
                    readOnly={readOnly}
                    {...(index === 0 && !canAdd ? { id: inputId } : {})}
                    onRemove={() => remove(row)}
                />
            ))}
            {canAdd && (
                <LookupSearch
                    control={control}
                    inputId={inputId}
                    inputRef={input}
                    required={required}
                    invalid={invalid}
                    chosen={chosen}
                    {...(describedBy === undefined ? {} : { describedBy })}
                    onChoose={choose}
                />
            )}
            {readOnly && chosen.length === 0 && (
                <input
                    id={inputId}
                    readOnly
                    value=""
                    placeholder="---"
                    aria-label={texts('form.field.empty')}
                    className={css(fieldStyles.input, fieldStyles.readOnly)}
                />
            )}
        </div>
    );
}

function LookupPill(props: {
    readonly row: LookupValue;
    readonly control: FormControl;
    readonly readOnly: boolean;
    readonly id?: string;
    readonly onRemove: () => void;
}): JSX.Element {
    const { row, control, readOnly, id, onRemove } = props;
    const platform = usePlatform();
    const route: Route = { page: 'form', app: platform.app.id, table: row.entityType, id: plainId(row.id) };
    const open = (event: React.MouseEvent): void => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }
        event.preventDefault();
        let prevented = false;
        control.tagClickHandlers.fire(control, {
            getTagValue: () => ({ ...row, fieldName: control.attribute?.name ?? '' }),
            isDefaultPrevented: () => prevented,
            preventDefault: () => {
                prevented = true;
            },
        });
        if (!prevented) {
            rememberRow(row);
            void platform.navigation.go(route);
        }
    };
    return (
        <span className={styles.pill}>
            <a
                {...(id === undefined ? {} : { id })}
                href={addressOf(route)}
                className={styles.link}
                onClick={open}
                title={row.name}
            >
                <Icon iconName={tableIcon(row.entityType)} className={styles.icon} />
                <span className={styles.name}>{row.name || platform.texts('form.lookup.unnamed')}</span>
            </a>
            {!readOnly && (
                <button
                    type="button"
                    className={styles.remove}
                    aria-label={platform.texts('form.lookup.remove', row.name ?? '')}
                    title={platform.texts('form.lookup.remove', row.name ?? '')}
                    onClick={onRemove}
                >
                    <Icon iconName="Cancel" />
                </button>
            )}
        </span>
    );
}

interface SearchProps {
    readonly control: FormControl;
    readonly inputId: string;
    readonly inputRef: React.RefObject<HTMLInputElement>;
    readonly required: boolean;
    readonly invalid: boolean;
    readonly describedBy?: string;
    readonly chosen: readonly LookupValue[];
    readonly onChoose: (row: LookupValue) => void;
}

function LookupSearch(props: SearchProps): JSX.Element {
    const { control, inputId, inputRef, chosen, onChoose } = props;
    const platform = usePlatform();
    const { texts } = platform;
    const [text, setText] = useState('');
    const [isOpen, setOpen] = useState(false);
    const [tables, setTables] = useState<readonly ClientTable[]>([]);
    const [groups, setGroups] = useState<readonly LookupGroup[] | null>(null);
    const [error, setError] = useState<string | null>(null);
    const [active, setActive] = useState(0);
    const frame = useRef<HTMLDivElement>(null);
    const pass = useRef(0);

    const search = useCallback(
        async (wanted: string): Promise<void> => {
            pass.current += 1;
            const thisPass = pass.current;
            try {
                const searched = await lookupTables(platform, control);
                const found = await searchRows(platform, control, searched, wanted);
                if (thisPass === pass.current) {
                    setTables(searched);
                    setGroups(found);
                    setError(null);
                    setActive(0);
                }
            } catch (reason) {
                if (thisPass === pass.current) {
                    setGroups([]);
                    setError(reason instanceof Error ? reason.message : String(reason));
                }
            }
        },
        [platform, control],
    );
    useEffect(() => {
        if (!isOpen) {
            return undefined;
        }
        const timer = window.setTimeout(() => void search(text.trim()), text === '' ? 0 : PAUSE);
        return () => window.clearTimeout(timer);
    }, [isOpen, text, search]);

    const isChosen = (row: LookupRow): boolean => chosen.some(({ id }) => id === row.value.id);
    const recent: LookupRow[] =
        text === ''
            ? tables.flatMap((table) =>
                  recentRows(table.logicalName).map((value) => ({ value, detail: table.displayName })),
              )
            : [];
    const offered = [...recent, ...(groups ?? []).flatMap(({ rows }) => rows)].filter((row) => !isChosen(row));
    const creatable = tables.filter(
        (table) =>
            table.privileges.create > 0 && !['systemuser', 'team', 'transactioncurrency'].includes(table.logicalName),
    );

    const close = (): void => {
        setOpen(false);
        setText('');
        setGroups(null);
    };
    const take = (row: LookupValue): void => {
        close();
        onChoose(row);
    };
    const createNew = async (table: ClientTable): Promise<void> => {
        const name = text.trim();
        close();
        const { quickCreateRow } = await import('../quick-create/open-quick-create');
        const created = await quickCreateRow(platform, {
            table: table.logicalName,
            parameters: name === '' || table.primaryNameColumn === undefined ? {} : { [table.primaryNameColumn]: name },
        });
        if (created !== null) {
            onChoose(created);
        }
    };
    const keyDown = (event: React.KeyboardEvent): void => {
        switch (event.key) {
            case 'ArrowDown':
                event.preventDefault();
                if (isOpen) {
                    setActive(Math.min(active + 1, offered.length - 1));
                } else {
                    setOpen(true);
                }
                break;
            case 'ArrowUp':
                event.preventDefault();
                setActive(Math.max(active - 1, 0));
                break;
            case 'Enter': {
                const row = offered[active];
                if (isOpen && row !== undefined) {
                    event.preventDefault();
                    take(row.value);
                }
                break;
            }
            case 'Escape':
                if (isOpen) {
                    event.stopPropagation();
                    close();
                }
                break;
            case 'Tab':
                close();
                break;
        }
    };
    const listId = `${inputId}-list`;
    const optionId = (row: LookupRow): string => `${inputId}-${plainId(row.value.id)}-${offered.indexOf(row)}`;
    const option = (row: LookupRow): JSX.Element | null =>
        isChosen(row) ? null : (
            <div
                key={optionId(row)}
                id={optionId(row)}
                role="option"
                aria-selected={offered[active] === row}
                className={css(styles.option, offered[active] === row && styles.active)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(row.value)}
            >
                <Icon iconName={tableIcon(row.value.entityType)} className={styles.icon} />
                <span className={styles.optionText}>
                    <span className={styles.optionName}>{row.value.name || texts('form.lookup.unnamed')}</span>
                    {row.detail !== '' && <span className={styles.detail}>{row.detail}</span>}
                </span>
            </div>
        );
    const activeRow = offered[active];

    return (
        <div className={css(fieldStyles.group, styles.search)} ref={frame}>
            <input
                id={inputId}
                ref={inputRef}
                type="text"
                role="combobox"
                autoComplete="off"
                aria-autocomplete="list"
                aria-expanded={isOpen}
                aria-haspopup="listbox"
                {...(isOpen ? { 'aria-controls': listId } : {})}
                {...(isOpen && activeRow !== undefined ? { 'aria-activedescendant': optionId(activeRow) } : {})}
                aria-required={props.required}
                aria-invalid={props.invalid}
                aria-describedby={props.describedBy}
                placeholder={isOpen ? texts('form.lookup.search', control.label) : '---'}
                value={text}
                className={css(fieldStyles.input, fieldStyles.withAction, styles.input)}
                onChange={(event) => {
                    setText(event.currentTarget.value);
                    setOpen(true);
                }}
                onClick={() => setOpen(true)}
                onKeyDown={keyDown}
                onBlur={() => setOpen(false)}
            />
            <span className={fieldStyles.action} aria-hidden="true">
                <Icon iconName="Search" />
            </span>
            {isOpen && (
                <Callout
                    target={frame}
                    directionalHint={DirectionalHint.bottomLeftEdge}
                    isBeakVisible={false}
                    gapSpace={2}
                    calloutWidth={Math.max(frame.current?.offsetWidth ?? 0, 260)}
                    calloutMaxHeight={380}
                    preventDismissOnLostFocus
                    onDismiss={close}
                    shouldUpdateWhenHidden
                    popupProps={{ shouldRestoreFocus: false }}
                >
                    <div id={listId} role="listbox" aria-label={texts('form.lookup.results', control.label)}>
                        {groups === null && <div className={styles.hint}>{texts('form.lookup.searching')}</div>}
                        {groups !== null && offered.length === 0 && (
                            <div className={styles.hint}>{error ?? texts('form.lookup.nothing')}</div>
                        )}
                        {recent.length > 0 && (
                            <div role="group" aria-label={texts('form.lookup.recent')}>
                                <div className={styles.heading}>{texts('form.lookup.recent')}</div>
                                {recent.map(option)}
                            </div>
                        )}
                        {(groups ?? []).map(({ table, rows }) => (
                            <div key={table.logicalName} role="group" aria-label={table.displayCollectionName}>
                                <div className={styles.heading}>{table.displayCollectionName}</div>
                                {rows.map(option)}
                            </div>
                        ))}
                    </div>
                    {groups !== null && creatable.length > 0 && (
                        <div className={styles.footer}>
                            {creatable.map((table) => (
                                <button
                                    key={table.logicalName}
                                    type="button"
                                    className={styles.create}
                                    onMouseDown={(event) => event.preventDefault()}
                                    onClick={() => void createNew(table)}
                                >
                                    <Icon iconName="Add" /> {texts('form.lookup.new', table.displayName)}
                                </button>
                            ))}
                        </div>
                    )}
                </Callout>
            )}
        </div>
    );
}

const styles = mergeStyleSets({
    field: {
        display: 'flex',
        alignItems: 'center',
        width: '100%',
        minWidth: 0,
        minHeight: 32,
        boxSizing: 'border-box',
        borderRadius: 4,
        background: color.surfaceHover,
        border: '1px solid transparent',
        selectors: { '&:hover': { borderColor: color.lineStrong } },
    },
    several: { flexWrap: 'wrap' },
    readOnly: { background: 'transparent', selectors: { '&:hover': { borderColor: 'transparent' } } },
    invalid: { borderColor: color.danger },
    search: { flex: '1 1 120px' },
    input: { height: 30, border: 0, background: 'transparent' },
    pill: {
        display: 'inline-flex',
        alignItems: 'center',
        minWidth: 0,
        maxWidth: '100%',
        height: 26,
        margin: '2px 4px',
        borderRadius: 4,
        background: color.brandTint,
    },
    link: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minWidth: 0,
        padding: '0 6px',
        color: color.brandText,
        textDecoration: 'none',
        fontWeight: 600,
        borderRadius: 4,
        selectors: {
            '&:hover': { textDecoration: 'underline' },
            '&:focus-visible': { outline: `2px solid ${color.brand}` },
        },
    },
    icon: { flex: 'none', fontSize: 14, color: color.textTertiary },
    name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    remove: {
        width: 24,
        height: 24,
        flex: 'none',
        border: 0,
        padding: 0,
        borderRadius: 4,
        background: 'transparent',
        color: color.textTertiary,
        cursor: 'pointer',
        fontSize: 11,
        selectors: { '&:hover': { color: color.danger }, '&:focus-visible': { outline: `2px solid ${color.brand}` } },
    },
    option: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        padding: '6px 12px',
        cursor: 'pointer',
        color: color.text,
        selectors: { '&:hover': { background: color.surfaceHover } },
    },
    active: { background: color.surfaceSelected },
    optionText: { display: 'flex', flexDirection: 'column', minWidth: 0 },
    optionName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    detail: {
        fontSize: 12,
        color: color.textTertiary,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
    },
    heading: { padding: '8px 12px 2px', fontSize: 12, fontWeight: 600, color: color.textTertiary },
    hint: { padding: 12, color: color.textTertiary },
    footer: {
        borderTop: `1px solid ${color.line}`,
        padding: 4,
        position: 'sticky',
        bottom: 0,
        background: color.surface,
    },
    create: {
        display: 'flex',
        gap: 8,
        alignItems: 'center',
        width: '100%',
        padding: '7px 8px',
        border: 0,
        borderRadius: 4,
        background: 'transparent',
        color: color.brandText,
        font: 'inherit',
        cursor: 'pointer',
        selectors: { '&:hover': { background: color.surfaceHover } },
    },
});
