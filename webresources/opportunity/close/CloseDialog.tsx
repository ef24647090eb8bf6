import React, { useCallback, useRef, useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { localDay } from '../../../lifecycle/commands/lead-row';
import { Table } from '../../../lifecycle/columns';
import { prepareClosing } from '../../../lifecycle/close-opportunity/prepare-closing';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { useLoaded } from '../../dialog/use-loaded';
import { CloseMany } from './CloseMany';
import { CloseOne } from './CloseOne';
import { emptyDraft } from './draft';
import { NothingToClose } from './NothingToClose';
import { useCloseWords } from './words';

export interface CloseDialogProps {
    readonly connection: Connection<'close-opportunity'>;
    readonly host: DialogHost;
}

/** Closes one opportunity or several as won or lost, and tells what came of it. */
export function CloseDialog({ connection, host }: CloseDialogProps): JSX.Element {
    const { input, close, interim } = connection;
    const { outcome, reachable } = input;
    const words = useCloseWords();
    const [ids, setIds] = useState(input.ids);
    const [draft, setDraft] = useState(() => emptyDraft(localDay(host.now())));
    const loaded = useLoaded(() => prepareClosing(host, ids, outcome), host.report);
    // What is known to be different from what the opener shows.
    const changed = useRef<readonly string[]>([]);
    const answer = (): typeof nothing => ({ ...nothing, changed: changed.current });
    const noteChanged = useCallback(
        (some: readonly string[]) => {
            changed.current = [...new Set([...changed.current, ...some])];
            if (changed.current.length > 0) interim({ ...nothing, changed: changed.current });
        },
        [interim],
    );
    const end = useCallback(() => close(changed.current.length > 0 ? answer() : null), [close]);

    if (loaded.state !== 'ready') {
        return (
            <DialogFrame title={words(`title.${outcome}`)} cancelLabel={words('cancel')} onCancel={end} page="loading">
                {loaded.state === 'loading' ? (
                    <Loading lines={8} />
                ) : (
                    <ErrorPanel error={loaded.error} onRetry={loaded.again} />
                )}
            </DialogFrame>
        );
    }
    const common = {
        connection,
        host,
        input: loaded.value,
        draft,
        onDraft: setDraft,
        onChanged: noteChanged,
        onEnd: end,
    };
    const [only, ...others] = loaded.value.candidates;
    if (!only) return <NothingToClose input={loaded.value} userId={host.user.id} onClose={end} />;
    if (others.length === 0 && input.ids.length === 1) {
        return (
            <CloseOne
                {...common}
                candidate={only}
                onReload={loaded.again}
                onFocus={(column) =>
                    close(
                        reachable === null
                            ? { ...answer(), open: { table: Table.opportunity, id: only.opportunity.id } }
                            : { ...answer(), focus: column },
                    )
                }
            />
        );
    }
    return (
        <CloseMany
            {...common}
            onAgain={(some) => {
                setIds(some);
                loaded.again();
            }}
        />
    );
}

const nothing = { changed: [] as readonly string[], open: null, focus: null } as const;
