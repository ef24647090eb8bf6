import type { DialogHost } from '../commands/dialog-host';
import { LeadColumn, Table } from '../columns';
import { assembleInput, leadAddress } from '../qualify/assemble-input';
import {
    CONVERSION_METADATA_ADDRESSES,
    readConversionMetadata,
    type ConversionMetadata,
} from '../qualify/conversion-metadata';
import { followerAddresses, readFollowers } from '../qualify/followers';
import { matchQueries } from '../qualify/matches/match-addresses';
import { readMatches } from '../qualify/matches/read-matches';
import { processAddresses, readProcessState, STAGES_ADDRESS } from '../qualify/process-state';
import { PARTIES } from '../qualify/target';
import { isRow, textOf, type Row } from '../row';
import { type Problem, type ReadAnswer } from '../web-api/web-api';
import { chunked } from './chunked';
import { checkedLead, unreadLead, type CheckedLead } from './checked-lead';

/** Leads whose rows are asked for in one batch; well below the 1,000 operations that Dataverse takes. */
const LEADS_A_BATCH = 50;

const BATCHES_AT_ONCE = 3;

const PARENTS = { [Table.account]: LeadColumn.parentAccount, [Table.contact]: LeadColumn.parentContact } as const;

/**
 * Reads and judges many leads: what they have in common once, the rest in few batches, some at a time.
 * @param onProgress called with the number of leads that have been checked
 * @returns in the order of the ids, each once
 * @throws ConnectionLost; Refused when the metadata or a batch as a whole cannot be read
 */
export async function checkMany(
    host: DialogHost,
    leadIds: readonly string[],
    onProgress: (checked: number) => void = () => undefined,
): Promise<readonly CheckedLead[]> {
    const [stages, ...answers] = await host.webApi.read([STAGES_ADDRESS, ...CONVERSION_METADATA_ADDRESSES]);
    const metadata = readConversionMetadata(answers);
    const chunks = chunked([...new Set(leadIds)], LEADS_A_BATCH);
    const checked: (readonly CheckedLead[])[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
        for (let index = next++; index < chunks.length; index = next++) {
            checked[index] = await checkSome(host, chunks[index] ?? [], metadata, stages?.ok ? stages.body : undefined);
            onProgress(checked.reduce((sum, leads) => sum + leads.length, 0));
        }
    };
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
    return checked.flat();
}

/** Two batches: what belongs to the leads, then what they may stand for. */
async function checkSome(
    host: DialogHost,
    ids: readonly string[],
    metadata: ConversionMetadata,
    stages: unknown,
): Promise<readonly CheckedLead[]> {
    const ofLeads = await readEach(
        host,
        ids.map((id) => [leadAddress(id), ...followerAddresses(id), ...processAddresses(id).slice(0, 1)]),
    );
    const leads = ofLeads.map(([answer]) => (answer?.ok && isRow(answer.body) ? answer.body : null));
    const queries = leads.map((lead) => (lead ? matchQueries(lead, metadata, partiesWithout(lead)) : []));
    const found = await readEach(
        host,
        queries.map((each) => each.map(({ address }) => address)),
    );
    return ids.map((id, index) => {
        const [leadAnswer, ...others] = ofLeads[index] ?? [];
        const lead = leads[index];
        if (!lead) return unreadLead(id, leadAnswer && !leadAnswer.ok ? leadAnswer.problem : NO_ANSWER);
        const [activities, notes, connections, competitors, instances] = bodiesOrNothing(host, others);
        return checkedLead(
            assembleInput(host, metadata, {
                lead,
                matches: readMatches(lead, queries[index] ?? [], bodiesOrNothing(host, found[index] ?? []), metadata),
                followers: readFollowers([activities, notes, connections, competitors], metadata.definitions),
                process: readProcessState(instances, stages),
            }),
        );
    });
}

const NO_ANSWER: Problem = { status: 404, code: 0, message: 'Dataverse answered without the lead.' };

/** One batch for all; the answers by whose they are. */
async function readEach(
    { webApi }: Pick<DialogHost, 'webApi'>,
    addresses: readonly (readonly string[])[],
): Promise<readonly (readonly ReadAnswer[])[]> {
    const answers = await webApi.read(addresses.flat());
    let start = 0;
    return addresses.map(({ length }) => answers.slice(start, (start += length)));
}

function partiesWithout(lead: Row): typeof PARTIES {
    return PARTIES.filter((party) => textOf(lead, PARENTS[party]) === '');
}

/** A user who may not see one kind of row sees none of it. */
function bodiesOrNothing(host: Pick<DialogHost, 'report'>, answers: readonly ReadAnswer[]): readonly unknown[] {
    return answers.map((answer) => {
        if (answer.ok) return answer.body;
        host.report(answer.problem);
        return undefined;
    });
}
