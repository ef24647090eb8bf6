import type { LeadState } from '../../lifecycle/choices';
import { LeadColumn, Table } from '../../lifecycle/columns';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { asNumber } from '../../lifecycle/row';
import { hasWay } from '../../lifecycle/transitions/has-way';
import { rulesOf } from '../../lifecycle/transitions/rules-of';
import { gridColumn } from '../xrm/grid-column';
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
 * Whether each of the selected leads has a way to a state. Answers at once when the rules have been read and the status
 * reasons are known: from the view, or from Dataverse, which is asked once for all rows of the grid's page.
 */
export function haveWayInGrid(
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
    state: LeadState,
): boolean | Promise<boolean> {
    if (ids.length === 0) return false;
    const haveWay = ({ rules, roles }: CommandRules, all: readonly (number | null)[]): boolean =>
        all.every((status) => status !== null && hasWay(status, state, rules, roles));
    const statuses = statusColumn.of(grid, ids);
    if (!('then' in statuses)) return withRules((rules) => haveWay(rules, statuses));
    return Promise.all([commandRules(), statuses]).then(([rules, read]) => haveWay(rules, read));
}

const statusColumn = gridColumn(Table.lead, LeadColumn.id, LeadColumn.status);

/** To be called after leads have been changed here. */
export const forgetStatuses = statusColumn.forget;

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
