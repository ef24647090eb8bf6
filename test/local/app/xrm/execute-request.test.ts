import { httpRequestOf, type ExecutableRequest, type RequestMetadata } from '../../../../local/app/xrm/execute-request';

const LEAD = '11111111-1111-4111-8111-111111111101';
const SETS: Readonly<Record<string, string>> = { lead: 'leads', opportunity: 'opportunities', account: 'accounts' };
const entitySetOf = (table: string): Promise<string> =>
    SETS[table] ? Promise.resolve(SETS[table]) : Promise.reject(new Error(`no table ${table}`));

function request(parameters: Record<string, unknown>, metadata: RequestMetadata): ExecutableRequest {
    return { ...parameters, getMetadata: () => metadata };
}

const row = { typeName: 'mscrm.lead', structuralProperty: 5 };
const text = { typeName: 'Edm.String', structuralProperty: 1 };

describe('An action', () => {
    it('bound to a row is posted to the row, with its other parameters in the body', async () => {
        const qualify = request(
            {
                entity: { entityType: 'lead', id: `{${LEAD.toUpperCase()}}` },
                CreateAccount: true,
                Status: -1,
                OpportunityCustomerId: { entityType: 'account', id: LEAD },
            },
            {
                boundParameter: 'entity',
                operationType: 0,
                operationName: 'QualifyLead',
                parameterTypes: {
                    entity: row,
                    CreateAccount: { typeName: 'Edm.Boolean', structuralProperty: 1 },
                    CreateContact: { typeName: 'Edm.Boolean', structuralProperty: 1 },
                    Status: { typeName: 'Edm.Int32', structuralProperty: 1 },
                    OpportunityCustomerId: { typeName: 'mscrm.crmbaseentity', structuralProperty: 5 },
                },
            },
        );
        await expect(httpRequestOf(qualify, entitySetOf)).resolves.toEqual({
            method: 'POST',
            path: `leads(${LEAD})/Microsoft.Dynamics.CRM.QualifyLead`,
            body: {
                CreateAccount: true,
                Status: -1,
                OpportunityCustomerId: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: LEAD },
            },
        });
    });

    it('that is bound to nothing is posted under its name', async () => {
        const win = request(
            { OpportunityClose: { 'opportunityid@odata.bind': `/opportunities(${LEAD})`, subject: 'Won' }, Status: 3 },
            {
                boundParameter: null,
                operationType: 0,
                operationName: 'WinOpportunity',
                parameterTypes: {
                    OpportunityClose: { typeName: 'mscrm.opportunityclose', structuralProperty: 5 },
                    Status: { typeName: 'Edm.Int32', structuralProperty: 1 },
                },
            },
        );
        await expect(httpRequestOf(win, entitySetOf)).resolves.toEqual({
            method: 'POST',
            path: 'WinOpportunity',
            body: {
                OpportunityClose: {
                    '@odata.type': 'Microsoft.Dynamics.CRM.opportunityclose',
                    'opportunityid@odata.bind': `/opportunities(${LEAD})`,
                    subject: 'Won',
                },
                Status: 3,
            },
        });
    });

    it('says which bound row is missing', async () => {
        const qualify = request(
            {},
            {
                boundParameter: 'entity',
                operationType: 0,
                operationName: 'QualifyLead',
                parameterTypes: { entity: row },
            },
        );
        await expect(httpRequestOf(qualify, entitySetOf)).rejects.toThrow('QualifyLead is bound to "entity"');
    });
});

describe('A function', () => {
    it('hands its parameters over by aliases, each in the writing of its type', async () => {
        const call = request(
            { Name: "O'Neil", Target: { entityType: 'lead', id: LEAD }, Kind: 1, Names: ['account'] },
            {
                operationType: 1,
                operationName: 'Look',
                parameterTypes: {
                    Name: text,
                    Target: { typeName: 'mscrm.crmbaseentity', structuralProperty: 5 },
                    Kind: {
                        typeName: 'mscrm.Kind',
                        structuralProperty: 3,
                        enumProperties: [{ name: 'One', value: 1 }],
                    },
                    Names: { typeName: 'Collection(Edm.String)', structuralProperty: 4 },
                },
            },
        );
        const { method, path } = await httpRequestOf(call, entitySetOf);
        expect(method).toBe('GET');
        expect(decodeURIComponent(path)).toBe(
            `Look(Name=@Name,Target=@Target,Kind=@Kind,Names=@Names)?@Name='O''Neil'&@Target={"@odata.id":"leads(${LEAD})"}` +
                `&@Kind=Microsoft.Dynamics.CRM.Kind'One'&@Names=["account"]`,
        );
    });

    it('without parameters is called with empty brackets', async () => {
        const call = request({}, { operationType: 1, operationName: 'WhoAmI', parameterTypes: {} });
        await expect(httpRequestOf(call, entitySetOf)).resolves.toEqual({ method: 'GET', path: 'WhoAmI()' });
    });
});

describe('A row operation', () => {
    const metadata = (operationName: string): RequestMetadata => ({
        boundParameter: null,
        operationType: 2,
        operationName,
        parameterTypes: {},
    });

    it.each([
        [
            'Create',
            { etn: 'lead', payload: { subject: 'A' } },
            { method: 'POST', path: 'leads', body: { subject: 'A' } },
        ],
        [
            'Update',
            { etn: 'lead', id: LEAD, payload: { subject: 'A' } },
            { method: 'PATCH', path: `leads(${LEAD})`, body: { subject: 'A' }, headers: { 'If-Match': '*' } },
        ],
        ['Delete', { entityReference: { entityType: 'lead', id: LEAD } }, { method: 'DELETE', path: `leads(${LEAD})` }],
        [
            'Retrieve',
            { entityReference: { entityType: 'lead', id: LEAD }, columns: ['subject', 'statecode'] },
            { method: 'GET', path: `leads(${LEAD})?$select=subject,statecode` },
        ],
    ])('%s becomes its request', async (name, parameters, expected) => {
        await expect(httpRequestOf(request(parameters, metadata(name)), entitySetOf)).resolves.toEqual(expected);
    });

    it('that does not exist is named', async () => {
        await expect(httpRequestOf(request({ etn: 'lead' }, metadata('Merge')), entitySetOf)).rejects.toThrow('Merge');
    });
});

describe('A request without a contract', () => {
    it('is refused with the reason', async () => {
        await expect(httpRequestOf({} as ExecutableRequest, entitySetOf)).rejects.toThrow('getMetadata');
    });
});
