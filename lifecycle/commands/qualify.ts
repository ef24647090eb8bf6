import { plainId, type Row } from '../row';
import type { Host } from './host';
import type { Outcome } from './outcome';
import { runInDialog } from './run-in-dialog';

export interface QualifyOptions {
    /** The lead's process instance, where the form knows it. */
    readonly processInstanceId?: string;
    /** The status reason that the lead gets; otherwise the first one that it may get. */
    readonly status?: number;
    /** Values of the lead's `MATCHED_COLUMNS`, where a form knows them. */
    readonly known?: Row;
}

/** Qualifies one lead in its dialog, and opens the opportunity that it became. */
export function qualify(host: Host, id: string, options: QualifyOptions = {}): Promise<Outcome> {
    const call = {
        ids: [plainId(id)],
        processInstanceId: options.processInstanceId ?? null,
        status: options.status ?? null,
        ...(options.known && { known: options.known }),
    };
    return runInDialog(host, 'qualify', call, 'qualify.failed.title');
}
