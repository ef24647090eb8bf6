/** Table, column, choice and relationship definitions as client libraries ask for them. */
import { DOMParser } from '@xmldom/xmldom';
import { aClient, USERS, type Client } from './a-client';

let client: Client;
beforeAll(() => {
    client = aClient();
});
afterAll(() => client.close());

describe('definitions', () => {
    it('of a table are found by logical name, by filter and by MetadataId', () => {
        const byKey = client.send(
            'GET',
            "EntityDefinitions(LogicalName='lead')?$select=LogicalName,EntitySetName",
        ).json;
        expect(byKey).toMatchObject({ LogicalName: 'lead', EntitySetName: 'leads' });
        const byFilter = client.send(
            'GET',
            'EntityDefinitions?%24select=MetadataId%2CLogicalName%2CPrimaryIdAttribute%2CPrimaryNameAttribute&%24filter=LogicalName+eq+%27lead%27',
        ).rows;
        expect(byFilter).toEqual([
            {
                MetadataId: byKey['MetadataId'],
                LogicalName: 'lead',
                PrimaryIdAttribute: 'leadid',
                PrimaryNameAttribute: 'fullname',
            },
        ]);
        expect(
            client.send('GET', `EntityDefinitions(${String(byKey['MetadataId'])})?$select=SchemaName`).json,
        ).toMatchObject({ SchemaName: 'Lead' });
        expect(client.send('GET', "EntityDefinitions(LogicalName='nothing')").status).toBe(404);
    });

    it('of columns are cast to their type and show their choices', () => {
        const status = client.send(
            'GET',
            "EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='statuscode')/Microsoft.Dynamics.CRM.StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options)",
        ).json;
        const options = (status['OptionSet'] as { Options: Record<string, unknown>[] }).Options;
        expect(options.map((option) => [option['Value'], option['State']])).toEqual([
            [1, 0],
            [2, 0],
            [3, 1],
            [4, 2],
            [5, 2],
            [6, 2],
            [7, 2],
        ]);
        expect(options[0]).toMatchObject({
            '@odata.type': '#Microsoft.Dynamics.CRM.StatusOptionMetadata',
            Label: { UserLocalizedLabel: { Label: 'New', LanguageCode: 1033 } },
        });
        const picklists = client.send(
            'GET',
            "EntityDefinitions(LogicalName='lead')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet",
        ).rows;
        expect(
            picklists.every((each) => each['@odata.type'] === '#Microsoft.Dynamics.CRM.PicklistAttributeMetadata'),
        ).toBe(true);
        expect(picklists.find((each) => each['LogicalName'] === 'budgetstatus')?.['GlobalOptionSet']).toMatchObject({
            Name: 'budgetstatus',
            IsGlobal: true,
        });
    });

    it('show labels in the language of the user', () => {
        const label = client.send('GET', "EntityDefinitions(LogicalName='lead')?$select=DisplayName", undefined, {
            mscrmcallerid: USERS.nadia,
        }).json['DisplayName'];
        expect(label).toMatchObject({ UserLocalizedLabel: { LanguageCode: 1036 } });
    });

    it('of columns can be filtered by what they are', () => {
        const texts = client.send(
            'GET',
            "EntityDefinitions(LogicalName='lead')/Attributes?$select=LogicalName,MaxLength&$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Memo'",
        ).rows;
        expect(texts.map((each) => each['LogicalName'])).toContain('description');
        expect(texts.map((each) => each['LogicalName'])).not.toContain('subject');
    });

    it('of relationships come from either side', () => {
        const select = '$select=SchemaName,ReferencedEntity,ReferencingEntity';
        const regarding = client.send(
            'GET',
            `EntityDefinitions(LogicalName='lead')/OneToManyRelationships?${select}&$filter=ReferencingEntity eq 'task'`,
        ).rows;
        expect(regarding).toMatchObject([{ SchemaName: 'Lead_Tasks', ReferencedEntity: 'lead' }]);
        const all = client.send(
            'GET',
            "RelationshipDefinitions/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata?$filter=IntersectEntityName eq 'leadcompetitors'",
        ).rows;
        expect(all).toMatchObject([
            { SchemaName: 'leadcompetitors_association', RelationshipType: 'ManyToManyRelationship' },
        ]);
        expect(client.send('GET', "EntityDefinitions(LogicalName='lead')/Keys").rows).toEqual([]);
    });

    it('of global choices are found by name', () => {
        const reply = client.send(
            'GET',
            "GlobalOptionSetDefinitions(Name='budgetstatus')/Microsoft.Dynamics.CRM.OptionSetMetadata",
        ).json;
        expect(reply).toMatchObject({ Name: 'budgetstatus', IsGlobal: true, OptionSetType: 'Picklist' });
    });

    it('as CSDL are well-formed and name every set, key, property and message', () => {
        const reply = client.send('GET', '$metadata', undefined, { accept: 'application/xml' });
        expect(reply.headers['Content-Type']).toContain('application/xml');
        const document = new DOMParser({
            onError: (_level, message) => {
                throw new Error(message);
            },
        }).parseFromString(reply.text, 'text/xml');
        const named = (element: string): Map<string | null, Element> =>
            new Map(
                [...Array.from(document.getElementsByTagName(element))].map((each) => [
                    each.getAttribute('Name'),
                    each as unknown as Element,
                ]),
            );
        const types = named('EntityType');
        expect(named('EntitySet').get('leads')?.getAttribute('EntityType')).toBe('Microsoft.Dynamics.CRM.lead');
        expect(types.get('task')?.getAttribute('BaseType')).toBe('mscrm.activitypointer');
        const properties = [...Array.from(types.get('lead')?.getElementsByTagName('Property') ?? [])].map((each) =>
            each.getAttribute('Name'),
        );
        expect(properties).toEqual(expect.arrayContaining(['leadid', 'fullname', '_ownerid_value', 'statuscode']));
        expect(properties).not.toContain('ownerid');
        expect(new Set(properties).size).toBe(properties.length);
        expect([...named('Action').keys()]).toEqual(expect.arrayContaining(['QualifyLead', 'WinOpportunity']));
    });

    it('of the service name every entity set', () => {
        expect(client.send('GET', '/api/data/v9.2/').rows).toContainEqual({
            name: 'leads',
            kind: 'EntitySet',
            url: 'leads',
        });
    });
});
