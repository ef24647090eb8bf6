import { disqualify } from '../../../lifecycle/commands/disqualify';
import { reactivate } from '../../../lifecycle/commands/reactivate';
import type { DisqualifyInput, ReactivateInput } from '../../../lifecycle/commands/dialogs';
import { aHost, aLead, aReason, aTransition, LEAD_ID } from '../builders';

const notInterested = '61740a02-5e1d-4c27-9a02-000000000006';
const ids = [LEAD_ID, LEAD_ID.replace(/.$/, '2')];

describe('disqualifying', () => {
    it('offers the reasons by status reason, with the user’s day', async () => {
        const host = aHost();
        expect(await disqualify(host, [LEAD_ID])).toEqual({ kind: 'cancelled' });
        const { groups, leadNames, today } = host.opened[0]?.input as DisqualifyInput;
        expect(groups.map((group) => group.label)).toEqual([
            'Lost',
            'Cannot Contact',
            'No Longer Interested',
            'Canceled',
        ]);
        expect([leadNames, today]).toEqual([['Amelie Bauer'], '2026-11-21']);
    });

    it('closes the lead in one write, with the note that travels to the history', async () => {
        const host = aHost({ dialog: { reasonId: notInterested, note: 'Bought elsewhere', revisitOn: null } });
        expect(await disqualify(host, [LEAD_ID])).toEqual({ kind: 'done', leadIds: [LEAD_ID] });
        expect(host.writes).toEqual([
            {
                kind: 'update',
                table: 'lead',
                id: LEAD_ID,
                columns: {
                    statecode: 2,
                    statuscode: 6,
                    llc_disqualificationnote: 'Not interested: Bought elsewhere',
                    llc_statusnote: 'Bought elsewhere',
                },
            },
        ]);
        expect(host.alerts).toEqual([]);
    });

    it('refers to a reason that is a row', async () => {
        const host = aHost({
            configuration: { reasons: [aReason()], reasonsAreRows: true },
            dialog: { reasonId: 'r1', note: '', revisitOn: '2027-01-01' },
        });
        await disqualify(host, [LEAD_ID]);
        expect(host.writes[0]?.columns).toMatchObject({
            'llc_DisqualificationReasonId@odata.bind': '/llc_disqualificationreasons(r1)',
            llc_revisiton: '2027-01-01',
        });
    });

    it('demands a note where the transition does', async () => {
        const host = aHost({
            configuration: { transitions: [aTransition(1, 4, { noteRequired: true })], reasons: [aReason()] },
        });
        await disqualify(host, [LEAD_ID]);
        expect((host.opened[0]?.input as DisqualifyInput).groups[0]?.reasons[0]?.noteRequired).toBe(true);
    });

    it('closes several leads with one reason, and tells about those that it may not close', async () => {
        const leads = [aLead(), aLead({ leadid: ids[1], fullname: 'Bo', statecode: 1, statuscode: 3 })];
        const host = aHost({ leads, dialog: { reasonId: notInterested, note: '', revisitOn: null } });
        expect(await disqualify(host, ids)).toEqual({ kind: 'done', leadIds: [LEAD_ID] });
        expect(host.alerts).toEqual([
            {
                title: 'disqualify.titleMany|2',
                text: 'disqualify.result|1|2\nresult.failures|list.item|Bo: refusal.platform|Qualified|No Longer Interested',
            },
        ]);
    });

    it('opens no dialog when no reason is in reach', async () => {
        const host = aHost({ configuration: { transitions: [] } });
        expect(await disqualify(host, [LEAD_ID])).toEqual({ kind: 'refused' });
        expect([host.opened, host.alerts[0]?.text]).toEqual([[], 'disqualify.none']);
    });

    it('tells what Dataverse said when the change fails', async () => {
        const host = aHost({
            dialog: { reasonId: notInterested, note: '', revisitOn: null },
            changeSet: () => {
                throw new Error('No privilege.');
            },
        });
        expect(await disqualify(host, [LEAD_ID])).toEqual({ kind: 'failed' });
        expect(host.alerts).toEqual([{ title: 'disqualify.failed.title', text: 'No privilege.' }]);
    });
});

describe('reactivating', () => {
    const closed = aLead({ statecode: 2, statuscode: 6, llc_previousstatuscode: 2 });

    it('proposes where the lead was before it was closed', async () => {
        const host = aHost({ leads: [closed] });
        await reactivate(host, [LEAD_ID]);
        const { targets, proposed } = host.opened[0]?.input as ReactivateInput;
        expect([targets.map((target) => target.label), proposed]).toEqual([['New', 'Contacted'], 2]);
    });

    it('opens the lead in one write, with the note that travels to the history', async () => {
        const host = aHost({ leads: [closed], dialog: { status: 2, note: ' Called back ' } });
        expect(await reactivate(host, [LEAD_ID])).toMatchObject({ kind: 'done' });
        expect(host.writes.map(({ columns }) => columns)).toEqual([
            { statecode: 0, statuscode: 2, llc_statusnote: 'Called back' },
        ]);
    });

    it('wants a note before a qualified lead is opened again', async () => {
        const host = aHost({ leads: [aLead({ statecode: 1, statuscode: 3 })], dialog: { status: 2, note: '' } });
        expect(await reactivate(host, [LEAD_ID])).toEqual({ kind: 'failed' });
        expect((host.opened[0]?.input as ReactivateInput).targets.every((target) => target.noteRequired)).toBe(true);
        expect([host.alerts.length, host.writes]).toEqual([1, []]);
    });

    describe('of a qualified lead', () => {
        const qualified = aLead({ statecode: 1, statuscode: 3, llc_previousstatuscode: 2 });
        const dialog = { status: 2, note: 'Order was cancelled' };
        const instance = { businessprocessflowinstanceid: 'p1', traversedpath: 'stage1,stage2,stage3' };

        it('sets the process back to its first stage, so that the lead can be qualified again', async () => {
            const host = aHost({ leads: [qualified], dialog, rows: { leadtoopportunitysalesprocess: [instance] } });
            await reactivate(host, [LEAD_ID]);
            expect(host.writes.at(-1)).toEqual({
                kind: 'update',
                table: 'leadtoopportunitysalesprocess',
                id: 'p1',
                columns: { 'activestageid@odata.bind': '/processstages(stage1)', traversedpath: 'stage1' },
            });
        });

        it('leaves a process alone that stands at its first stage', async () => {
            const rows = { leadtoopportunitysalesprocess: [{ ...instance, traversedpath: 'stage1' }] };
            const host = aHost({ leads: [qualified], dialog, rows });
            await reactivate(host, [LEAD_ID]);
            expect(host.writes.map(({ table }) => table)).toEqual(['lead']);
        });

        it('is done even if the process cannot be read', async () => {
            const host = aHost({ leads: [qualified], dialog });
            const retrieveMultiple = async (table: string, options: string) => {
                if (table === 'leadtoopportunitysalesprocess') throw new Error('No privilege.');
                return host.retrieveMultiple(table, options);
            };
            expect(await reactivate({ ...host, retrieveMultiple }, [LEAD_ID])).toMatchObject({ kind: 'done' });
            expect(host.reported).toHaveLength(1);
        });
    });

    it('opens no dialog for leads that are open already', async () => {
        const host = aHost();
        expect(await reactivate(host, [LEAD_ID])).toEqual({ kind: 'refused' });
        expect(host.opened).toEqual([]);
    });
});
