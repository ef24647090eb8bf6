import * as React from 'react';
import { DefaultButton, Spinner, ThemeProvider, type ITheme } from '@fluentui/react';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import type { Language } from '../../../lifecycle/defaults';
import { adoptIds } from '../../../lifecycle/transitions/adopt-ids';
import { checkTransitions, isError } from '../../../lifecycle/transitions/checks';
import { subjectOf } from '../../../lifecycle/transitions/changes';
import { plainTransition, withChange, withoutTransition, withTransition } from '../../../lifecycle/transitions/edits';
import { readExchangeFile, type FileReading } from '../../../lifecycle/transitions/read-exchange-file';
import { standing } from '../../../lifecycle/transitions/standing';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import type { Surroundings } from '../../../lifecycle/transitions/surroundings';
import { consequencesOf } from '../../../lifecycle/transitions/what-if';
import { writeExchangeFile } from '../../../lifecycle/transitions/write-exchange-file';
import { findingText, moveText, type Words } from '../describe';
import type { DraftStore } from '../draft-store';
import type { MakerEnvironment } from '../environment/maker-environment';
import { NOTHING_SELECTED, validSelection, type Selection } from '../selection';
import type { OwnText } from '../texts';
import { useDraft } from '../use-draft';
import { useKeptFocus } from '../use-kept-focus';
import { useMapData } from '../use-map-data';
import { useReloadAfter } from '../use-reload-after';
import { useWidth } from '../../use-width';
import { AddReasonDialog } from './AddReasonDialog';
import { CommandRow, type MapOrMatrix } from './CommandRow';
import { ImportDialog } from './ImportDialog';
import { MapView } from './MapView';
import { MatrixView } from './MatrixView';
import { MovePanel } from './MovePanel';
import { Notices } from './Notices';
import { OverviewPanel, WhatIf } from './OverviewPanel';
import { StatusPanel } from './StatusPanel';
import { Button } from './Button';

/** Below this width, in pixels, the panel stands below the map. */
const NARROW = 820;
/** Below this width, in pixels, some commands show their icon alone. */
const TIGHT = 1100;

export interface TransitionMapAppProps {
    readonly environment: MakerEnvironment;
    readonly store: DraftStore;
    /** Of the texts of defaults. */
    readonly language: Language;
    /** Locale id of the maker's language. */
    readonly userLanguage: number;
    readonly mayEdit: boolean;
    /** Changes whenever the data set has been loaded anew. */
    readonly generation: number;
    /** In pixels; not positive while the host does not say. */
    readonly width: number;
    readonly height: number;
    readonly theme: ITheme;
    readonly cssVariables: Readonly<Record<string, string>>;
    readonly text: OwnText;
    readonly number: (value: number) => string;
    /** The rows have changed; lists of them are out of date. */
    readonly onSaved: () => void;
    /** Hands a file to the browser. */
    readonly onDownload: (name: string, content: string) => void;
}

type OpenDialog =
    | { readonly kind: 'none' }
    | { readonly kind: 'reason' }
    | { readonly kind: 'import'; readonly fileName: string; readonly reading: FileReading };

const NO_DIALOG: OpenDialog = { kind: 'none' };
const FILE_NAME = 'status-transitions.json';

