import type { DialogHost } from '../commands/dialog-host';
import { Table } from '../columns';
import { PARTIES } from '../qualify/target';
import type { ReadAnswer } from '../web-api/web-api';
import { assignmentOf, type ManyOptions } from './assignment';
import type { CheckedLead } from './checked-lead';
import { findingOf } from './look-at-leads';
import { checkMany } from './check-many';
import { chunked } from './chunked';
import { keepIdentities } from './identities';
import type { LeadResult } from './lead-result';
import { runMany, type Assignment, type Run } from './run';
import { newRowKey, type ChosenLead } from './shared-rows';

/** How leads stand whose run is to be tried again. */
export interface CheckedAgain {
    readonly leads: readonly CheckedLead[];
    /** Of those whose fate is settled: qualified by the former run after all, or by somebody else. */
    readonly settled: ReadonlyMap<string, LeadResult>;
}

/** The qualification of one selection, from the first check to the last attempt. */
export interface ManyQualifications {
    /** @throws ConnectionLost; Refused when a batch as a whole is */
    check(leadIds: readonly string[], onProgress?: (checked: number) => void): Promise<readonly CheckedLead[]>;
    /** Never rejects. */
    run(
        leads: readonly ChosenLead[],
        options: ManyOptions,
        hooks: Pick<Run, 'onProgress' | 'isCancelled'>,
    ): Promise<ReadonlyMap<string, LeadResult>>;
    /**
     * Reads anew what is to be tried again, so that nothing is done twice.
     * @throws ConnectionLost; Refused when a batch as a whole is
     */
    checkAgain(leads: readonly ChosenLead[]): Promise<CheckedAgain>;
}

/** Keeps the ids of all that it creates, so that trying again is safe whatever has become of the former attempt. */
export function manyQualifications(host: DialogHost): ManyQualifications {
    const identities = keepIdentities(() => host.newId());
    const assignments = new Map<string, Assignment>();
    let made: readonly string[] = [];

    return {
        check: (leadIds, onProgress) => checkMany(host, leadIds, onProgress),
        run: (leads, options, hooks) => {
            const ready = leads.flatMap((lead) => assignmentOf(lead, options, identities) ?? []);
            for (const assignment of ready) assignments.set(assignment.id, assignment);
            return runMany(host, { assignments: ready, made, ...hooks });
        },
        checkAgain: async (chosen) => {
            made = await presentRows(chosen);
            const leads = await checkMany(
                host,
                chosen.map(({ lead }) => lead.leadId),
            );
            const settled = new Map<string, LeadResult>();
            for (const { leadId, input } of leads) {
                const former = assignments.get(leadId);
                if (!former || !input) continue;
                const finding = findingOf(former, input.lead, host.user.id);
                if (finding.kind === 'done') settled.set(leadId, former.success);
                if (finding.kind === 'changed' && finding.meanwhile.isQualified) {
                    settled.set(leadId, finding.meanwhile);
                }
            }
            return { leads, settled };
        },
    };

    /** Keys of the rows of former attempts that are there. */
    async function presentRows(chosen: readonly ChosenLead[]): Promise<readonly string[]> {
        const rows = new Map<string, string>();
        for (const { lead } of chosen) {
            for (const party of PARTIES) {
                const key = newRowKey(lead, party);
                const entitySet = lead.input?.definitions[party].entitySet;
                if (entitySet === undefined) continue;
                rows.set(key, `${entitySet}(${identities.ofRow(key)})?$select=${PRIMARY[party]}`);
            }
        }
        const answers: ReadAnswer[] = [];
        for (const addresses of chunked([...rows.values()], READS_A_BATCH)) {
            answers.push(...(await host.webApi.read(addresses)));
        }
        return [...rows.keys()].filter((_, index) => answers[index]?.ok);
    }
}

const READS_A_BATCH = 500;

const PRIMARY = { [Table.account]: 'accountid', [Table.contact]: 'contactid' } as const;
