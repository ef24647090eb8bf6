import { OpportunityForm } from '../../webresources/opportunity/form';
import { fakeForm, type FakeForm, type FakeFormOptions } from './fakes/form';
import { fakeSeller, type FakeSeller } from './fakes/gate';
import { fakeProcess, type FakeProcess, type NamedStage } from './fakes/process';
import { fakeXrm, settle, until, type FakeXrm, type FakeXrmOptions } from './fakes/xrm';

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

interface Opened extends FakeForm {
    readonly process: FakeProcess;
    readonly xrm: FakeXrm;
    readonly seller: FakeSeller;
}

async function open(
    start: number,
    columns: Record<string, unknown>,
    options: Omit<FakeFormOptions, 'process'> & { readonly names?: NamedStage; readonly xrm?: FakeXrmOptions } = {},
): Promise<Opened> {
    const seller = fakeSeller({ kind: 'pass' });
    const xrm = fakeXrm({ ...options.xrm, onDialog: seller.onDialog });
    const process = fakeProcess(STAGES, start, (word) => word, options.names);
    const fake = fakeForm(columns, { ...options, process });
    await OpportunityForm.onLoad(fake.context);
    return { ...fake, process, xrm, seller };
}

const hints = (criteria: readonly { readonly hint: string }[] | undefined): readonly string[] =>
    (criteria ?? []).map(({ hint }) => hint);

describe('the stages of an opportunity', () => {
    it('are passed one after the other when everything is done', async () => {
        const { process, xrm } = await open(1, DONE);
        process.press('next');
        process.press('next');
        process.press('finish');
        await settle();
        expect([process.active(), process.status()]).toEqual([3, 'finished']);
        expect(xrm.opened).toEqual([]);
    });

    it('keep the seller while something blocks, whatever the dialog answers', async () => {
        const { process, seller, xrm } = await open(1, { ...DONE, customerneed: ' ', proposedsolution: '' });
        process.press('next');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect([process.active(), xrm.written]).toEqual([1, []]);
        expect(seller.seen[0]).toEqual({
            stage: 'Develop',
            blocking: [
                {
                    column: 'customerneed',
                    hint: 'Describe what the customer needs.',
                    label: 'Customer Need',
                    share: 60,
                    isReachable: true,
                },
            ],
            warnings: [
                {
                    column: 'proposedsolution',
                    hint: 'Outline the proposed solution.',
                    label: 'Proposed Solution',
                    share: 40,
                    isReachable: true,
                },
            ],
            progress: 0,
        });
        expect(xrm.opened[0]).toMatchObject({
            page: { webresourceName: 'llc_/gate/gate.html' },
            options: { title: 'Something is still missing' },
        });
    });

    it('ask when something is only recommended, go on after a yes, and keep it in a note', async () => {
        const { process, seller, xrm } = await open(1, { ...DONE, proposedsolution: '' });
        process.press('next');
        await until('the note is written', () => xrm.written.length > 0);
        expect(xrm.opened[0]?.options).toMatchObject({ title: 'Continue all the same?' });
        expect(hints(seller.seen[0]?.warnings)).toEqual(['Outline the proposed solution.']);
        expect(process.active()).toBe(2);
        expect(xrm.written).toEqual([
            {
                table: 'annotation',
                columns: {
                    subject: 'Stage “Develop” left with open criteria',
                    notetext: 'Recommended and still open:\n• Outline the proposed solution. (Proposed Solution)',
                    'objectid_opportunity@odata.bind': '/opportunities(0aa00000-0000-4000-8000-000000000001)',
                },
            },
        ]);
    });

    it('stay after a no, ask again the next time, and note nothing', async () => {
        const { process, seller, xrm } = await open(1, { ...DONE, proposedsolution: '' });
        seller.answer = null;
        process.press('next');
        await until('the first question', () => seller.seen.length === 1);
        process.press('next');
        await until('the second question', () => seller.seen.length === 2);
        expect([process.active(), xrm.written]).toEqual([1, []]);
    });

    it('ask once when Next is pressed twice', async () => {
        const { process, seller } = await open(1, { ...DONE, proposedsolution: '' });
        process.press('next');
        process.press('next');
        await until('the move is made', () => process.active() === 2);
        expect(seller.seen).toHaveLength(1);
    });

    it('are moved only after unsaved values have been saved, and not when those are refused', async () => {
        const saved = await open(1, { ...DONE, proposedsolution: '' }, { dirty: true });
        saved.process.press('next');
        await until('the move is made', () => saved.process.active() === 2);
        expect(saved.log.saved).toBe(1);

        const refused = await open(1, { ...DONE, proposedsolution: '' }, { dirty: true, saveFails: true });
        refused.process.press('next');
        await until('the save is tried', () => refused.log.saved === 1);
        expect([refused.process.active(), refused.xrm.written, refused.xrm.alerts]).toEqual([1, [], []]);
    });

    it('judge values that have not been saved yet', async () => {
        const { process, form, xrm } = await open(1, { ...DONE, customerneed: '' });
        form.getAttribute('customerneed')?.setValue('Ten vans');
        process.press('next');
        await settle();
        expect([process.active(), xrm.opened]).toEqual([2, []]);
    });

    it('ask nothing of a closed opportunity, which is read-only', async () => {
        const { process, xrm } = await open(3, { ...DONE, finaldecisiondate: '' }, { formType: 3 });
        process.press('finish');
        await settle();
        expect([process.status(), xrm.opened]).toEqual(['finished', []]);
    });

    it('let everyone go back', async () => {
        const { process, xrm } = await open(2, {});
        process.press('previous');
        await settle();
        expect([process.active(), xrm.opened]).toEqual([1, []]);
    });

    it('guard the finish of the last one', async () => {
        const { process, seller } = await open(3, { ...DONE, finaldecisiondate: '' });
        process.press('finish');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(process.status()).toBe('active');
    });

    it('finish after a yes to what is only recommended', async () => {
        const { process, xrm } = await open(3, { ...DONE, presentfinalproposal: false });
        process.press('finish');
        await until('the note is written', () => xrm.written.length > 0);
        expect(process.status()).toBe('finished');
        expect(xrm.written[0]?.columns['subject']).toBe('Stage “Close” left with open criteria');
    });

    it.each([
        ['moveNext', (process: FakeProcess) => process.manager.moveNext()],
        ['setActiveStage', (process: FakeProcess) => process.manager.setActiveStage(STAGES[2].id)],
        ['Set Active', (process: FakeProcess) => process.setActive(STAGES[2].id)],
        ['setStatus, which skips the rest,', (process: FakeProcess) => process.manager.setStatus('finished')],
    ])('meet the same gate by %s', async (_, move) => {
        const { process, seller } = await open(1, { ...DONE, customerneed: '' });
        move(process);
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect([process.active(), process.status()]).toEqual([1, 'active']);
    });

    it('are all judged that a move skips, where the event names the destination', async () => {
        const { process, seller, xrm } = await open(1, { ...DONE, proposedsolution: '', presentproposal: false });
        process.setActive('close');
        await until('the note is written', () => xrm.written.length > 0);
        expect(process.active()).toBe(3);
        expect(seller.seen[0]).toMatchObject({ stage: 'Develop, Propose', progress: 60 });
        expect(seller.seen[0]?.warnings.map(({ share }) => share)).toEqual([20, 20]);
    });

    it.each<NamedStage>(['active', 'none'])('are judged by the active one where the event names %s', async (names) => {
        const { process, seller } = await open(1, { ...DONE, customerneed: '', developproposal: false }, { names });
        process.setActive('close');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(seller.seen[0]).toMatchObject({ stage: 'Develop' });
    });

    it('tell on the form when the note could not be written', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const { process, log } = await open(1, { ...DONE, proposedsolution: '' });
        Object.assign(Xrm.WebApi, { createRecord: async () => Promise.reject(new Error('No privilege')) });
        process.press('next');
        await until('the form says so', () => log.notifications.length > 0);
        expect(process.active()).toBe(2);
        expect(log.notifications).toEqual(['What was left open could not be noted in the timeline: No privilege']);
        error.mockRestore();
    });

    it('block nothing while an admin has switched the rules off, and still advise', async () => {
        const rows = { environmentvariabledefinition: [{ defaultvalue: 'no' }] };
        const { process, seller } = await open(1, { ...DONE, customerneed: '' }, { xrm: { rows } });
        process.press('next');
        await until('the move is made', () => process.active() === 2);
        expect(hints(seller.seen[0]?.warnings)).toEqual(['Describe what the customer needs.']);
    });
});

