import { changeStatus } from '../../../lifecycle/commands/change-status';
import type { CommandCall, StatusInput } from '../../../lifecycle/commands/dialogs';
import { PAGE_SESSION } from '../../../lifecycle/configuration/page-session';
import { aHost, aLead, aTransition, LEAD_ID } from '../builders';

const transitions = [
    aTransition(1, 2),
    aTransition(1, 3),
    aTransition(1, 4, { requiredColumns: ['jobtitle'] }),
    aTransition(1, 6),
    aTransition(3, 2, { noteRequired: true }),
];
const input = (opened: readonly { readonly input: unknown }[]): StatusInput => opened[0]?.input as StatusInput;

describe('changing the status reason', () => {
    it('shows all others by state, with a reason in words for those out of reach', async () => {
        const host = aHost({ configuration: { transitions } });
        expect(await changeStatus(host, LEAD_ID)).toEqual({ kind: 'cancelled' });
        const { groups, leadName, current, proposed, guardIsOff } = input(host.opened);
        expect([leadName, current, proposed, guardIsOff]).toEqual(['Amelie Bauer', 'New', null, false]);
        expect(groups.map(({ label, targets }) => [label, targets.map((target) => target.label)])).toEqual([
            ['state.0', ['Contacted']],
            ['state.1', ['Qualified']],
            ['state.2', ['Lost', 'Cannot Contact', 'No Longer Interested', 'Canceled']],
        ]);
        expect(groups[2]?.targets.map(({ way, why }) => [way, ...why])).toEqual([
            [null, 'refusal.columns|<jobtitle>'],
            [null, 'refusal.notPermitted|New|Cannot Contact'],
            ['disqualify'],
            [null, 'refusal.notPermitted|New|Canceled'],
        ]);
    });

    it('knows where a lead stands although a maker added that status reason after the page was loaded', async () => {
        const paused = 100000001;
        const lead = aLead({
            statuscode: paused,
            'statuscode@OData.Community.Display.V1.FormattedValue': 'Paused',
        });
        const kept = { configuration: 'as it was when the page was loaded' };
        Reflect.set(globalThis, PAGE_SESSION, kept);
        const now = aHost({ leads: [lead], configuration: { transitions: [...transitions, aTransition(paused, 2)] } });
        const before = await aHost({ configuration: { transitions } }).configuration();
        const host = {
            ...now,
            configuration: async () => ('configuration' in kept ? before : now.configuration()),
        };
        await changeStatus(host, LEAD_ID);
        const { groups, current } = input(host.opened);
        expect(current).toBe('Paused');
        expect(groups.flatMap(({ targets }) => targets.map(({ label, way, why }) => [label, way, ...why]))).toEqual([
            ['New', null, 'refusal.notPermitted|Paused|New'],
            ['Contacted', 'update'],
            ['Qualified', null, 'refusal.notPermitted|Paused|Qualified'],
            ['Lost', null, 'refusal.notPermitted|Paused|Lost'],
            ['Cannot Contact', null, 'refusal.notPermitted|Paused|Cannot Contact'],
            ['No Longer Interested', null, 'refusal.notPermitted|Paused|No Longer Interested'],
            ['Canceled', null, 'refusal.notPermitted|Paused|Canceled'],
        ]);
        Reflect.deleteProperty(globalThis, PAGE_SESSION);
    });

    it('writes a move within the state, with the note that travels with it', async () => {
        const host = aHost({ configuration: { transitions }, dialog: { status: 2, note: ' Called back ' } });
        expect(await changeStatus(host, LEAD_ID)).toEqual({ kind: 'done', ids: [LEAD_ID] });
        expect(host.writes[0]).toEqual({
            kind: 'update',
            table: 'lead',
            id: LEAD_ID,
            columns: { statuscode: 2, llc_statusnote: 'Called back' },
        });
        expect(host.progressed.at(-1)).toBeNull();
    });

    it('goes on with Qualify where the way leads there', async () => {
        const host = aHost({ configuration: { transitions }, dialog: { status: 3, note: '' } });
        await changeStatus(host, LEAD_ID);
        expect(host.opened.map(({ dialog }) => dialog)).toEqual(['status', 'qualify']);
        expect(host.opened[1]?.input).toMatchObject({ ids: [LEAD_ID], status: 3 });
    });

    it('goes on with the reasons of the chosen status reason where the way leads to Disqualified', async () => {
        const host = aHost({ configuration: { transitions }, dialog: { status: 6, note: '' } });
        await changeStatus(host, LEAD_ID);
        expect(host.opened[1]).toEqual({
            dialog: 'disqualify',
            input: { ids: [LEAD_ID], processInstanceId: null, status: 6 },
        });
    });

    it('goes on with Reactivate where the way leads back to Open', async () => {
        const host = aHost({
            leads: [aLead({ statecode: 1, statuscode: 3 })],
            configuration: { transitions },
            dialog: { status: 2, note: '' },
        });
        await changeStatus(host, LEAD_ID);
        expect(host.opened[1]).toEqual({
            dialog: 'reactivate',
            input: { ids: [LEAD_ID], processInstanceId: null, status: 2 } satisfies CommandCall,
        });
        expect(host.writes).toEqual([]);
    });

    it('refuses in words what a dialog should not have answered', async () => {
        const host = aHost({
            configuration: { transitions: [aTransition(1, 2, { noteRequired: true })] },
            dialog: { status: 2, note: '' },
        });
        expect(await changeStatus(host, LEAD_ID)).toEqual({ kind: 'refused' });
        expect([host.writes, host.alerts[0]?.text]).toEqual([[], 'refusal.note']);
    });

    it('proposes what it is asked to, if the lead may go there', async () => {
        const host = aHost({ configuration: { transitions } });
        await changeStatus(host, LEAD_ID, { proposed: 2 });
        expect(input(host.opened).proposed).toBe(2);
        const other = aHost({ configuration: { transitions } });
        await changeStatus(other, LEAD_ID, { proposed: 7 });
        expect(input(other.opened).proposed).toBeNull();
    });

    it('tells what Dataverse said when the change fails', async () => {
        const host = aHost({
            configuration: { transitions },
            dialog: { status: 2, note: '' },
            changeSet: () => {
                throw Object.assign(new Error('Not before the audit.'), { errorCode: 0x80040265 });
            },
        });
        expect(await changeStatus(host, LEAD_ID)).toEqual({ kind: 'failed' });
        expect(host.alerts).toEqual([{ title: 'status.failed.title', text: 'Not before the audit.' }]);
    });

    it('says that the guard is off, and lets the lead go where Dataverse does', async () => {
        const host = aHost({ configuration: { transitions: [], guardIsOff: true } });
        await changeStatus(host, LEAD_ID);
        const { guardIsOff, groups } = input(host.opened);
        expect(guardIsOff).toBe(true);
        expect(groups.flatMap(({ targets }) => targets).every(({ way }) => way !== null)).toBe(true);
    });
});
