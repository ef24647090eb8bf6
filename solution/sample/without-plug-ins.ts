import type { WebApiClient, WriteRequest } from '../deploy/web-api-client';

const ON = { statecode: 0, statuscode: 1 };
const OFF = { statecode: 1, statuscode: 2 };

/**
 * Runs something while the low-code plug-ins are switched off, as one does to bring data in that has a past of its own:
 * they would write a second history, dated today. Those that were off before stay off.
 */
export async function withoutPlugIns(client: WebApiClient, work: () => Promise<void>): Promise<void> {
    const steps = await client.rows(
        'sdkmessageprocessingsteps?$select=sdkmessageprocessingstepid' +
            '&$filter=statecode eq 0 and _fxexpressionid_value ne null',
    );
    const switched = (body: object): readonly WriteRequest[] =>
        steps.map((step) => ({
            method: 'PATCH',
            path: `sdkmessageprocessingsteps(${String(step['sdkmessageprocessingstepid'])})`,
            body,
        }));
    if (steps.length === 0) return work();
    await client.changeset(switched(OFF));
    try {
        await work();
    } finally {
        await client.changeset(switched(ON));
    }
}