describe('a link of the gate', () => {
    const BLOCKED = { ...DONE, customerneed: '' };

    async function follow(fields: FakeFormOptions['fields']): Promise<Opened> {
        const opened = await open(1, BLOCKED, fields ? { fields } : {});
        opened.seller.answer = { kind: 'focus', column: 'customerneed' };
        opened.process.press('next');
        await until('a field has the focus', () => opened.log.shown.length === 2);
        return opened;
    }

    it('puts the focus into the field on the form, out of the way of the process bar', async () => {
        const { log, process } = await follow({
            customerneed: [{ name: 'header_process_customerneed' }, { name: 'customerneed' }],
        });
        expect(log.shown).toEqual(['collapsed', 'customerneed']);
        expect(process.active()).toBe(1);
    });

    it.each(['header_process_customerneed', 'header_process_customerneed_1'])(
        'opens the process bar for a step that the form has nowhere else (%s)',
        async (name) => {
            const { log } = await follow({ customerneed: [{ name }] });
            expect(log.shown).toEqual(['floating', name]);
        },
    );

    it('leads into the process bar when the field on the form is hidden', async () => {
        const { log } = await follow({
            customerneed: [{ name: 'customerneed', visible: false }, { name: 'header_process_customerneed' }],
        });
        expect(log.shown).toEqual(['floating', 'header_process_customerneed']);
    });
});

describe('a criterion whose step', () => {
    it('is locked still counts', async () => {
        const fields = { customerneed: [{ name: 'header_process_customerneed', disabled: true }] };
        const { process, seller } = await open(1, { ...DONE, customerneed: '' }, { fields });
        process.press('next');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(process.active()).toBe(1);
    });

    it('is hidden is not asked for when it is only recommended', async () => {
        const fields = { proposedsolution: [{ name: 'header_process_proposedsolution', visible: false }] };
        const { process, xrm } = await open(1, { ...DONE, proposedsolution: '' }, { fields });
        process.press('next');
        await settle();
        expect([process.active(), xrm.opened]).toEqual([2, []]);
    });

    it('is hidden blocks all the same when it is required, because Dataverse would refuse, and has no link', async () => {
        const fields = { customerneed: [{ name: 'header_process_customerneed', visible: false }] };
        const { process, seller } = await open(1, { ...DONE, customerneed: '' }, { fields });
        process.press('next');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(process.active()).toBe(1);
        expect(seller.seen[0]?.blocking).toMatchObject([{ column: 'customerneed', isReachable: false }]);
    });
});
