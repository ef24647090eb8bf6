import { OpportunityForm } from '../../webresources/opportunity/form';
import { fakeForm } from './fakes/form';
import { fakeProcess, type FakeProcess } from './fakes/process';
import { fakeXrm, settle, type FakeXrm } from './fakes/xrm';

const STAGES = [
    { id: 'f99b4d48-7aad-456e-864a-8e7d543f7495', name: 'Qualify', category: 0 },
    { id: 'bfc9108c-8389-406b-9166-2c3298a2e41f', name: 'Develop', category: 1 },
    { id: '3a275c22-fc45-4e89-97fc-41e5ec578743', name: 'Propose', category: 2 },
    { id: 'close', name: 'Close', category: 3 },
] as const;

const DONE = {
    customerneed: 'Ten vans',
    proposedsolution: 'Leasing',
    developproposal: true,
    presentproposal: true,
    finaldecisiondate: '2026-12-24',
    presentfinalproposal: true,
};

async function open(start: number, columns: Record<string, unknown>): Promise<{ process: FakeProcess; xrm: FakeXrm }> {
    const xrm = fakeXrm();
    const process = fakeProcess(STAGES, start);
    await OpportunityForm.onLoad(fakeForm(columns, { process }).context);
    return { process, xrm };
}

describe('the stages of an opportunity', () => {
    it('are passed one after the other when everything is done', async () => {
        const { process, xrm } = await open(1, DONE);
        process.press('next');
        process.press('next');
        process.press('finish');
        await settle();
        expect([process.active(), process.status()]).toEqual([3, 'finished']);
        expect([xrm.alerts, xrm.confirms]).toEqual([[], []]);
    });

    it('keep the seller while something blocks', async () => {
        const { process, xrm } = await open(1, { ...DONE, customerneed: ' ' });
        process.press('next');
        await settle();
        expect(process.active()).toBe(1);
        expect(xrm.alerts[0]?.text).toBe(
            '“Develop” is complete once these are done:\n• Describe what the customer needs. (Customer Need)',
        );
    });

    it('ask when something is only recommended, and go on after a yes', async () => {
        const { process, xrm } = await open(1, { ...DONE, proposedsolution: '' });
        process.press('next');
        await settle();
        expect(xrm.confirms[0]?.text).toBe(
            '“Develop” would be left with these open:\n• Outline the proposed solution. (Proposed Solution)',
        );
        expect(process.active()).toBe(2);
    });

    it('stay after a no, and ask again the next time', async () => {
        const { process, xrm } = await open(1, { ...DONE, proposedsolution: '' });
        xrm.answer = false;
        process.press('next');
        await settle();
        process.press('next');
        await settle();
        expect([process.active(), xrm.confirms.length]).toEqual([1, 2]);
    });

    it('let everyone go back', async () => {
        const { process, xrm } = await open(2, {});
        process.press('previous');
        await settle();
        expect([process.active(), xrm.alerts]).toEqual([1, []]);
    });

    it('guard the finish of the last one', async () => {
        const { process, xrm } = await open(3, { ...DONE, finaldecisiondate: '' });
        process.press('finish');
        await settle();
        expect(process.status()).toBe('active');
        expect(xrm.alerts).toHaveLength(1);
    });

    it('finish after a yes to what is only recommended', async () => {
        const { process } = await open(3, { ...DONE, presentfinalproposal: false });
        process.press('finish');
        await settle();
        expect(process.status()).toBe('finished');
    });
});
