import type { LeadState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { leadName } from '../commands/lead-row';
import { LeadColumn } from '../columns';
import { labelOf } from '../configuration/status-reason';
import { withThoseOfLeads } from '../configuration/status-reasons-of-leads';
import { numberOf, plainId, textOf, type Row } from '../row';
import { explain, type ExplainedTarget } from '../transitions/explain';
import { rulesOf } from '../transitions/rules-of';

/** A lead that is about to change its state, and how the status reasons of that state stand for it. */
export interface ChangingLead {
    readonly id: string;
    readonly name: string;
    readonly row: Row;
    readonly etag: string;
    readonly state: number | null;
    readonly status: number | null;
    /** Label of the status reason. */
    readonly statusLabel: string;
    readonly targets: readonly ExplainedTarget[];
}

/** @param state that the leads are to come to */
export function changingLeads(
    host: Pick<DialogHost, 'configuration' | 'statusReasons' | 'user' | 'text'>,
    rows: readonly Row[],
    state: LeadState,
    columnLabels: Readonly<Record<string, string>>,
): readonly ChangingLead[] {
    const rules = rulesOf(host.configuration, withThoseOfLeads(host.statusReasons, rows));
    const words = { text: host.text, labelOfColumn: (column: string) => columnLabels[column] ?? column };
    return rows.map((row) => {
        const status = numberOf(row, LeadColumn.status);
        const isThere = numberOf(row, LeadColumn.state) === state;
        return {
            id: plainId(textOf(row, LeadColumn.id)),
            name: leadName(row),
            row,
            etag: textOf(row, '@odata.etag'),
            state: numberOf(row, LeadColumn.state),
            status,
            statusLabel: labelOf(status, rules.statusReasons),
            // A command goes one way only: what is closed already is not closed again.
            targets: isThere
                ? []
                : explain(status, rules, { lead: row, roles: host.user.roles, note: '' }, words).filter(
                      (target) => target.state === state,
                  ),
        };
    });
}

/**
 * Status reasons that at least one of the leads may go to, in the environment's order; a note is demanded when any of
 * them demands it.
 */
export function targetsOfAny(leads: readonly ChangingLead[]): readonly ExplainedTarget[] {
    const found = new Map<number, ExplainedTarget>();
    for (const target of leads.flatMap(({ targets }) => targets)) {
        const known = found.get(target.value);
        found.set(target.value, {
            ...target,
            way: known?.way ?? target.way,
            noteRequired: (known?.noteRequired ?? false) || (target.way !== null && target.noteRequired),
        });
    }
    return [...found.values()].filter(({ way }) => way !== null);
}

/** How a status reason stands for a lead; undefined for one that it has no way to at all. */
export function targetOf(lead: ChangingLead, status: number): ExplainedTarget | undefined {
    return lead.targets.find(({ value }) => value === status);
}

/** Why a note has to be written for a status reason, in the maker's words or ours; empty when it need not. */
export function whyNote(lead: ChangingLead, status: number): string {
    const target = targetOf(lead, status);
    return target?.noteRequired && target.way !== null ? target.why.join(' ') : '';
}
