/**
 * The Sales app's own commands for selected leads. Solutions that bring better ones hide these.
 */
import type { BatchRequest, Platform } from '../platform/types';
import { rowValue } from '../platform/row-annotations';
import type { GridRow } from './grid-model';

const DISQUALIFIED = 2;
/** -1: the default status reason of the Qualified state. */
const DEFAULT_STATUS = -1;

/** One QualifyLead for each lead; a lead that has an account or a contact already does not get another one. */
export async function qualifyRequests(
    platform: Pick<Platform, 'webApi'>,
    rows: readonly GridRow[],
): Promise<readonly BatchRequest[]> {
    return Promise.all(
        rows.map(async ({ id }) => {
            const lead = await platform.webApi.retrieve(
                'lead',
                id,
                '?$select=companyname,_parentaccountid_value,_parentcontactid_value',
            );
            const account = rowValue(lead, 'parentaccountid');
            const contact = rowValue(lead, 'parentcontactid');
            const customer = customerOf(account, contact);
            return {
                method: 'POST',
                path: `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`,
                body: {
                    CreateAccount: !account && Boolean(lead.companyname),
                    CreateContact: !account && !contact,
                    CreateOpportunity: true,
                    ...(customer ? { OpportunityCustomerId: customer } : {}),
                    Status: DEFAULT_STATUS,
                },
            };
        }),
    );
}

/** The change that disqualifies a lead with a status reason; without one, with the default of the state. */
export function disqualification(status: unknown): object {
    const reason = Number(status);
    return {
        statecode: DISQUALIFIED,
        ...(status !== undefined && Number.isInteger(reason) ? { statuscode: reason } : {}),
    };
}

function customerOf(account: unknown, contact: unknown): object | undefined {
    if (typeof account === 'string') {
        return { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: account };
    }
    return typeof contact === 'string'
        ? { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: contact }
        : undefined;
}
