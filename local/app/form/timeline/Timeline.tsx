import React, { useCallback, useEffect, useState } from 'react';
import { IconButton } from '@fluentui/react/lib/Button';
import { Icon } from '@fluentui/react/lib/Icon';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { css, mergeStyleSets } from '@fluentui/react';
import { formatDate, formatDateTime } from '../../platform/format/format-date';
import { usePlatform } from '../../platform/platform-context';
import { addressOf } from '../../platform/route';
import { color } from '../../platform/theme';
import type { Route } from '../../platform/types';
import { useSubscription } from '../../platform/use-subscription';
import { tableIcon } from '../../shell/table-icon';
import { fieldStyles } from '../fields/field-styles';
import { useForm } from '../form-scope';
import type { FormControl } from '../model/control';
import { NoteEditor } from './NoteEditor';
import { ACTIVITIES, addActivity, addNote, changeNote, completeActivity } from './timeline-actions';
import { timelineItems, type TimelineItem } from './timeline-items';

/** Notes and activities of the form's row, newest first. */
export function Timeline(props: { readonly control: FormControl }): JSX.Element {
    const { control } = props;
    const platform = usePlatform();
    const { texts, dialogs, app } = platform;
    const { form } = useForm();
    useSubscription(control.subscribe);
    const [items, setItems] = useState<readonly TimelineItem[] | null>(null);
    const [error, setError] = useState<string | null>(null);
    const [isWriting, setWriting] = useState(false);
    const [isSearching, setSearching] = useState(false);
    const [search, setSearch] = useState('');
    const rowId = form.id;

    const load = useCallback(async (): Promise<void> => {
        if (rowId === null) {
            return;
        }
        try {
            setItems(await timelineItems(platform, form.table, rowId, new Date()));
            setError(null);
        } catch (reason) {
            setError(reason instanceof Error ? reason.message : String(reason));
        }
    }, [platform, form, rowId]);
    useEffect(() => void load(), [load, control.refreshRequests]);

    /** Runs a change, shows what went wrong, and reads the timeline again. False when it went wrong. */
    const run = async (change: () => Promise<unknown>): Promise<boolean> => {
        try {
            await change();
        } catch (reason) {
            const code = (reason as { errorCode?: number } | null)?.errorCode;
            await dialogs.error({
                message: reason instanceof Error ? reason.message : String(reason),
                ...(code === undefined ? {} : { errorCode: code }),
            });
            return false;
        }
        await load();
        return true;
    };
    const remove = async (item: TimelineItem): Promise<void> => {
        const sure = await dialogs.confirm({
            title: texts('form.delete.title'),
            text: texts('form.timeline.deleteText', item.subject || texts('form.timeline.note')),
            confirmButtonLabel: texts('form.delete.confirm'),
        });
        if (sure) {
            await run(() => platform.webApi.delete(item.table, item.id));
        }
    };

    const label = control.label || texts('form.timeline.title');
    if (rowId === null) {
        return (
            <div className={styles.root}>
                <h3 className={styles.title}>{label}</h3>
                <div className={styles.hint}>{texts('form.timeline.saveFirst')}</div>
            </div>
        );
    }
    const wanted = search.trim().toLocaleLowerCase();
    const shown = (items ?? []).filter(
        (item) => wanted === '' || `${item.subject} ${item.text} ${item.person}`.toLocaleLowerCase().includes(wanted),
    );
    const canAdd = form.table.hasActivities || form.table.hasNotes;
    const menu = [
        ...(form.table.hasActivities
            ? ACTIVITIES.filter((table) => app.tables.length === 0 || app.tables.includes(table)).map((table) => ({
                  key: table,
                  text: texts(`form.timeline.add.${table}`),
                  iconProps: { iconName: tableIcon(table) },
                  onClick: () => void run(() => addActivity(platform, form, table)),
              }))
            : []),
        ...(form.table.hasNotes
            ? [
                  {
                      key: 'note',
                      text: texts('form.timeline.note'),
                      iconProps: { iconName: 'Edit' },
                      onClick: () => setWriting(true),
                  },
              ]
            : []),
    ];

    return (
        <div className={styles.root} role="group" aria-label={label} data-testid="timeline">
            <div className={styles.head}>
                <h3 className={styles.title}>{label}</h3>
                {canAdd && (
                    <IconButton
                        iconProps={{ iconName: 'Add' }}
                        ariaLabel={texts('form.timeline.add')}
                        title={texts('form.timeline.add')}
                        menuIconProps={{ style: { display: 'none' } }}
                        menuProps={{ items: menu }}
                        data-testid="timeline-add"
                    />
                )}
                <IconButton
                    iconProps={{ iconName: 'Search' }}
                    ariaLabel={texts('form.timeline.search')}
                    title={texts('form.timeline.search')}
                    aria-expanded={isSearching}
                    onClick={() => {
                        setSearching(!isSearching);
                        setSearch('');
                    }}
                />
                <IconButton
                    iconProps={{ iconName: 'Refresh' }}
                    ariaLabel={texts('form.timeline.refresh')}
                    title={texts('form.timeline.refresh')}
                    onClick={() => void load()}
                />
            </div>
            {isSearching && (
                <input
                    className={css(fieldStyles.input, styles.search)}
                    value={search}
                    // The user has just asked for it.
                    ref={focusOnce}
                    placeholder={texts('form.timeline.search')}
                    aria-label={texts('form.timeline.search')}
                    onChange={(event) => setSearch(event.currentTarget.value)}
                />
            )}
            {form.table.hasNotes &&
                (isWriting ? (
                    <NoteEditor
                        subject=""
                        text=""
                        onCancel={() => setWriting(false)}
                        onSave={async (subject, text) => {
                            // What could not be saved stays in the editor.
                            if (await run(() => addNote(platform, form, subject, text))) setWriting(false);
                        }}
                    />
                ) : (
                    <button type="button" className={styles.write} onClick={() => setWriting(true)}>
                        <Icon iconName="Edit" /> {texts('form.timeline.writeNote')}
                    </button>
                ))}
            {error !== null && (
                <div className={styles.hint} role="alert">
                    {error}
                </div>
            )}
            {items === null && error === null && <Spinner />}
            {items !== null && shown.length === 0 && (
                <div className={styles.hint}>
                    {texts(wanted === '' ? 'form.timeline.empty' : 'form.timeline.nothing')}
                </div>
            )}
            <ul className={styles.list}>
                {shown.map((item) => (
                    <TimelineEntry
                        key={`${item.table}/${item.id}`}
                        item={item}
                        onComplete={() => run(() => completeActivity(platform, item))}
                        onDelete={() => remove(item)}
                        onChange={(subject, text) => run(() => changeNote(platform, item.id, subject, text))}
                    />
                ))}
            </ul>
        </div>
    );
}

