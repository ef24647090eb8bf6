import React, { useCallback } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { prepareQualification } from '../../../lifecycle/qualify/prepare-qualification';
import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { numberOf } from '../../../lifecycle/row';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { useLoaded } from '../../dialog/use-loaded';
import { QualifyForm } from './QualifyForm';
import { RefusedPage } from './RefusedPage';
import { useQualifyWords } from './words';

export interface QualifyDialogProps {
    readonly connection: Connection<'qualify'>;
    readonly host: DialogHost;
}

/** Reads what qualifying a lead will do, lets the seller decide, and does it. */
export function QualifyDialog({ connection, host }: QualifyDialogProps): JSX.Element {
    const words = useQualifyWords();
    const { input: call, close } = connection;
    const [leadId = ''] = call.ids;
    const loaded = useLoaded(
        () =>
            prepareQualification(host, leadId, {
                ...(call.status !== null && { status: call.status }),
                ...(call.known && { known: call.known }),
            }),
        host.report,
    );
    const cancel = useCallback(() => close(null), [close]);
    if (loaded.state === 'ready') {
        const input = loaded.value;
        const isOpen = numberOf(input.lead, LeadColumn.state) === LeadState.open;
        const Page = isOpen && input.decision.allowed ? QualifyForm : RefusedPage;
        return <Page key={input.etag} input={input} connection={connection} host={host} onReload={loaded.again} />;
    }
    return (
        <DialogFrame title={words('title')} cancelLabel={words('cancel')} page={loaded.state} onCancel={cancel}>
            {loaded.state === 'loading' ? (
                <Loading label={words('loading')} lines={12} />
            ) : (
                <ErrorPanel error={loaded.error} title={words('unreadable')} onRetry={loaded.again} />
            )}
        </DialogFrame>
    );
}
