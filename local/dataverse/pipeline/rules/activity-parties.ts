/**
 * The people of an activity: rows of activityparty, one for each person and part.
 * Microsoft Learn, "ActivityParty table" (participation types).
 */
import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode } from '../../errors';
import { isReference, insertRow } from '../row-storage';
import { tablePlan, type TablePlan } from '../table-plan';
import type { Environment, Row, RowReference, Value } from '../types';
import type { Draft } from './draft';
import { resulting } from './draft';

/** participationtypemask by party column. */
export const PARTICIPATION_TYPES: Readonly<Record<string, number>> = {
    from: 1,
    to: 2,
    cc: 3,
    bcc: 4,
    requiredattendees: 5,
    optionalattendees: 6,
    organizer: 7,
    resources: 10,
    customers: 11,
    partners: 12,
};
const REGARDING = 8;
const OWNER = 9;

/** Writes the parties that the draft gives; owner and regarding row are parties as well. */
export function writeParties(draft: Draft): void {
    const { plan, before } = draft;
    if (!plan.table.isActivity) {
        return;
    }
    for (const { logicalName } of plan.partyLists) {
        const parties = draft.values[logicalName];
        const mask = PARTICIPATION_TYPES[logicalName];
        if (parties !== undefined && mask !== undefined) {
            replaceParties(draft, mask, partiesOf(logicalName, parties));
        }
    }
    for (const [column, mask] of [
        ['regardingobjectid', REGARDING],
        ['ownerid', OWNER],
    ] as const) {
        if (before === undefined || draft.values[column] !== undefined) {
            const party = resulting(draft, column);
            replaceParties(draft, mask, isReference(party) ? [{ party }] : []);
        }
    }
}

interface Party {
    readonly party: RowReference | undefined;
    /** For somebody who is no row: an e-mail address. */
    readonly address?: string;
}

function partiesOf(column: string, value: Value): readonly Party[] {
    if (value === null) {
        return [];
    }
    if (!Array.isArray(value)) {
        throw new DataverseError(
            ErrorCode.IncorrectAttributeValueType,
            `'${column}' takes a list of activity parties.`,
        );
    }
    return (value as readonly Row[]).map((row) => {
        const { partyid, addressused } = row;
        const address = typeof addressused === 'string' ? { address: addressused } : {};
        if (!isReference(partyid) && typeof addressused !== 'string') {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                `A party of '${column}' has neither partyid nor addressused; give one of them.`,
            );
        }
        return { party: isReference(partyid) ? partyid : undefined, ...address };
    });
}

function replaceParties({ pipeline, id, before }: Draft, mask: number, parties: readonly Party[]): void {
    const { environment } = pipeline;
    if (before !== undefined) {
        environment.store
            .prepare('DELETE FROM activityparty WHERE activityid = ? AND participationtypemask = ?')
            .run(id, mask);
    }
    const plan = partyPlan(environment);
    for (const { party, address } of parties) {
        insertRow(environment.store, plan, {
            activitypartyid: randomUUID(),
            activityid: activityReference(plan, id),
            partyid: party ?? null,
            addressused: address ?? null,
            participationtypemask: mask,
            ispartydeleted: false,
            versionnumber: environment.store.nextRowVersion(),
        });
    }
}

const partyPlan = (environment: Environment): TablePlan => tablePlan(environment.metadata, 'activityparty');

function activityReference(plan: TablePlan, id: string): Value {
    const column = plan.stored.get('activityid')?.column;
    return column?.type === 'Lookup' ? { table: 'activitypointer', id } : id;
}

/** The parties of one party column, as rows of activityparty. */
export function readParties(environment: Environment, activityId: string, column: string): readonly Row[] {
    const plan = partyPlan(environment);
    return environment.store
        .prepare<{ activitypartyid: string; partyid: string | null; type: string | null; addressused: string | null }>(
            'SELECT activitypartyid, partyid, "partyid:type" AS type, addressused FROM activityparty ' +
                'WHERE activityid = ? AND participationtypemask = ? ORDER BY rowid',
        )
        .all(activityId, PARTICIPATION_TYPES[column] ?? 0)
        .map((row) => ({
            [plan.table.primaryIdColumn]: row.activitypartyid,
            activityid: { table: 'activitypointer', id: activityId },
            partyid: row.partyid === null ? null : { table: row.type ?? '', id: row.partyid },
            addressused: row.addressused,
            participationtypemask: PARTICIPATION_TYPES[column] ?? null,
        }));
}

/** Removes the parties of an activity that is deleted. */
export function deleteParties(environment: Environment, activityId: string): void {
    environment.store.prepare('DELETE FROM activityparty WHERE activityid = ?').run(activityId);
}
