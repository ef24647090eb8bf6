import type { DialogHost } from '../commands/dialog-host';
import type { Row } from '../row';
import type { QualificationInput } from './qualification-input';

export interface PrepareOptions {
    /** The status reason to reach; the first that may be reached, when left out. */
    readonly status?: number;
    /** What the opener knows of the lead, to look for matches without reading it first. */
    readonly known?: Row;
}

/**
 * Reads all that a qualification is decided by.
 * @throws ConnectionLost; Refused when the lead cannot be read
 */
export async function prepareQualification(
    host: DialogHost,
    leadId: string,
    options: PrepareOptions = {},
): Promise<QualificationInput> {
    await host.webApi.read([`leads(${leadId})?known=${String(options.known)}`]);
    throw new Error('Preparing a qualification is not built yet.');
}
