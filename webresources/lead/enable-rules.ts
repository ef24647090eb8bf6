import type { LeadState } from '../../lifecycle/choices';
import { LeadColumn, Table } from '../../lifecycle/columns';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { asNumber, plainId } from '../../lifecycle/row';
import { hasWay } from '../../lifecycle/transitions/has-way';
import { rulesOf } from '../../lifecycle/transitions/rules-of';
import { createFormHost, currentUser } from '../xrm/host';
import { presentCommandRules, sessionCommandRules, type CommandRules } from '../xrm/session';

/**
 * Whether the form's lead has a way to a state, by the transitions. Answers at once when the rules have been read,
 * which the form's own script has usually seen to.
 * @param state where the command leads
 */
export function hasWayOnForm(form: Xrm.FormContext, state: LeadState): boolean | Promise<boolean> {
    const status = asNumber(form.getAttribute(LeadColumn.status)?.getValue());
    // A form without the column cannot tell; the command will.
    if (status === null) return true;
    return withRules(({ rules, roles }) => hasWay(status, state, rules, roles));
}

/**
 * Whether each of the selected leads has a way to a state. Answers at once when the rules have been read and the view
 * holds the status reason; else Dataverse is asked once for each lead, whatever is selected afterwards.
 */
export function haveWayInGrid(
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
    state: LeadState,
): boolean | Promise<boolean> {
    if (ids.length === 0) return false;
    const shown = new Map<string, number | null>();
    grid.getGrid()
        .getSelectedRows()
        .forEach((row) => {
            const { entity } = row.data;
            shown.set(plainId(entity.getId()), asNumber(entity.attributes.get(LeadColumn.status)?.getValue()));
        });
    const statuses = ids.map((id) => shown.get(plainId(id)) ?? null);
    const haveWay = ({ rules, roles }: CommandRules, all: readonly (number | null)[]): boolean =>
        all.every((status) => status !== null && hasWay(status, state, rules, roles));
    if (!statuses.includes(null)) return withRules((rules) => haveWay(rules, statuses));
    return Promise.all([commandRules(), statusesOf(ids)]).then(([rules, read]) => haveWay(rules, read));
}

function withRules(judge: (rules: CommandRules) => boolean): boolean | Promise<boolean> {
    const present = presentCommandRules(currentUser().id);
    return present ? judge(present) : commandRules().then(judge);
}

/** A user who may not read the rules is guided by the default ones, as the form does. */
function commandRules(): Promise<CommandRules> {
    return sessionCommandRules(currentUser().id, async () => {
        const host = await createFormHost();
        const [configuration, statusReasons] = await Promise.all([
            host.configuration().catch((error: unknown) => {
                host.report(error);
                return defaultConfiguration(host.user.language);
            }),
            host.statusReasons(),
        ]);
        return { rules: rulesOf(configuration, statusReasons), roles: host.user.roles };
    });
}

/** Milliseconds for which a status reason that a view does not show is believed. */
const BELIEVED = 60_000;

const asked = new Map<string, { readonly status: Promise<number | null>; readonly since: number }>();

/** To be called after leads have been changed here. */
export function forgetStatuses(): void {
    asked.clear();
}

function statusesOf(ids: readonly string[]): Promise<readonly (number | null)[]> {
    const plain = ids.map(plainId);
    const now = Date.now();
    const unknown = plain.filter((id) => now - (asked.get(id)?.since ?? 0) > BELIEVED);
    if (unknown.length > 0) {
        const answer = readStatuses(unknown);
        answer.catch(() => asked.clear());
        for (const id of unknown) {
            asked.set(id, { status: answer.then((statuses) => statuses.get(id) ?? null), since: now });
        }
    }
    return Promise.all(plain.map((id) => asked.get(id)?.status ?? null));
}

async function readStatuses(ids: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
    const filter = ids.map((id) => `${LeadColumn.id} eq ${id}`).join(' or ');
    const query = `?$select=${LeadColumn.id},${LeadColumn.status}&$filter=${filter}`;
    const { entities } = await Xrm.WebApi.retrieveMultipleRecords(Table.lead, query);
    return new Map(
        entities.map((row: Readonly<Record<string, unknown>>) => [
            plainId(String(row[LeadColumn.id])),
            asNumber(row[LeadColumn.status]),
        ]),
    );
}