function focusOnce(element: HTMLInputElement | null): void {
    element?.focus();
}

function TimelineEntry(props: {
    readonly item: TimelineItem;
    readonly onComplete: () => Promise<unknown>;
    readonly onDelete: () => Promise<void>;
    /** False when the change could not be saved. */
    readonly onChange: (subject: string, text: string) => Promise<boolean>;
}): JSX.Element {
    const { item } = props;
    const platform = usePlatform();
    const { texts, environment, navigation, app } = platform;
    const [isEditing, setEditing] = useState(false);
    const { user } = environment;
    const name = item.subject || texts(item.kind === 'note' ? 'form.timeline.note' : 'form.timeline.noSubject');
    if (isEditing) {
        return (
            <li>
                <NoteEditor
                    subject={item.subject}
                    text={item.text}
                    onCancel={() => setEditing(false)}
                    onSave={async (subject, text) => {
                        if (await props.onChange(subject, text)) setEditing(false);
                    }}
                />
            </li>
        );
    }
    const route: Route | null =
        item.kind === 'activity' ? { page: 'form', app: app.id, table: item.table, id: item.id } : null;
    const typeName = ACTIVITIES.some((table) => table === item.table)
        ? texts(`form.timeline.add.${item.table}`)
        : item.typeLabel;
    const heading =
        item.kind === 'note'
            ? texts('form.timeline.noteBy', item.person)
            : texts('form.timeline.activityBy', typeName, item.person);
    return (
        <li className={styles.item} data-testid="timeline-item">
            <span className={css(styles.mark, item.isOpen && styles.openMark)} aria-hidden="true">
                <Icon iconName={item.kind === 'note' ? 'Edit' : tableIcon(item.table)} />
            </span>
            <div className={styles.content}>
                <div className={styles.meta}>
                    <span className={styles.heading}>{heading}</span>
                    <span className={styles.time}>{formatDateTime(item.time, user)}</span>
                </div>
                <div className={styles.subjectLine}>
                    {route === null ? (
                        <span className={styles.subject}>{item.subject}</span>
                    ) : (
                        <a
                            href={addressOf(route)}
                            className={styles.link}
                            onClick={(event) => {
                                if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                                    event.preventDefault();
                                    void navigation.go(route);
                                }
                            }}
                        >
                            {name}
                        </a>
                    )}
                    {item.isOverdue && item.dueOn !== null && (
                        <span className={css(styles.badge, styles.overdue)}>
                            {texts('form.timeline.overdue', formatDate(item.dueOn, user))}
                        </span>
                    )}
                    {item.isOpen && !item.isOverdue && (
                        <span className={css(styles.badge, styles.active)}>
                            {item.dueOn === null
                                ? texts('form.timeline.active')
                                : texts('form.timeline.due', formatDate(item.dueOn, user))}
                        </span>
                    )}
                    {!item.isOpen && item.kind === 'activity' && (
                        <span className={css(styles.badge, styles.closed)}>{item.statusLabel}</span>
                    )}
                </div>
                {item.text !== '' && <div className={styles.text}>{item.text}</div>}
            </div>
            <div className={css(styles.actions, 'timeline-actions')}>
                {item.isOpen && (
                    <EntryAction
                        icon="Accept"
                        label={texts('form.timeline.complete', name)}
                        onClick={props.onComplete}
                    />
                )}
                {item.kind === 'note' && (
                    <EntryAction
                        icon="Edit"
                        label={texts('form.timeline.edit', name)}
                        onClick={() => Promise.resolve(setEditing(true))}
                    />
                )}
                <EntryAction icon="Delete" label={texts('form.timeline.delete', name)} onClick={props.onDelete} />
            </div>
        </li>
    );
}

