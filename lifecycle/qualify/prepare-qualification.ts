import type { DialogHost } from '../commands/dialog-host';
import { LeadColumn, Table } from '../columns';
import { isRow, textOf, type Row } from '../row';
import { bodiesOf, type ReadAnswer } from '../web-api/web-api';
import { assembleInput, leadAddress } from './assemble-input';
import { CONVERSION_METADATA_ADDRESSES, readConversionMetadata, type ConversionMetadata } from './conversion-metadata';
import { followerAddresses, readFollowers } from './followers';
import { matchQueries, type MatchQuery } from './matches/match-addresses';
import { leadKeys, sameKeys } from './matches/match-keys';
import { readMatches } from './matches/read-matches';
import { processAddresses, readProcessState } from './process-state';
import type { QualificationInput } from './qualification-input';
import type { Party } from './target';

export interface PrepareOptions {
    /** The status reason to reach; the first that may be reached, when left out. */
    readonly status?: number;
    /** What the opener knows of the lead's columns, so that matches need not wait for them to be read. */
    readonly known?: Row;
}

/**
 * Reads all that a qualification is decided by, in two requests: what belongs to the lead, then what it may stand for.
 * One is enough where the lead's values are known and the metadata has been kept.
 * @throws ConnectionLost; Refused when the lead or the metadata cannot be read
 */
export async function prepareQualification(
    host: DialogHost,
    leadId: string,
    { status, known }: PrepareOptions = {},
): Promise<QualificationInput> {
    const ofLead = [leadAddress(leadId), ...followerAddresses(leadId), ...processAddresses(leadId)];
    if (known === undefined) {
        const count = CONVERSION_METADATA_ADDRESSES.length;
        const answers = await host.webApi.read([...CONVERSION_METADATA_ADDRESSES, ...ofLead]);
        const metadata = readConversionMetadata(answers.slice(0, count));
        return assemble(host, metadata, answers.slice(count), null, status);
    }
    const metadata = readConversionMetadata(await host.webApi.read(CONVERSION_METADATA_ADDRESSES));
    const queries = queriesOf(known, metadata);
    const answers = await host.webApi.read([...ofLead, ...queries.map(({ address }) => address)]);
    const found = { queries, answers: answers.slice(ofLead.length), lead: known };
    return assemble(host, metadata, answers.slice(0, ofLead.length), found, status);
}

interface Found {
    readonly queries: readonly MatchQuery[];
    readonly answers: readonly ReadAnswer[];
    /** The values by which was looked. */
    readonly lead: Row;
}

async function assemble(
    host: DialogHost,
    metadata: ConversionMetadata,
    [leadAnswer, ...others]: readonly ReadAnswer[],
    foundBefore: Found | null,
    status: number | undefined,
): Promise<QualificationInput> {
    const [lead] = bodiesOf(leadAnswer ? [leadAnswer] : []);
    if (!isRow(lead)) throw new Error('Dataverse answered without the lead. Try again.');
    const [activities, notes, connections, competitors, instances, stages] = bodiesOrNothing(host, others);
    const { queries, answers } = await found(host, lead, metadata, foundBefore);
    const facts = {
        lead,
        matches: readMatches(lead, queries, bodiesOrNothing(host, answers), metadata),
        followers: readFollowers([activities, notes, connections, competitors], metadata.definitions),
        process: readProcessState(instances, stages),
    };
    return assembleInput(host, metadata, facts, status);
}

/** What was found before holds only as long as it was looked for by the values that the lead really has. */
async function found(
    host: DialogHost,
    lead: Row,
    metadata: ConversionMetadata,
    before: Found | null,
): Promise<Pick<Found, 'queries' | 'answers'>> {
    if (before !== null && sameKeys(leadKeys(lead), leadKeys(before.lead)) && sameParents(lead, before.lead)) {
        return before;
    }
    const queries = queriesOf(lead, metadata);
    return { queries, answers: await host.webApi.read(queries.map(({ address }) => address)) };
}

/** A lead that refers to an account or contact already needs no other. */
function queriesOf(lead: Row, metadata: ConversionMetadata): readonly MatchQuery[] {
    return matchQueries(lead, metadata, openParties(lead));
}

function openParties(lead: Row): readonly Party[] {
    return [
        ...(textOf(lead, LeadColumn.parentAccount) === '' ? ([Table.account] as const) : []),
        ...(textOf(lead, LeadColumn.parentContact) === '' ? ([Table.contact] as const) : []),
    ];
}

function sameParents(one: Row, other: Row): boolean {
    return openParties(one).join() === openParties(other).join();
}

/** A user who may not see one kind of row sees none of it. */
function bodiesOrNothing(host: Pick<DialogHost, 'report'>, answers: readonly ReadAnswer[]): readonly unknown[] {
    return answers.map((answer) => {
        if (answer.ok) return answer.body;
        host.report(answer.problem);
        return undefined;
    });
}
