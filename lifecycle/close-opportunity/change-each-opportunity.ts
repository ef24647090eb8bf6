import type { OpportunityState } from '../choices';
import type { ChangeResult, Finding } from '../change-sets/change-result';
import { inOrder, type Change } from '../change-sets/in-order';
import { runChangeSets, type ChangeResults, type RunHooks } from '../change-sets/run-change-sets';
import type { Unclear } from '../change-sets/send-batch';
import type { DialogHost } from '../commands/dialog-host';
import { bodiesOf, rowsOf } from '../web-api/web-api';
import { opportunityAddresses, readOpportunity, type Opportunity } from './opportunity';

/** A change of one opportunity's state: all of it or nothing. */
export interface OpportunityChange extends Change {
    /** The version of the opportunity that the change was made for. */
    readonly etag: string;
    /** The state that it ends in. */
    readonly wanted: OpportunityState;
    /** An earlier attempt may have done it without our knowing. */
    readonly mayBeDone?: boolean;
}

/** What came of a change; of an opportunity that somebody else has changed, how it stands now. */
export type OpportunityChangeResult = ChangeResult<Opportunity>;

/** Few enough that progress is seen and a plug-in's time is not used up. */
const OPPORTUNITIES_A_BATCH = 10;

/** Changes opportunities, each for itself, in batches one after the other, and tells what came of each by its id. */
export function changeEachOpportunity(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    changes: readonly OpportunityChange[],
    hooks: RunHooks<Opportunity> = {},
): Promise<ChangeResults<Opportunity>> {
    return runChangeSets<OpportunityChange, Opportunity>(host, changes, {
        schedule: inOrder(OPPORTUNITIES_A_BATCH),
        batchesAtOnce: 1,
        inspect: (unclear) => lookAt(host, unclear),
        ...hooks,
    });
}

/** Ids of those that are, or may be, different from what they were when they were read. */
export function changedIds(results: ChangeResults<Opportunity>): readonly string[] {
    return [...results].flatMap(([id, { kind }]) =>
        kind === 'done' || kind === 'changed' || kind === 'gone' || kind === 'unknown' ? [id] : [],
    );
}

async function lookAt(
    { webApi, user }: Pick<DialogHost, 'webApi' | 'user'>,
    unclear: readonly Unclear<OpportunityChange>[],
): Promise<readonly Finding<Opportunity>[]> {
    const ids = unclear.map(({ change }) => change.id);
    const bodies = bodiesOf(await webApi.read(opportunityAddresses(ids, [])));
    const opportunities = bodies.flatMap((body) => rowsOf(body).map(readOpportunity));
    const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]));
    return unclear.map(({ change, isLost }): Finding<Opportunity> => {
        const now = byId.get(change.id);
        if (!now) return { kind: 'gone' };
        if (now.etag === change.etag) return { kind: 'untouched' };
        const isOurs = now.state === change.wanted && now.modifiedBy.id === user.id;
        if (isOurs && (isLost || change.mayBeDone)) return { kind: 'done' };
        return { kind: 'changed', meanwhile: now };
    });
}
