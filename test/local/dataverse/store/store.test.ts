import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnvironment, type LocalEnvironment } from '../../../../local/dataverse/environment';
import { Store } from '../../../../local/dataverse/store/store';
import { aColumn, aLayer, aTable } from '../metadata/a-layer';

describe('an environment on disk', () => {
    let folder: string;
    let environment: LocalEnvironment;
    const path = () => join(folder, 'data', 'environment.sqlite');

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'environment-'));
        environment = openEnvironment({ path: path() });
    });
    afterEach(() => {
        environment.close();
        rmSync(folder, { recursive: true });
    });

    const reopen = (fresh = false) => {
        environment.close();
        environment = openEnvironment({ path: path(), fresh });
    };
    const insertLead = (id: string, lastName: string) =>
        environment.store
            .prepare('INSERT INTO lead (leadid, firstname, lastname, "ownerid:type", ownerid) VALUES (?, ?, ?, ?, ?)')
            .run(id, 'Ada', lastName, 'systemuser', 'me');
    const lead = (id: string) =>
        environment.store.prepare<Record<string, unknown>>('SELECT * FROM lead WHERE leadid = ?').get(id);

    it('keeps rows, row versions and base rows over a restart', () => {
        insertLead('1', 'Lovelace');
        const version = environment.store.nextRowVersion();
        reopen();
        expect(lead('1')?.lastname).toBe('Lovelace');
        expect(environment.store.nextRowVersion()).toBe(version + 1);
        expect(environment.store.prepare('SELECT * FROM systemuser').all()).toHaveLength(5);
    });

    it('starts over when asked to', () => {
        insertLead('1', 'Lovelace');
        reopen(true);
        expect(lead('1')).toBeUndefined();
    });

    it('computes full name and owning user on reading', () => {
        insertLead('1', 'Lovelace');
        expect(lead('1')).toMatchObject({ fullname: 'Ada Lovelace', owninguser: 'me', owningteam: null });
    });

    it('writes the composite address without gaps for what is empty', () => {
        insertLead('1', 'Lovelace');
        environment.store
            .prepare(
                "UPDATE lead SET address1_line1 = '12 St James', address1_city = 'London', address1_postalcode = 'SW1' WHERE leadid = '1'",
            )
            .run();
        expect(lead('1')?.address1_composite).toBe('12 St James\nLondon SW1');
        expect(lead('1')?.address2_composite).toBeNull();
    });

    it('adds the columns of a solution and keeps the rows that are there', () => {
        insertLead('1', 'Lovelace');
        environment.putLayer(
            aLayer({
                tables: [aTable('x_visit'), { logicalName: 'lead', columns: [aColumn('x_score', 'Integer')] }],
            }),
        );
        expect(lead('1')).toMatchObject({ lastname: 'Lovelace', x_score: null });
        environment.store.prepare("UPDATE lead SET x_score = 7 WHERE leadid = '1'").run();
        reopen();
        expect(environment.metadata.table('lead').columns.has('x_score')).toBe(true);
        expect(environment.metadata.table('x_visit').isCustom).toBe(true);
        expect(lead('1')?.x_score).toBe(7);
    });

    it('gives administrators and customizers, but no seller, the new table', () => {
        environment.putLayer(aLayer({ tables: [aTable('x_visit')] }));
        const roles = environment.store
            .prepare<{
                name: string;
            }>(
                "SELECT r.name FROM roleprivileges JOIN role r USING (roleid) WHERE privilegename = 'prvReadx_visit' ORDER BY 1",
            )
            .all();
        expect(roles.map(({ name }) => name)).toEqual(['System Administrator', 'System Customizer']);
    });

    it('fills in the kind of row when a lookup gains a second target', () => {
        const visit = (targets: readonly string[]) =>
            aLayer({ tables: [aTable('x_visit', aColumn('x_aboutid', 'Lookup', { targets }))] });
        environment.putLayer(visit(['account']));
        environment.store.prepare("INSERT INTO x_visit (x_visitid, x_aboutid) VALUES ('1', 'a'), ('2', NULL)").run();
        environment.putLayer(visit(['account', 'contact']));
        expect(
            environment.store.prepare('SELECT "x_aboutid:type" AS type FROM x_visit ORDER BY x_visitid').all(),
        ).toEqual([{ type: 'account' }, { type: null }]);
    });

    it('finds a column again with its values when a solution leaves and comes back', () => {
        const layer = aLayer({ tables: [{ logicalName: 'lead', columns: [aColumn('x_score', 'Integer')] }] });
        insertLead('1', 'Lovelace');
        environment.putLayer(layer);
        environment.store.prepare('UPDATE lead SET x_score = 7').run();
        environment.removeLayer('Sample');
        expect(environment.metadata.table('lead').columns.has('x_score')).toBe(false);
        environment.putLayer(layer);
        expect(lead('1')?.x_score).toBe(7);
    });

    it('undoes rows, tables and metadata together when work fails', () => {
        expect(() =>
            environment.transaction(() => {
                insertLead('1', 'Lovelace');
                environment.putLayer(aLayer({ tables: [aTable('x_visit')] }));
                throw new Error('no');
            }),
        ).toThrow('no');
        expect(lead('1')).toBeUndefined();
        expect(environment.metadata.findTable('x_visit')).toBeUndefined();
        expect(environment.layers()).toEqual([]);
        expect(environment.store.prepare("SELECT * FROM sqlite_schema WHERE name = 'x_visit'").all()).toEqual([]);
    });

    it('undoes only the inner part when an inner transaction fails and the outer one goes on', () => {
        environment.store.transaction(() => {
            insertLead('1', 'Lovelace');
            expect(() =>
                environment.store.transaction(() => {
                    insertLead('2', 'Byron');
                    throw new Error('no');
                }),
            ).toThrow('no');
        });
        expect(lead('1')).toBeDefined();
        expect(lead('2')).toBeUndefined();
    });

    it('lists the activities of all tables as one, with their kind', () => {
        environment.store.prepare("INSERT INTO task (activityid, subject) VALUES ('1', 'Write')").run();
        environment.store.prepare("INSERT INTO phonecall (activityid, subject) VALUES ('2', 'Call')").run();
        expect(
            environment.store
                .prepare('SELECT activityid, activitytypecode, subject FROM activitypointer ORDER BY 1')
                .all(),
        ).toEqual([
            { activityid: '1', activitytypecode: 'task', subject: 'Write' },
            { activityid: '2', activitytypecode: 'phonecall', subject: 'Call' },
        ]);
    });

    it('lists the activities of a solution with the others', () => {
        const { properties, columns } = aTable('x_chat');
        environment.putLayer(
            aLayer({
                tables: [
                    {
                        logicalName: 'x_chat',
                        properties: { ...properties, primaryIdColumn: 'activityid', isActivity: true },
                        columns: [...columns, aColumn('activityid', 'Uniqueidentifier'), aColumn('subject', 'String')],
                    },
                ],
            }),
        );
        environment.store.prepare("INSERT INTO x_chat (activityid, subject) VALUES ('1', 'Hello')").run();
        expect(
            environment.store.prepare("SELECT activitytypecode FROM activitypointer WHERE subject = 'Hello'").get(),
        ).toEqual({
            activitytypecode: 'x_chat',
        });
    });

    it('compares text without case and accents in SQL, over an index', () => {
        insertLead('1', 'Müller');
        const found = environment.store.prepare("SELECT leadid FROM lead WHERE like_fold('%muller', fullname)").all();
        expect(found).toHaveLength(1);
        const plan = environment.store
            .prepare<{
                detail: string;
            }>("EXPLAIN QUERY PLAN SELECT 1 FROM lead WHERE fold(fullname) = fold('ADA MULLER')")
            .all();
        expect(plan[0]?.detail).toContain('lead_primaryname');
    });
});

describe('Store.open', () => {
    it('names the file that is not a database, and the way out', () => {
        const folder = mkdtempSync(join(tmpdir(), 'environment-'));
        const path = join(folder, 'broken.sqlite');
        writeFileSync(path, 'This is not a database, but long enough to look at.'.repeat(50));
        expect(() => Store.open(path)).toThrow(/broken\.sqlite.*--fresh/s);
        rmSync(folder, { recursive: true });
    });
});
