import { qualify } from '../../../lifecycle/commands/qualify';
import { Table } from '../../../lifecycle/columns';
import { aHost, LEAD_ID, OPPORTUNITY_ID } from '../builders';

describe('qualifying one lead', () => {
    it('opens the dialog with what the form knows, and reads nothing itself', async () => {
        const host = aHost();
        await qualify(host, `{${LEAD_ID.toUpperCase()}}`, { processInstanceId: 'p1', status: 3 });
        expect(host.opened).toEqual([
            { dialog: 'qualify', input: { ids: [LEAD_ID], processInstanceId: 'p1', status: 3 } },
        ]);
        expect([host.queries, host.writes]).toEqual([[], []]);
    });

    it('opens the opportunity that the lead became', async () => {
        const open = { table: Table.opportunity, id: OPPORTUNITY_ID };
        const host = aHost({ dialog: { changed: [LEAD_ID], open } });
        expect(await qualify(host, LEAD_ID)).toMatchObject({ kind: 'done', ids: [LEAD_ID] });
        expect(host.navigated).toEqual([`opportunity(${OPPORTUNITY_ID})`]);
    });

    it('stays where it is when there is no opportunity', async () => {
        const host = aHost({ dialog: { changed: [LEAD_ID], open: null } });
        expect(await qualify(host, LEAD_ID)).toMatchObject({ kind: 'done' });
        expect(host.navigated).toEqual([]);
    });

    it('has changed nothing when the seller thinks better of it', async () => {
        const host = aHost();
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'cancelled' });
        expect(host.navigated).toEqual([]);
    });
});
