import { Gate, LeadState, LeadStatus } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { decideCommand, leadStatus } from '../commands/lead-row';
import { LeadColumn, selectName, Table } from '../columns';
import { withThoseOfLeads } from '../configuration/status-reasons-of-leads';
import { judge } from '../criteria/gate';
import { isRow, plainId, textOf, type Row } from '../row';
import type { Decision } from '../transitions/decide';
import { permittedTargets } from '../transitions/permitted-targets';
import { rulesOf } from '../transitions/rules-of';
import type { ConversionMetadata } from './conversion-metadata';
import type { Match } from './match';
import { asMatch } from './matches/rank-matches';
import type { QualificationInput } from './qualification-input';
import type { Party } from './target';

/** What has been read of one lead. */
export interface LeadFacts extends Pick<QualificationInput, 'matches' | 'followers' | 'process'> {
    /** The answer to `leadAddress`. */
    readonly lead: Row;
}

/** The whole lead, because any filled column may be one that would be lost, with the account and contact that it has. */
export function leadAddress(leadId: string): string {
    const { parentAccount, parentContact } = LeadColumn;
    return `leads(${leadId})?$expand=${parentAccount},${parentContact}`;
}

/** Decides and judges what has been read of a lead. */
export function assembleInput(
    host: Pick<DialogHost, 'user' | 'configuration' | 'statusReasons'>,
    metadata: ConversionMetadata,
    { lead: leadWithParents, ...facts }: LeadFacts,
    status?: number,
): QualificationInput {
    const lead = Object.fromEntries(Object.entries(leadWithParents).filter(([, value]) => !isRow(value)));
    const { configuration, user } = host;
    const rules = rulesOf(configuration, withThoseOfLeads(host.statusReasons, [lead]));
    const [permitted] = permittedTargets(
        leadStatus(lead),
        rules,
        { lead, roles: user.roles, note: '' },
        LeadState.qualified,
    );
    const to = status ?? permitted?.value ?? LeadStatus.qualified;
    const decideWith = (note: string): Decision => decideCommand(host, lead, to, 'qualify', rules, note);
    const decision = decideWith('-');
    return {
        ...metadata,
        ...facts,
        leadId: plainId(textOf(lead, LeadColumn.id)),
        lead,
        etag: textOf(lead, '@odata.etag'),
        status: to,
        decision,
        noteRequired: decision.allowed && !decideWith('').allowed,
        verdict: judge(Gate.qualify, configuration.criteria, lead),
        existing: {
            account: existing(leadWithParents, Table.account, LeadColumn.parentAccount, metadata),
            contact: existing(leadWithParents, Table.contact, LeadColumn.parentContact, metadata),
        },
    };
}

/** The row that the lead refers to; one that the user may not see stands for itself by its id and name. */
function existing(lead: Row, party: Party, column: LeadColumn, metadata: ConversionMetadata): Match | null {
    const id = plainId(textOf(lead, selectName(column)));
    if (id === '') return null;
    const row = lead[column];
    if (isRow(row)) return asMatch(party, row, metadata);
    const name = textOf(lead, `_${column}_value@OData.Community.Display.V1.FormattedValue`);
    return { table: party, id, name, detail: '', etag: '', score: 0, reasons: [], row: {} };
}