/** The makers' map of permitted moves. */
export function TransitionMapApp(props: TransitionMapAppProps): JSX.Element {
    const { environment, language, mayEdit, text, cssVariables } = props;
    const data = useMapData(environment);
    const draft = useDraft(environment, props.store, language, () => {
        environment.forgetRules();
        props.onSaved();
    });
    const [view, setView] = React.useState<MapOrMatrix>('map');
    const [chosen, setSelection] = React.useState<Selection>(NOTHING_SELECTED);
    const [connectFrom, setConnectFrom] = React.useState<number | null>(null);
    const [dialog, setDialog] = React.useState<OpenDialog>(NO_DIALOG);
    const [announcement, setAnnouncement] = React.useState('');
    // A wide page is the better guess.
    const [rootRef, measuredWidth] = useWidth(props.width, NARROW);
    const panel = React.useRef<HTMLElement>(null);
    const focus = useKeptFocus(panel);

    useReloadAfter(props.generation, draft.reload);

    const { model } = data;
    const statusReasons = React.useMemo(() => model?.statusReasons ?? [], [model]);
    const surroundings = React.useMemo(
        (): Surroundings => ({
            statusReasons,
            startStatus: model?.startStatus ?? null,
            columns: data.columns === null ? null : new Set(data.columns.map((column) => column.name)),
            roles: data.roles,
        }),
        [statusReasons, model, data.columns, data.roles],
    );
    const rows = draft.draft?.present;
    const base = draft.draft?.base;
    const transitions = React.useMemo(() => standing(rows ?? [], language), [rows, language]);
    const findings = React.useMemo(() => checkTransitions(transitions, surroundings), [transitions, surroundings]);
    const consequences = React.useMemo(
        () => consequencesOf(standing(base ?? [], language), transitions, surroundings, data.counts),
        [base, transitions, surroundings, data.counts, language],
    );
    const words: Words = {
        text,
        statusReasons,
        columnLabel: (name) => data.columns?.find((column) => column.name === name)?.label ?? name,
        number: props.number,
    };

    const narrow = measuredWidth < NARROW;
    const rootProps = {
        theme: props.theme,
        ref: rootRef,
        className: narrow ? 'llc-tm llc-tm-narrow' : 'llc-tm',
        style: { ...cssVariables, ...(props.height > 0 && { height: props.height }) },
        ...focus,
    };
    const failure = data.failure || draft.failure;
    if (model === null || rows === undefined) {
        return (
            <ThemeProvider {...rootProps}>
                {failure === '' ? (
                    <Spinner className="llc-tm-loading" label={text('map.loading')} />
                ) : (
                    <div className="llc-tm-loading">
                        <p role="alert">{text('map.failed', failure)}</p>
                        <DefaultButton
                            text={text('map.retry')}
                            onClick={() => {
                                void data.reload();
                                void draft.reload();
                            }}
                        />
                    </div>
                )}
            </ThemeProvider>
        );
    }

    const selection = validSelection(
        chosen,
        transitions,
        statusReasons.map((reason) => reason.value),
    );
    const endsInDefaults = rows.length === 0 && draft.changes.length > 0;
    const changedIds = new Set(draft.changes.map((change) => subjectOf(change).id));
    const blocking = findings.find(
        (finding) => isError(finding) && finding.kind === 'transition' && changedIds.has(finding.transition.id),
    );
    const obstacle = blocking ? text('save.obstacle', findingText(blocking, words)) : '';

    const edit = (present: readonly StoredTransition[], says: string): void => {
        draft.edit(present);
        setAnnouncement(says);
    };
    const add = (from: number, to: number): void => {
        const added = plainTransition(crypto.randomUUID(), from, to);
        edit(withTransition(transitions, added), text('change.added', moveText(added, words)));
        setSelection(view === 'map' ? { kind: 'status', status: from } : { kind: 'move', id: added.id });
        setConnectFrom(null);
    };
    const remove = (id: string): void => {
        const removed = transitions.find((transition) => transition.id === id);
        if (!removed) return;
        edit(withoutTransition(transitions, id), text('change.removed', moveText(removed, words)));
        // From its own panel the way leads back to where the move started.
        if (selection.kind === 'move') setSelection({ kind: 'status', status: removed.from });
    };
    const select = (next: Selection): void => {
        setSelection(next);
        setConnectFrom(null);
    };
    const importFile = async (file: File): Promise<void> => {
        const reading = readExchangeFile(await file.text(), statusReasons, () => crypto.randomUUID());
        setDialog({
            kind: 'import',
            fileName: file.name,
            reading: reading.ok ? { ok: true, transitions: adoptIds(reading.transitions, transitions) } : reading,
        });
    };
    const problemsOf = (matches: (finding: (typeof findings)[number]) => boolean): readonly string[] =>
        findings.filter(matches).map((finding) => findingText(finding, words));
    const move = selection.kind === 'move' ? transitions.find(({ id }) => id === selection.id) : undefined;
    const unusedRole = data.roles?.find(
        (role) =>
            !transitions.some((one) => one.from === move?.from && one.to === move.to && one.requiredRole === role),
    );
    const viewProps = {
        transitions,
        findings,
        stateLabels: model.stateLabels,
        selection,
        words,
        mayEdit,
        onSelect: select,
        onAdd: add,
        onRemove: remove,
    };
    return (
        <ThemeProvider {...rootProps}>
            <CommandRow
                view={view}
                narrow={narrow}
                tight={measuredWidth < TIGHT}
                mayEdit={mayEdit}
                mayAddStatusReasons={data.mayAddStatusReasons}
                canUndo={(draft.draft?.past.length ?? 0) > 0}
                canRedo={(draft.draft?.future.length ?? 0) > 0}
                changes={draft.changes.length}
                obstacle={obstacle}
                saving={draft.saving}
                text={text}
                onView={(next) => {
                    setView(next);
                    setConnectFrom(null);
                }}
                onUndo={() => {
                    draft.undo();
                    setAnnouncement(text('command.undone'));
                }}
                onRedo={() => {
                    draft.redo();
                    setAnnouncement(text('command.redone'));
                }}
                onAddReason={() => setDialog({ kind: 'reason' })}
                onExport={() =>
                    props.onDownload(FILE_NAME, writeExchangeFile(transitions, statusReasons, words.columnLabel))
                }
                onImport={(file) => void importFile(file)}
                onDiscard={() => {
                    draft.discard();
                    setAnnouncement(text('command.discarded'));
                }}
                onSave={() => void draft.save(statusReasons)}
            />
            <Notices
                guardIsOff={data.guardIsOff}
                mayEdit={mayEdit}
                isDefault={rows.length === 0}
                draft={draft}
                connectFrom={connectFrom === null ? '' : labelOf(connectFrom, statusReasons)}
                obstacle={obstacle}
                words={words}
                onStart={() => edit(transitions, text('defaults.started'))}
                onCancelConnect={() => setConnectFrom(null)}
            />
            <div className="llc-tm-body">
                <div className="llc-tm-canvas">
                    {view === 'map' ? (
                        <MapView
                            {...viewProps}
                            counts={data.counts}
                            connectFrom={connectFrom}
                            onConnect={setConnectFrom}
                        />
                    ) : (
                        <MatrixView {...viewProps} />
                    )}
                </div>
                <section ref={panel} className="llc-tm-panel" aria-label={text('panel.label')} tabIndex={-1}>
                    {selection.kind !== 'nothing' && (
                        <div className="llc-tm-panel-back">
                            <Button
                                label={text('panel.back')}
                                icon="arrowLeft"
                                onClick={() => {
                                    select(NOTHING_SELECTED);
                                    panel.current?.focus();
                                }}
                            />
                        </div>
                    )}
                    {selection.kind !== 'nothing' && (
                        <WhatIf consequences={consequences} endsInDefaults={endsInDefaults} words={words} />
                    )}
                    {selection.kind === 'status' && (
                        <StatusPanel
                            status={selection.status}
                            transitions={transitions}
                            problems={problemsOf(
                                (finding) => finding.kind === 'status' && finding.status === selection.status,
                            )}
                            stateLabels={model.stateLabels}
                            counts={data.counts}
                            mayEdit={mayEdit}
                            words={words}
                            connecting={connectFrom !== null}
                            onConnect={() => {
                                setView('map');
                                setConnectFrom(selection.status);
                            }}
                            onSelectMove={(id) => select({ kind: 'move', id })}
                            onRemove={remove}
                        />
                    )}
                    {move && (
                        <MovePanel
                            move={move}
                            siblings={transitions.filter(
                                (one) => one.id !== move.id && one.from === move.from && one.to === move.to,
                            )}
                            problems={problemsOf(
                                (finding) => finding.kind === 'transition' && finding.transition.id === move.id,
                            )}
                            columns={data.columns}
                            roles={data.roles}
                            changedBy={draft.changedBy.get(move.id) ?? ''}
                            mayEdit={mayEdit}
                            words={words}
                            onChange={(change) =>
                                edit(
                                    withChange(transitions, move.id, change),
                                    text('change.changed', moveText(move, words)),
                                )
                            }
                            onRemove={() => remove(move.id)}
                            onAddForRole={
                                unusedRole === undefined
                                    ? null
                                    : () => {
                                          const twin = {
                                              ...move,
                                              id: crypto.randomUUID(),
                                              requiredRole: unusedRole,
                                              isActive: true,
                                          };
                                          edit(
                                              withTransition(transitions, twin),
                                              text('change.added', moveText(twin, words)),
                                          );
                                          select({ kind: 'move', id: twin.id });
                                      }
                            }
                            onSelect={(id) => select({ kind: 'move', id })}
                            onSelectStatus={(status) => select({ kind: 'status', status })}
                        />
                    )}
                    {selection.kind === 'nothing' && (
                        <OverviewPanel
                            findings={findings}
                            changes={draft.changes}
                            consequences={consequences}
                            uncounted={data.counts === null}
                            endsInDefaults={endsInDefaults}
                            words={words}
                            onSelect={select}
                        />
                    )}
                </section>
            </div>
            <div className="llc-tm-unseen" role="status">
                {announcement}
            </div>
            {dialog.kind === 'reason' && (
                <AddReasonDialog
                    statusReasons={statusReasons}
                    stateLabels={model.stateLabels}
                    languages={[props.userLanguage, ...model.languages.filter((one) => one !== props.userLanguage)]}
                    cssVariables={cssVariables}
                    text={text}
                    onAdd={async (reason) => {
                        const value = await environment.addStatusReason(reason);
                        environment.forgetRules();
                        await data.reload();
                        setDialog(NO_DIALOG);
                        setView('map');
                        select({ kind: 'status', status: value });
                        setAnnouncement(text('reason.added', reason.labels.get(props.userLanguage) ?? ''));
                    }}
                    onClose={() => setDialog(NO_DIALOG)}
                />
            )}
            {dialog.kind === 'import' && (
                <ImportDialog
                    fileName={dialog.fileName}
                    reading={dialog.reading}
                    present={transitions}
                    cssVariables={cssVariables}
                    words={words}
                    onApply={(imported) => {
                        edit(imported, text('import.applied'));
                        select(NOTHING_SELECTED);
                        setDialog(NO_DIALOG);
                    }}
                    onClose={() => setDialog(NO_DIALOG)}
                />
            )}
        </ThemeProvider>
    );
}
