import * as React from 'react';
import { messageOf } from '../../lifecycle/commands/outcome';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Language } from '../../lifecycle/defaults';
import { changesBetween, type Change } from '../../lifecycle/transitions/changes';
import { draftReducer, startDraft, type Draft } from '../../lifecycle/transitions/draft';
import { mergeDraft } from '../../lifecycle/transitions/merge';
import { inLanguage } from '../../lifecycle/transitions/standing';
import type { StoredTransition } from '../../lifecycle/transitions/stored-transition';
import { writesFor } from '../../lifecycle/transitions/write-changes';
import { useMounted } from '../use-mounted';
import type { DraftStore } from './draft-store';
import { RowChangedError, type MakerEnvironment, type StoredTransitions } from './environment/maker-environment';

/** What the maker has to be told about the draft and its rows. */
export type DraftNotice =
    /** Edits from an earlier visit are back. */
    | { readonly kind: 'restored' }
    /** Somebody else has saved meanwhile; theirs are taken in, mine are on top. */
    | {
          readonly kind: 'merged';
          readonly changes: readonly Change[];
          /** Ids of what both have changed. */
          readonly conflicts: readonly string[];
          readonly who: readonly string[];
          /** A save was under way, and nothing was written. */
          readonly whileSaving: boolean;
      }
    | { readonly kind: 'saved'; readonly count: number }
    | { readonly kind: 'failed'; readonly message: string };

export interface DraftControl {
    /** Null until the rows have been read. */
    readonly draft: Draft | null;
    /** Why the rows could not be read; empty when they could. */
    readonly failure: string;
    readonly changes: readonly Change[];
    readonly changedBy: ReadonlyMap<string, string>;
    readonly saving: boolean;
    readonly notice: DraftNotice | null;
    edit(present: readonly StoredTransition[]): void;
    undo(): void;
    redo(): void;
    discard(): void;
    save(statusReasons: readonly StatusReason[]): Promise<void>;
    /** Reads the rows again; what is edited stays. */
    reload(): Promise<void>;
    dismiss(): void;
}

const NOTHING: readonly StoredTransition[] = [];

/** The rows of the table with the maker's edits on top: read, kept, merged and saved. */
export function useDraft(
    environment: Pick<MakerEnvironment, 'readTransitions' | 'save' | 'report'>,
    store: DraftStore,
    language: Language,
    onSaved: () => void,
): DraftControl {
    const [draft, dispatch] = React.useReducer(draftReducer, NOTHING, startDraft);
    const [rows, setRows] = React.useState<StoredTransitions | null>(null);
    const [failure, setFailure] = React.useState('');
    const [saving, setSaving] = React.useState(false);
    const [notice, setNotice] = React.useState<DraftNotice | null>(null);
    const latest = React.useRef({ draft, rows });
    latest.current = { draft, rows };
    const mounted = useMounted();
    const changes = React.useMemo(() => changesBetween(draft.base, draft.present), [draft.base, draft.present]);

    /** Takes the rows as they are and lays the draft over them. @returns whether somebody else has changed them */
    const takeIn = (read: StoredTransitions, whileSaving: boolean): boolean => {
        const theirs = inLanguage(read.transitions, language);
        const isFirst = latest.current.rows === null;
        const kept = isFirst ? store.read() : null;
        const { base, present } = kept ?? latest.current.draft;
        const mine = isFirst && kept === null ? [] : changesBetween(base, present);
        setRows(read);
        const merge = mergeDraft(base, present, theirs);
        if (mine.length === 0) {
            dispatch({ type: 'start', base: theirs, present: theirs });
            return false;
        }
        if (merge.theirs.length === 0) {
            if (isFirst) {
                dispatch({ type: 'start', base: theirs, present: merge.present });
                setNotice({ kind: 'restored' });
            }
            return false;
        }
        dispatch(isFirst ? { type: 'start', base: theirs, present: merge.present } : { type: 'rebase', base: theirs });
        const who = merge.theirs.map((change) =>
            change.kind === 'removed' ? '' : (read.changedBy.get(change.after.id) ?? ''),
        );
        setNotice({
            kind: 'merged',
            changes: merge.theirs,
            conflicts: merge.conflicts,
            who: [...new Set(who.filter((name) => name !== ''))],
            whileSaving,
        });
        return true;
    };

    const reload = async (): Promise<void> => {
        try {
            const read = await environment.readTransitions();
            if (!mounted.current) return;
            setFailure('');
            takeIn(read, false);
        } catch (error) {
            environment.report(error);
            if (mounted.current) setFailure(messageOf(error));
        }
    };
    const latestReload = React.useRef(reload);
    latestReload.current = reload;
    React.useEffect(() => {
        void latestReload.current();
    }, []);

    React.useEffect(() => {
        if (rows !== null) store.write(changes.length > 0 ? { base: draft.base, present: draft.present } : null);
    }, [store, rows, changes, draft.base, draft.present]);

    const save = async (statusReasons: readonly StatusReason[]): Promise<void> => {
        setSaving(true);
        setNotice(null);
        try {
            // Rows that are new meanwhile have no version that could be asked for, so they are looked for first.
            const read = await environment.readTransitions();
            if (takeIn(read, true)) return;
            await environment.save(writesFor(changes, statusReasons), read.versions);
            const saved = await environment.readTransitions();
            if (!mounted.current) return;
            setRows(saved);
            const present = inLanguage(saved.transitions, language);
            dispatch({ type: 'start', base: present, present });
            setNotice({ kind: 'saved', count: changes.length });
            onSaved();
        } catch (error) {
            environment.report(error);
            if (!mounted.current) return;
            const read =
                error instanceof RowChangedError ? await environment.readTransitions().catch(() => null) : null;
            if (read !== null && takeIn(read, true)) return;
            setNotice({ kind: 'failed', message: messageOf(error) });
        } finally {
            if (mounted.current) setSaving(false);
        }
    };

    const act = (action: Parameters<typeof dispatch>[0]): void => {
        setNotice((shown) => (shown?.kind === 'saved' || shown?.kind === 'restored' ? null : shown));
        dispatch(action);
    };
    return {
        draft: rows === null ? null : draft,
        failure,
        changes,
        changedBy: rows?.changedBy ?? new Map(),
        saving,
        notice,
        edit: (present) => act({ type: 'edit', present }),
        undo: () => act({ type: 'undo' }),
        redo: () => act({ type: 'redo' }),
        discard: () => act({ type: 'discard' }),
        save,
        reload,
        dismiss: () => setNotice(null),
    };
}
