import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { USERS } from '../pipeline/an-environment';

const EVALUATOR = '462b3e8f-beb4-4981-9b87-a60c2162a9f7';

describe('the tables that plug-ins are registered in', () => {
    let dataverse: LocalDataverse;
    beforeAll(() => {
        dataverse = createLocalDataverse();
    });
    afterAll(() => dataverse.close());

    const ask = (method: string, url: string, body?: unknown, user: string = USERS.admin) => {
        const answer = dataverse.handle({
            method,
            url: `/api/data/v9.2/${url}`,
            headers: { mscrmcallerid: user, prefer: 'return=representation' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return {
            status: answer.status,
            json: JSON.parse(String(answer.body || '{}')) as {
                readonly value?: readonly Record<string, unknown>[];
                readonly [name: string]: unknown;
            },
        };
    };

    it('names the message and table of a filter by the query that deployments send', () => {
        const query =
            "sdkmessagefilters?$select=primaryobjecttypecode&$expand=sdkmessageid($select=name)&$filter=sdkmessageid/name eq 'Update' and primaryobjecttypecode eq 'lead'";
        const { value } = ask('GET', query).json;
        expect(value).toMatchObject([{ primaryobjecttypecode: 'lead', sdkmessageid: { name: 'Update' } }]);
    });

    it('has QualifyLead for leads alone', () => {
        const query = "sdkmessagefilters?$select=primaryobjecttypecode&$filter=sdkmessageid/name eq 'QualifyLead'";
        expect(ask('GET', query).json.value).toMatchObject([{ primaryobjecttypecode: 'lead' }]);
    });

    it('has every message once', () => {
        const { value = [] } = ask('GET', 'sdkmessages?$select=name').json;
        const names = value.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(['Create', 'Update', 'Delete', 'Win', 'Lose', 'Assign']));
        expect(new Set(names).size).toBe(names.length);
    });

    it('has the plug-in type that evaluates Power Fx', () => {
        expect(ask('GET', `plugintypes(${EVALUATOR})?$select=name`).json).toMatchObject({
            name: 'Microsoft.PowerFx.Evaluator',
        });
    });

    it('binds a Custom API to its expression and parameters as the platform names the properties', () => {
        const { json } = ask('POST', 'fxexpressions', {
            name: 'Twice',
            uniquename: 'gdn_Twice',
            category: 0,
            expression: '{Result: Number * 2}',
        });
        const api = ask('POST', 'customapis', {
            name: 'Twice',
            displayname: 'Twice',
            description: 'Twice a number',
            uniquename: 'gdn_Twice',
            'PluginTypeId@odata.bind': `/plugintypes(${EVALUATOR})`,
            'fxexpression@odata.bind': `/fxexpressions(${String(json.fxexpressionid)})`,
        });
        expect(api.status).toBe(201);
        const parameter = ask('POST', 'customapirequestparameters', {
            name: 'Number',
            displayname: 'Number',
            description: 'What is doubled',
            uniquename: 'Number',
            type: 7,
            'CustomAPIId@odata.bind': `/customapis(${String(api.json.customapiid)})`,
        });
        expect(parameter.status).toBe(201);
    });

    it('lets administrators write there and nobody without the privilege', () => {
        expect(ask('POST', 'fxexpressions', { name: 'Mine', uniquename: 'gdn_Mine' }, USERS.seller).status).toBe(403);
        expect(ask('POST', 'fxexpressions', { name: 'Mine', uniquename: 'gdn_Mine' }).status).toBe(201);
    });
});
