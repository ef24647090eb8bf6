/**
 * QualifyLead (Microsoft Learn, "QualifyLead Action"): closes a lead as qualified and makes the rows a seller goes on
 * with. In one transaction, in this order: check everything, close, create, link, move the process. The lead is closed
 * first so that steps which refuse that do so before anything is made.
 */
import type { Pipeline } from '../pipeline';
import { mapRow } from '../qualify/attribute-mapping';
import { copyCompetitors } from '../qualify/follow';
import { moveToOpportunity } from '../qualify/process-move';
import { QUALIFIED, readQualification, type Qualification } from '../qualify/qualification';
import type { MessageDefinition, MessageParameters, RequestContext, Row, RowReference } from '../types';

export const qualifyLead = (pipeline: Pipeline): MessageDefinition => ({
    name: 'QualifyLead',
    kind: 'action',
    boundTo: 'lead',
    parameters: [
        { name: 'CreateAccount', type: 'Edm.Boolean', optional: false },
        { name: 'CreateContact', type: 'Edm.Boolean', optional: false },
        { name: 'CreateOpportunity', type: 'Edm.Boolean', optional: false },
        { name: 'OpportunityCurrencyId', type: 'mscrm.transactioncurrency', optional: true },
        { name: 'OpportunityCustomerId', type: 'mscrm.crmbaseentity', optional: true },
        { name: 'SourceCampaignId', type: 'mscrm.campaign', optional: true },
        { name: 'Status', type: 'Edm.Int32', optional: false },
        { name: 'ProcessInstanceId', type: 'mscrm.crmbaseentity', optional: true },
        { name: 'SuppressDuplicateDetection', type: 'Edm.Boolean', optional: true },
    ],
    returns: { type: 'Collection(mscrm.crmbaseentity)' },
    run: (_organization, parameters, context) => run(pipeline, parameters, context),
});

function run(pipeline: Pipeline, parameters: MessageParameters, context: RequestContext): MessageParameters {
    const qualification = readQualification(pipeline.environment, parameters, context);
    const { leadId, statusCode, instance } = qualification;
    const asSystem = { asSystem: true, byClosingMessage: true };
    pipeline.core.update('lead', leadId, { statecode: QUALIFIED, statuscode: statusCode }, context, asSystem);
    const created: RowReference[] = [];
    const make = (table: string, values: Row): RowReference => {
        const row = { table, id: pipeline.core.create(table, values, qualification.context, {}) };
        created.push(row);
        return row;
    };

    const account = qualification.createAccount
        ? make('account', mapped(pipeline, qualification, 'account'))
        : qualification.account;
    const contact = qualification.createContact
        ? make('contact', {
              ...mapped(pipeline, qualification, 'contact'),
              ...(account ? { parentcustomerid: account } : {}),
          })
        : qualification.contact;
    if (qualification.createAccount && account && contact) {
        // Only the account that was just made: what existed before keeps the contact it has.
        pipeline.core.update('account', account.id, { primarycontactid: contact }, context, { asSystem: true });
    }
    const opportunity = qualification.createOpportunity
        ? make('opportunity', opportunityValues(pipeline, qualification, account, contact))
        : undefined;
    if (opportunity) {
        copyCompetitors(pipeline, leadId, opportunity, context);
    }

    const links: Row = {
        ...(account ? { parentaccountid: account } : {}),
        ...(contact ? { parentcontactid: contact } : {}),
        ...(opportunity ? { qualifyingopportunityid: opportunity } : {}),
    };
    if (created.length > 0) {
        pipeline.core.update('lead', leadId, links, context, asSystem);
    }
    if (opportunity) {
        moveToOpportunity(pipeline, { table: 'lead', id: leadId }, opportunity, instance, context);
    }
    return { value: created };
}

function mapped(pipeline: Pipeline, { leadId, lead }: Qualification, table: string): Row {
    return {
        ...mapRow(pipeline.environment, 'lead', table, lead),
        originatingleadid: { table: 'lead', id: leadId },
    };
}

/** Account first: the lead's account is the customer when there is one, else its contact. */
function opportunityValues(
    pipeline: Pipeline,
    qualification: Qualification,
    account: RowReference | undefined,
    contact: RowReference | undefined,
): Row {
    const customer = qualification.customer ?? account ?? contact;
    const { currency, campaign } = qualification;
    return {
        ...mapped(pipeline, qualification, 'opportunity'),
        ...(account ? { parentaccountid: account } : {}),
        ...(contact ? { parentcontactid: contact } : {}),
        ...(customer
            ? {
                  customerid: customer,
                  [customer.table === 'account' ? 'parentaccountid' : 'parentcontactid']: customer,
              }
            : {}),
        ...(currency ? { transactioncurrencyid: currency } : {}),
        ...(campaign ? { campaignid: campaign } : {}),
    };
}