function EntryAction(props: {
    readonly icon: string;
    readonly label: string;
    readonly onClick: () => Promise<unknown>;
}): JSX.Element {
    return (
        <IconButton
            iconProps={{ iconName: props.icon }}
            ariaLabel={props.label}
            title={props.label}
            styles={{ root: { width: 26, height: 26 }, icon: { fontSize: 14 } }}
            onClick={() => void props.onClick()}
        />
    );
}

const styles = mergeStyleSets({
    root: { minWidth: 0 },
    head: { display: 'flex', alignItems: 'center', gap: 2, minHeight: 36 },
    title: { margin: 0, flex: 1, fontSize: 15, fontWeight: 600 },
    search: { marginBottom: 8 },
    hint: { padding: '12px 2px', color: color.textTertiary },
    write: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        width: '100%',
        height: 34,
        padding: '0 12px',
        marginBottom: 6,
        border: `1px solid ${color.line}`,
        borderRadius: 6,
        background: 'transparent',
        color: color.textTertiary,
        font: 'inherit',
        cursor: 'text',
        textAlign: 'left',
        selectors: {
            '&:hover': { borderColor: color.lineAccessible },
            '&:focus-visible': { outline: `2px solid ${color.brand}` },
        },
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
        position: 'relative',
        display: 'flex',
        gap: 10,
        padding: '10px 4px',
        borderTop: `1px solid ${color.line}`,
        minWidth: 0,
        selectors: {
            '&:first-child': { borderTop: 0 },
            '&:hover': { background: color.surfaceHover },
            '@media (hover: hover)': {
                selectors: {
                    '& .timeline-actions': { opacity: 0 },
                    '&:hover .timeline-actions, &:focus-within .timeline-actions': { opacity: 1 },
                },
            },
        },
    },
    mark: {
        width: 30,
        height: 30,
        flex: 'none',
        borderRadius: 15,
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        background: color.surfacePressed,
        color: color.textSecondary,
    },
    openMark: { background: color.brandTint, color: color.brandText },
    content: { flex: 1, minWidth: 0 },
    meta: {
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        columnGap: 8,
        fontSize: 12,
        color: color.textTertiary,
    },
    heading: { overflow: 'hidden', textOverflow: 'ellipsis' },
    time: { whiteSpace: 'nowrap' },
    subjectLine: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center', minHeight: 20 },
    subject: { fontWeight: 600, overflowWrap: 'anywhere' },
    link: {
        fontWeight: 600,
        color: color.text,
        textDecoration: 'none',
        overflowWrap: 'anywhere',
        selectors: { '&:hover': { color: color.brandText, textDecoration: 'underline' } },
    },
    badge: { fontSize: 12, lineHeight: '18px', padding: '0 8px', borderRadius: 9, whiteSpace: 'nowrap' },
    overdue: { background: color.dangerTint, color: color.danger },
    active: { background: color.brandTint, color: color.brandText },
    closed: { background: color.surfacePressed, color: color.textSecondary },
    text: {
        color: color.textSecondary,
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
        display: '-webkit-box',
        WebkitLineClamp: 3,
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
    },
    actions: {
        position: 'absolute',
        right: 2,
        top: 24,
        display: 'flex',
        borderRadius: 6,
        background: color.surface,
        boxShadow: color.shadow,
        selectors: { '@media (hover: none)': { position: 'static', alignSelf: 'flex-start', boxShadow: 'none' } },
    },
});
