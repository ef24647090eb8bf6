import { openEnvironment, type LocalEnvironment } from '../../../../local/dataverse/environment';

describe('the rows an environment begins with', () => {
    let environment: LocalEnvironment;
    beforeAll(() => {
        environment = openEnvironment({ path: ':memory:' });
    });
    afterAll(() => environment.close());

    const all = (sql: string, ...values: readonly (string | number)[]) =>
        environment.store.prepare<Record<string, unknown>>(sql).all(...values);

    it('has five people in their business units, each with one role, settings and a theme', () => {
        const people = all(
            `SELECT u.fullname, b.name AS unit, r.name AS role, s.uilanguageid AS language, t.value AS timezone
             FROM systemuser u
             JOIN businessunit b ON b.businessunitid = u.businessunitid
             JOIN systemuserroles l ON l.systemuserid = u.systemuserid
             JOIN role r ON r.roleid = l.roleid
             JOIN usersettings s ON s.systemuserid = u.systemuserid
             JOIN userpreference t ON t.systemuserid = u.systemuserid AND t.name = 'timezone'
             ORDER BY u.systemuserid`,
        ).map((row) => Object.values(row));
        expect(people).toEqual([
            ['Avery Stone', 'Local Dataverse', 'System Administrator', 1033, 'Europe/Berlin'],
            ['Sam Rivera', 'Europe', 'Salesperson', 1033, 'Europe/Berlin'],
            ['Nadia Laurent', 'Europe', 'Salesperson', 1036, 'Europe/Paris'],
            ['Grace Okafor', 'Local Dataverse', 'Sales Manager', 1033, 'Europe/London'],
            ['Milan Novak', 'Local Dataverse', 'System Customizer', 1033, 'Europe/Prague'],
        ]);
    });

    it('shows people and teams together as owners', () => {
        expect(
            all("SELECT name FROM owner WHERE ownertypecode = 'team' ORDER BY name").map(({ name }) => name),
        ).toEqual(['Americas', 'Europe', 'Local Dataverse']);
        expect(all("SELECT name FROM owner WHERE name = 'Sam Rivera'")).toHaveLength(1);
    });

    it('lets the administrator do everything and the seller write only what is hers', () => {
        const depth = (role: string, privilege: string) =>
            all(
                'SELECT p.depth FROM roleprivileges p JOIN role r USING (roleid) WHERE r.name = ? AND p.privilegename = ?',
                role,
                privilege,
            )[0]?.depth;
        expect(depth('System Administrator', 'prvDeleteLead')).toBe(8);
        expect(depth('System Administrator', 'prvImportCustomization')).toBe(8);
        expect(depth('Salesperson', 'prvReadLead')).toBe(8);
        expect(depth('Salesperson', 'prvWriteLead')).toBe(1);
        expect(depth('Salesperson', 'prvCreateActivity')).toBe(1);
        expect(depth('Salesperson', 'prvCreateNote')).toBe(1);
        expect(depth('Salesperson', 'prvReadTransactionCurrency')).toBe(8);
        expect(depth('Salesperson', 'prvCreateSavedQuery')).toBeUndefined();
        expect(depth('Sales Manager', 'prvWriteLead')).toBe(4);
        expect(depth('System Customizer', 'prvWriteSystemForm')).toBe(8);
        expect(depth('System Customizer', 'prvWriteLead')).toBe(1);
    });

    it('has the stock process with its stages and its steps in two languages', () => {
        const [process] = all(
            "SELECT clientdata, statecode FROM workflow WHERE workflowid = '919e14d1-6489-4852-abd0-a63a6ecaac5d'",
        );
        const { stages } = JSON.parse(String(process?.clientdata)) as {
            stages: { id: string; name: Record<number, string>; table: string; steps: { column: string }[] }[];
        };
        expect(process?.statecode).toBe(1);
        expect(stages.map(({ name, table }) => [name[1033], name[1036], table])).toEqual([
            ['Qualify', 'Qualifier', 'lead'],
            ['Develop', 'Développer', 'opportunity'],
            ['Propose', 'Proposer', 'opportunity'],
            ['Close', 'Clôturer', 'opportunity'],
        ]);
        expect(
            all('SELECT processstageid FROM processstage ORDER BY stagecategory').map(
                ({ processstageid }) => processstageid,
            ),
        ).toEqual(stages.map(({ id }) => id));
        for (const { table, steps } of stages) {
            const columns = environment.metadata.table(table).columns;
            expect(steps.filter(({ column }) => !columns.has(column))).toEqual([]);
        }
    });

    it('maps lead columns only to columns that exist and hold them', () => {
        const maps = all(
            `SELECT m.sourceentityname AS source, m.targetentityname AS target, a.sourceattributename AS "from", a.targetattributename AS "to"
             FROM attributemap a JOIN entitymap m USING (entitymapid)`,
        ) as { source: string; target: string; from: string; to: string }[];
        for (const map of maps) {
            const from = environment.metadata.table(map.source).columns.get(map.from);
            const to = environment.metadata.table(map.target).columns.get(map.to);
            expect({ map, type: to?.type }).toEqual({ map, type: from?.type });
            expect(to?.maxLength ?? 0).toBeGreaterThanOrEqual(from?.maxLength ?? 0);
        }
        const pairs = maps.map((map) => `${map.source}.${map.from} → ${map.target}.${map.to}`);
        expect(pairs).toEqual(
            expect.arrayContaining([
                'lead.companyname → account.name',
                'lead.telephone1 → account.telephone1',
                'lead.lastname → contact.lastname',
                'lead.subject → opportunity.name',
                'lead.estimatedamount → opportunity.estimatedvalue',
                'lead.purchasetimeframe → opportunity.purchasetimeframe',
            ]),
        );
        expect(new Set(pairs).size).toBe(pairs.length);
    });

    it('has the six stock lead views, My Open Leads as the default one, with French names', () => {
        const views = all(
            `SELECT v.name, v.isdefault, l.text AS french FROM savedquery v
             JOIN localizedlabel l ON l.objectid = v.savedqueryid AND l."column" = 'name' AND l.lcid = 1036
             WHERE v.returnedtypecode = 'lead' AND v.querytype = 0 ORDER BY v.rowid`,
        );
        expect(views.map(({ name }) => name)).toEqual([
            'My Open Leads',
            'Open Leads',
            'Closed Leads',
            'All Leads',
            'Leads Opened Last Week',
            'Leads Opened This Week',
        ]);
        expect(views.map(({ isdefault }) => isdefault)).toEqual([1, 0, 0, 0, 0, 0]);
        expect(views[0]?.french).toBe('Mes prospects ouverts');
    });

    it('has for every table that people list one default view, a quick find and a lookup view', () => {
        for (const table of [
            'lead',
            'opportunity',
            'account',
            'contact',
            'competitor',
            'task',
            'systemuser',
            'campaign',
        ]) {
            const kinds = all(
                'SELECT querytype FROM savedquery WHERE returnedtypecode = ? AND isdefault = 1 AND querytype IN (0, 4, 64) ORDER BY 1',
                table,
            ).map(({ querytype }) => querytype);
            expect({ table, kinds }).toEqual({ table, kinds: [0, 4, 64] });
        }
    });

    it('asks whom a new connection is to', () => {
        const [form] = all("SELECT formxml FROM systemform WHERE objecttypecode = 'connection' AND type = 7");
        expect(form?.['formxml']).toContain('datafieldname="record2id"');
        const targets = environment.metadata.table('connection').columns.get('record1id')?.targets;
        expect(targets).toEqual(expect.arrayContaining(['lead', 'opportunity', 'account', 'contact']));
    });

    it('has forms whose fields are columns of their table', () => {
        const forms = all('SELECT objecttypecode AS "table", type, formxml FROM systemform') as {
            table: string;
            type: number;
            formxml: string;
        }[];
        for (const table of ['account', 'contact', 'competitor', 'phonecall', 'task', 'appointment', 'email']) {
            expect(forms.filter((form) => form.table === table).map(({ type }) => type)).toEqual([2, 7]);
        }
        for (const { table, formxml } of forms) {
            const columns = environment.metadata.table(table).columns;
            const fields = [...formxml.matchAll(/datafieldname="([^"]+)"/g)].map(([, field = '']) => field);
            expect(fields.length).toBeGreaterThan(1);
            expect({ table, missing: fields.filter((field) => !columns.has(field)) }).toEqual({ table, missing: [] });
            const subgrids = [...formxml.matchAll(/<ViewId>\{([^}]+)\}<\/ViewId>.*?<RelationshipName>([^<]+)</g)];
            for (const [, view = '', relationship = ''] of subgrids) {
                expect(all('SELECT 1 FROM savedquery WHERE savedqueryid = ?', view)).toHaveLength(1);
                expect(environment.metadata.relationshipBySchemaName(relationship)).toBeDefined();
            }
        }
        const ids = forms.flatMap(({ formxml }) =>
            [...formxml.matchAll(/ (?:id|uniqueid)="(\{[^"]+\})"/g)].map(([, id]) => id),
        );
        expect(new Set(ids).size).toBe(ids.length);
    });

    it('has published duplicate rules for the names and addresses that identify a company or a person', () => {
        const rules = all(
            `SELECT r.baseentityname AS "table", c.baseattributename AS "column" FROM duplicaterule r
             JOIN duplicaterulecondition c ON c.regardingobjectid = r.duplicateruleid WHERE r.statuscode = 2`,
        ).map(({ table, column }) => `${String(table)}.${String(column)}`);
        expect(rules.sort()).toEqual([
            'account.emailaddress1',
            'account.name',
            'contact.emailaddress1',
            'lead.emailaddress1',
        ]);
    });
});
