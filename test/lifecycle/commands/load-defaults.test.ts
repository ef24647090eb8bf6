import { Table } from '../../../lifecycle/columns';
import { loadConfiguration } from '../../../lifecycle/commands/load-configuration';
import { loadDefaults } from '../../../lifecycle/commands/load-defaults';
import { defaultConfiguration, defaultRows } from '../../../lifecycle/defaults';
import { aHost } from '../builders';

const TABLE = Table.disqualificationReason;
const rows = defaultRows(1033, TABLE);

describe('loading the defaults', () => {
    it('creates every row of the table under its fixed id', async () => {
        const host = aHost();
        expect(await loadDefaults(host, TABLE)).toMatchObject({ kind: 'done' });
        expect(host.writes.map((write) => write.columns[`${TABLE}id`])).toEqual(rows.map((row) => row.id));
        expect(host.alerts).toEqual([{ title: 'defaults.title', text: 'defaults.result|9' }]);
    });

    it('leaves alone what is there, under any spelling of its id', async () => {
        const there = rows.slice(0, 7).map((row) => ({ [`${TABLE}id`]: `{${row.id.toUpperCase()}}` }));
        const host = aHost({ rows: { [TABLE]: there } });
        await loadDefaults(host, TABLE);
        expect(host.writes.map((write) => write.columns['llc_name'])).toEqual(['Duplicate', 'Entered by mistake']);
    });

    it('has nothing to do when all are there', async () => {
        const host = aHost({ rows: { [TABLE]: rows.map((row) => row.columns) } });
        expect(await loadDefaults(host, TABLE)).toEqual({ kind: 'refused' });
        expect([host.writes, host.confirms]).toEqual([[], []]);
    });

    it('creates nothing after a no', async () => {
        const host = aHost({ confirm: false });
        expect(await loadDefaults(host, TABLE)).toEqual({ kind: 'cancelled' });
        expect(host.writes).toEqual([]);
    });
});

describe('reading the configuration', () => {
    it('takes four requests, and the defaults when they find nothing', async () => {
        const host = aHost();
        expect(await loadConfiguration(host)).toEqual(defaultConfiguration(1033));
        expect(host.queries.map((query) => query.split('?')[0])).toEqual([
            'llc_statustransition',
            TABLE,
            'llc_criterion',
            'environmentvariabledefinition',
        ]);
        expect(host.queries[0]).toContain('llc_requiredcolumns,llc_noterequired');
    });
});
