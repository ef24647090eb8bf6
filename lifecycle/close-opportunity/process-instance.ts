import { ProcessStatus, RowState } from '../choices';
import { EntitySet, ProcessColumn } from '../columns';
import { numberOf, plainId, textOf, valueOf, type Row } from '../row';
import { rowsOf, type ReadAnswer, type Write } from '../web-api/web-api';

/** Addresses that read the sales processes of opportunities, as many ids as an address bears in each. */
export function processAddresses(ids: readonly string[], idsAnAddress = 25): readonly string[] {
    const columns = [
        ProcessColumn.id,
        `_${ProcessColumn.opportunity}_value`,
        ProcessColumn.state,
        ProcessColumn.status,
    ];
    const addresses: string[] = [];
    for (let start = 0; start < ids.length; start += idsAnAddress) {
        const some = ids.slice(start, start + idsAnAddress).map((id) => `_${ProcessColumn.opportunity}_value eq ${id}`);
        addresses.push(`${EntitySet.salesProcess}?$select=${columns.join(',')}&$filter=${some.join(' or ')}`);
    }
    return addresses;
}

/** Process instances by the opportunity that they are about. Where they may not be read, nothing is done to them. */
export function readProcesses(answers: readonly ReadAnswer[]): ReadonlyMap<string, readonly Row[]> {
    const found = new Map<string, readonly Row[]>();
    for (const row of answers.flatMap((answer) => (answer.ok ? rowsOf(answer.body) : []))) {
        const id = plainId(String(valueOf(row, ProcessColumn.opportunity) ?? ''));
        found.set(id, [...(found.get(id) ?? []), row]);
    }
    return found;
}

/**
 * What lets the process of a reopened opportunity go on where it stood: a finished instance runs again, unless another
 * one runs already. One that somebody gave up stays given up.
 */
export function resumeProcess(instances: readonly Row[]): readonly Write[] {
    const isRunning = instances.some((row) => numberOf(row, ProcessColumn.state) === RowState.active);
    const finished = instances.find((row) => numberOf(row, ProcessColumn.status) === ProcessStatus.finished);
    if (isRunning || !finished) return [];
    return [
        {
            kind: 'update',
            entitySet: EntitySet.salesProcess,
            id: plainId(textOf(finished, ProcessColumn.id)),
            columns: { [ProcessColumn.state]: RowState.active, [ProcessColumn.status]: ProcessStatus.active },
        },
    ];
}
