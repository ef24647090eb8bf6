import fc from 'fast-check';
import { planConversion } from '../../lifecycle/qualify/conversion';
import { qualifyLeadRequest, readQualified } from '../../lifecycle/qualify/qualify-lead-request';
import { ACCOUNT_ID, aLead, CONTACT_ID, LEAD_ID, OPPORTUNITY_ID, qualifiedBody } from './builders';

describe('what qualifying creates and links', () => {
    it.each([
        // contact, account, company, creates account, creates contact, customer
        [false, false, '', false, true, { kind: 'new-contact' }],
        [false, false, 'Contoso', true, true, { kind: 'new-account' }],
        [false, true, '', false, true, { kind: 'account', id: ACCOUNT_ID }],
        [false, true, 'Contoso', false, true, { kind: 'account', id: ACCOUNT_ID }],
        [true, false, '', false, false, { kind: 'contact', id: CONTACT_ID }],
        [true, false, 'Contoso', true, false, { kind: 'new-account' }],
        [true, true, '', false, false, { kind: 'account', id: ACCOUNT_ID }],
        [true, true, 'Contoso', false, false, { kind: 'account', id: ACCOUNT_ID }],
    ])('contact %p, account %p, company "%s": account %p, contact %p', (contact, account, company, ...expected) => {
        const onLead = planConversion(
            aLead({
                companyname: company,
                _parentcontactid_value: contact ? CONTACT_ID : null,
                _parentaccountid_value: account ? ACCOUNT_ID : null,
            }),
        );
        const byChoice = planConversion(aLead({ companyname: company }), {
            ...(contact && { contactId: CONTACT_ID }),
            ...(account && { accountId: ACCOUNT_ID }),
        });
        for (const plan of [onLead, byChoice]) {
            expect([plan.createAccount, plan.createContact, plan.customer]).toEqual(expected);
        }
    });

    it('prefers what the lead already has to what was chosen', () => {
        expect(planConversion(aLead({ _parentaccountid_value: ACCOUNT_ID }), { accountId: 'other' }).accountId).toBe(
            ACCOUNT_ID,
        );
    });

    it('misses the topic of the opportunity and the last name of a contact that is to be created', () => {
        expect(planConversion({}).missing).toEqual(['subject', 'lastname']);
        expect(planConversion({}, { contactId: CONTACT_ID }).missing).toEqual(['subject']);
        expect(planConversion(aLead()).missing).toEqual([]);
    });

    it('always has exactly one customer, and never creates what it links', () => {
        const id = fc.option(fc.uuid());
        fc.assert(
            fc.property(id, id, fc.string(), (account, contact, companyname) => {
                const plan = planConversion({
                    companyname,
                    _parentaccountid_value: account,
                    _parentcontactid_value: contact,
                });
                expect(plan.createAccount && plan.accountId !== null).toBe(false);
                expect(plan.createContact).toBe(plan.contactId === null);
                expect(plan.customer.kind === 'new-account').toBe(plan.createAccount);
            }),
        );
    });
});

describe('the QualifyLead request', () => {
    it('says everything that is known, in body and metadata', () => {
        const lead = aLead({
            _parentaccountid_value: ACCOUNT_ID,
            _transactioncurrencyid_value: 'cur1',
            _campaignid_value: 'cam1',
        });
        const request = qualifyLeadRequest(LEAD_ID, lead, planConversion(lead), {
            processInstanceId: 'bpf1',
            suppressDuplicateDetection: true,
        });
        expect(JSON.parse(JSON.stringify(request))).toEqual({
            entity: { entityType: 'lead', id: LEAD_ID },
            CreateAccount: false,
            CreateContact: true,
            CreateOpportunity: true,
            OpportunityCurrencyId: {
                '@odata.type': 'Microsoft.Dynamics.CRM.transactioncurrency',
                transactioncurrencyid: 'cur1',
            },
            OpportunityCustomerId: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: ACCOUNT_ID },
            SourceCampaignId: { '@odata.type': 'Microsoft.Dynamics.CRM.campaign', campaignid: 'cam1' },
            Status: -1,
            ProcessInstanceId: {
                '@odata.type': 'Microsoft.Dynamics.CRM.businessprocessflowinstance',
                businessprocessflowinstanceid: 'bpf1',
            },
            SuppressDuplicateDetection: true,
        });
        expect(request.getMetadata()).toEqual({
            boundParameter: 'entity',
            operationType: 0,
            operationName: 'QualifyLead',
            parameterTypes: {
                entity: { typeName: 'mscrm.lead', structuralProperty: 5 },
                CreateAccount: { typeName: 'Edm.Boolean', structuralProperty: 1 },
                CreateContact: { typeName: 'Edm.Boolean', structuralProperty: 1 },
                CreateOpportunity: { typeName: 'Edm.Boolean', structuralProperty: 1 },
                OpportunityCurrencyId: { typeName: 'mscrm.transactioncurrency', structuralProperty: 5 },
                OpportunityCustomerId: { typeName: 'mscrm.crmbaseentity', structuralProperty: 5 },
                SourceCampaignId: { typeName: 'mscrm.campaign', structuralProperty: 5 },
                Status: { typeName: 'Edm.Int32', structuralProperty: 1 },
                ProcessInstanceId: { typeName: 'mscrm.crmbaseentity', structuralProperty: 5 },
                SuppressDuplicateDetection: { typeName: 'Edm.Boolean', structuralProperty: 1 },
            },
        });
    });

    it('leaves out what is not known, so that the platform chooses', () => {
        const request = qualifyLeadRequest(LEAD_ID, aLead(), planConversion(aLead()));
        expect(JSON.parse(JSON.stringify(request))).toEqual({
            entity: { entityType: 'lead', id: LEAD_ID },
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
            SuppressDuplicateDetection: false,
        });
        expect(Object.keys(request.getMetadata().parameterTypes)).toEqual([
            'entity',
            'CreateAccount',
            'CreateContact',
            'CreateOpportunity',
            'Status',
            'SuppressDuplicateDetection',
        ]);
    });
});

describe('the answer of QualifyLead', () => {
    it('tells the three rows apart by their type', () => {
        const opportunityFirst = {
            value: [
                { '@odata.type': '#Microsoft.Dynamics.CRM.opportunity', opportunityid: OPPORTUNITY_ID, accountid: 'x' },
                ...qualifiedBody.value,
            ],
        };
        expect(readQualified(opportunityFirst)).toEqual({
            accountId: ACCOUNT_ID,
            contactId: CONTACT_ID,
            opportunityId: OPPORTUNITY_ID,
        });
    });

    it('makes do with the keys where no type is sent, and with nothing at all', () => {
        expect(readQualified({ value: [{ opportunityid: OPPORTUNITY_ID }] }).opportunityId).toBe(OPPORTUNITY_ID);
        expect(readQualified(undefined)).toEqual({ accountId: null, contactId: null, opportunityId: null });
    });
});
