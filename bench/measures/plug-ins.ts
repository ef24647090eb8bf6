import type { LowCodeRun } from '../../local/dataverse/lowcode/low-code';
import { aLeadEnvironment } from '../../test/plugins/a-lead-environment';
import { medianMilliseconds, millisecondsText, type Measurement } from '../measure';

const RUNS = 60;
const NEW = 1;
const CONTACTED = 2;

/** One change of status reason through the Web API: what each plug-in reads and writes, and what all of them cost. */
export async function measurePlugIns(): Promise<readonly Measurement[]> {
    const runs: LowCodeRun[] = [];
    const environment = await aLeadEnvironment({ lowCode: { observe: (run) => runs.push(run) } });
    try {
        const id = await environment.addLead();
        let status = NEW;
        const change = async (): Promise<void> => {
            status = status === NEW ? CONTACTED : NEW;
            const { refusal } = await environment.ask('PATCH', `leads(${id})`, { statuscode: status });
            if (refusal !== '') throw new Error(`The status reason could not be changed: ${refusal}`);
        };
        await change();
        runs.length = 0;
        await change();
        const oneChange = [...runs];
        const guarded = await medianMilliseconds(RUNS, change);
        await environment.turnPlugInsOff();
        const unguarded = await medianMilliseconds(RUNS, change);
        return [
            {
                what: `Change of a lead's status reason with ${oneChange.length} plug-ins`,
                value: millisecondsText(guarded),
                against: `${(guarded / unguarded).toFixed(1)} × the same change without plug-ins (${millisecondsText(unguarded)})`,
            },
            ...oneChange.map(({ name, rowsRead, rowsWritten, queries }) => ({
                what: `Plug-in ${name}`,
                value: `${rowsRead} rows read, ${rowsWritten} written`,
                against: `${queries} queries, while the default configuration applies`,
            })),
        ];
    } finally {
        await environment.close();
    }
}
