import type { Finding } from '../change-sets/change-result';
import { LeadState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { EntitySet, HistoryColumn, LeadColumn, OpportunityColumn, selectName, Table } from '../columns';
import { isRow, numberOf, plainId, textOf, type Row } from '../row';
import { rowsOf } from '../web-api/web-api';
import { linkedMatch } from './propose-choices';
import type { QualificationChoices, QualificationIds } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { QualificationConflict } from './qualification-outcome';
import { PARTIES, type Party } from './target';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

const LEAD_COLUMNS = [
    LeadColumn.state,
    LeadColumn.qualifyingOpportunity,
    LeadColumn.parentAccount,
    LeadColumn.parentContact,
    LeadColumn.modifiedOn,
    LeadColumn.modifiedBy,
];

const NOT_FOUND = 404;

const MODIFIED = `${LeadColumn.modifiedOn},${selectName(LeadColumn.modifiedBy)}`;

/**
 * Finds out by reading what has become of a qualification whose answer was lost, or that was refused because
 * something has changed.
 * @throws ConnectionLost; Refused when the batch as a whole is
 */
export async function whatBecame(
    { webApi, user }: Pick<DialogHost, 'webApi' | 'user'>,
    input: QualificationInput,
    choices: QualificationChoices,
    ids: QualificationIds,
): Promise<Finding<QualificationConflict>> {
    const linked = PARTIES.flatMap((party) => linkedMatch(input, party, choices[party]) ?? []);
    const [leadAnswer, history, ...partyAnswers] = await webApi.read([
        `${EntitySet.lead}(${input.leadId})?$select=${LEAD_COLUMNS.map(selectName).join(',')}` +
            `&$expand=${LeadColumn.qualifyingOpportunity}($select=${OpportunityColumn.name})`,
        `${EntitySet.statusHistory}?$select=${HistoryColumn.changedOn},_${HistoryColumn.changedBy}_value` +
            `&$filter=_${HistoryColumn.lead}_value eq ${input.leadId}&$orderby=${HistoryColumn.changedOn} desc&$top=1`,
        ...linked.map(({ table, id }) => `${input.definitions[table].entitySet}(${id})?$select=${MODIFIED}`),
    ]);
    if (leadAnswer?.ok === false && leadAnswer.problem.status === NOT_FOUND) return { kind: 'gone' };
    const lead = leadAnswer?.ok ? leadAnswer.body : null;
    if (!isRow(lead)) return { kind: 'unknown' };
    if (isOurs(lead, choices, ids, user.id)) return { kind: 'done' };
    if (textOf(lead, '@odata.etag') !== input.etag) {
        return changed(conflictOf(lead, history?.ok ? rowsOf(history.body)[0] : undefined));
    }
    for (const [index, { table, etag }] of linked.entries()) {
        const answer = partyAnswers[index];
        const row = answer?.ok && isRow(answer.body) ? answer.body : null;
        if (row !== null && etag !== '' && textOf(row, '@odata.etag') !== etag)
            return changed(conflictWith(table, row));
    }
    return { kind: 'untouched' };
}

function changed(meanwhile: QualificationConflict): Finding<QualificationConflict> {
    return { kind: 'changed', meanwhile };
}

/** Whether the lead is qualified the way that was asked for, by rows of our own ids where there are any. */
function isOurs(lead: Row, choices: QualificationChoices, ids: QualificationIds, userId: string): boolean {
    if (numberOf(lead, LeadColumn.state) !== LeadState.qualified) return false;
    const refersTo = (column: LeadColumn): string => plainId(textOf(lead, selectName(column)));
    if (choices.opportunity !== null) return refersTo(LeadColumn.qualifyingOpportunity) === ids.opportunity;
    if (choices.account.kind === 'create') return refersTo(LeadColumn.parentAccount) === ids.account;
    if (choices.contact.kind === 'create') return refersTo(LeadColumn.parentContact) === ids.contact;
    return refersTo(LeadColumn.qualifyingOpportunity) === '' && refersTo(LeadColumn.modifiedBy) === userId;
}

/** @param lastChange of status reason, which tells more exactly who qualified the lead than who changed it last */
function conflictOf(lead: Row, lastChange: Row | undefined): QualificationConflict {
    const isQualified = numberOf(lead, LeadColumn.state) === LeadState.qualified;
    const change = isQualified ? lastChange : undefined;
    const opportunity = lead[LeadColumn.qualifyingOpportunity];
    return {
        kind: 'conflict',
        row: Table.lead,
        isQualified,
        by: change
            ? textOf(change, `_${HistoryColumn.changedBy}_value${FORMATTED}`)
            : textOf(lead, `${selectName(LeadColumn.modifiedBy)}${FORMATTED}`),
        on: change
            ? textOf(change, `${HistoryColumn.changedOn}${FORMATTED}`)
            : textOf(lead, `${LeadColumn.modifiedOn}${FORMATTED}`),
        opportunityId: plainId(textOf(lead, selectName(LeadColumn.qualifyingOpportunity))) || null,
        opportunityName: isRow(opportunity) ? textOf(opportunity, OpportunityColumn.name) : '',
    };
}

function conflictWith(party: Party, row: Row): QualificationConflict {
    return {
        kind: 'conflict',
        row: party,
        isQualified: false,
        by: textOf(row, `${selectName(LeadColumn.modifiedBy)}${FORMATTED}`),
        on: textOf(row, `${LeadColumn.modifiedOn}${FORMATTED}`),
        opportunityId: null,
        opportunityName: '',
    };
}
