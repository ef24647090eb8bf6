import React, { useCallback, useRef, useState } from 'react';
import { prepareReopening } from '../../../lifecycle/close-opportunity/prepare-reopening';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { useLoaded } from '../../dialog/use-loaded';
import { NothingToReopen } from './NothingToReopen';
import { ReopenForm } from './ReopenForm';
import { useReopenWords } from './words';

export interface ReopenDialogProps {
    readonly connection: Connection<'reopen-opportunity'>;
    readonly host: DialogHost;
}

/** Opens closed opportunities again, and tells what came of it. */
export function ReopenDialog({ connection, host }: ReopenDialogProps): JSX.Element {
    const { input, close, interim } = connection;
    const words = useReopenWords();
    const [ids, setIds] = useState(input.ids);
    const loaded = useLoaded(() => prepareReopening(host, ids), host.report);
    // What is known to be different from what the opener shows.
    const changed = useRef<readonly string[]>([]);
    const noteChanged = useCallback(
        (some: readonly string[]) => {
            changed.current = [...new Set([...changed.current, ...some])];
            if (changed.current.length > 0) interim({ changed: changed.current, open: null });
        },
        [interim],
    );
    const end = useCallback(
        () => close(changed.current.length > 0 ? { changed: changed.current, open: null } : null),
        [close],
    );
    if (loaded.state !== 'ready') {
        return (
            <DialogFrame title={words('title')} cancelLabel={words('cancel')} onCancel={end} page="loading">
                {loaded.state === 'loading' ? (
                    <Loading lines={6} />
                ) : (
                    <ErrorPanel error={loaded.error} onRetry={loaded.again} />
                )}
            </DialogFrame>
        );
    }
    const reopening = loaded.value;
    if (reopening.closed.length === 0) {
        return <NothingToReopen input={reopening} userId={host.user.id} onClose={end} />;
    }
    return (
        <ReopenForm
            connection={connection}
            host={host}
            input={reopening}
            onChanged={noteChanged}
            onEnd={end}
            onAgain={(some) => {
                setIds(some);
                loaded.again();
            }}
        />
    );
}
