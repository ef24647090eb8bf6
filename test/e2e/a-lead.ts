import type { WebApiClient } from '../../solution/deploy/web-api-client';
import { people } from './app-page';

/** What has to be known of a lead before it may be qualified. */
export const KNOWN = {
    budgetamount: 20000,
    decisionmaker: true,
    need: 1,
    purchasetimeframe: 2,
    purchaseprocess: 0,
} as const;

/**
 * Enters a lead: Karin of Neckarwerke, who wants sensors of the first seller, unless the columns say otherwise.
 * @returns its id
 */
export async function enterLead(api: WebApiClient, lastname: string, columns: object = {}): Promise<string> {
    await api.post('leads', {
        subject: 'Sensors',
        firstname: 'Karin',
        lastname,
        companyname: 'Neckarwerke',
        'ownerid@odata.bind': `/systemusers(${people.seller})`,
        ...columns,
    });
    return leadId(api, lastname);
}

export async function leadId(api: WebApiClient, lastname: string): Promise<string> {
    const [lead] = await api.rows(`leads?$select=leadid&$filter=lastname eq '${lastname}'`);
    return String(lead?.['leadid']);
}

/** Qualifies a lead without any dialog. */
export async function qualifyLead(api: WebApiClient, id: string, creates = true): Promise<void> {
    await api.post(`leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
        CreateAccount: creates,
        CreateContact: creates,
        CreateOpportunity: creates,
        Status: -1,
    });
}

/**
 * Enters a lead and qualifies it; the opportunity is the first seller's.
 * @returns the id of the opportunity
 */
export async function becomeOpportunity(api: WebApiClient, subject: string, lastname: string): Promise<string> {
    await qualifyLead(api, await enterLead(api, lastname, { subject, ...KNOWN }));
    const [row] = await api.rows(`opportunities?$select=opportunityid&$filter=name eq '${subject}'`);
    const id = String(row?.['opportunityid']);
    await api.patch(`opportunities(${id})`, { 'ownerid@odata.bind': `/systemusers(${people.seller})` });
    return id;
}
