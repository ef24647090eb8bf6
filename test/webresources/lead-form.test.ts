import { SaveMode } from '../../lifecycle/choices';
import { LeadForm } from '../../webresources/lead/form';
import { fakeForm, type FakeForm } from './fakes/form';
import { fakeSeller, type FakeSeller } from './fakes/gate';
import { fakeProcess, type FakeProcess } from './fakes/process';
import { fakeXrm, settle, until, type FakeXrm, type FakeXrmOptions } from './fakes/xrm';

const STAGES = [
    { id: 'f99b4d48-7aad-456e-864a-8e7d543f7495', name: 'Qualify', category: 0 },
    { id: 'bfc9108c-8389-406b-9166-2c3298a2e41f', name: 'Develop', category: 1 },
] as const;

const KNOWN = {
    budgetamount: 250000,
    decisionmaker: true,
    need: 0,
    purchasetimeframe: 1,
    purchaseprocess: 0,
} as const;

interface Opened extends FakeForm {
    readonly xrm: FakeXrm;
    readonly process: FakeProcess;
    /** Whoever sits in front of the gate's dialog. */
    readonly seller: FakeSeller;
}

async function openLead(
    columns: Readonly<Record<string, unknown>> = {},
    options: FakeXrmOptions = {},
    form: { readonly id?: string; readonly spelling?: (word: string) => string } = {},
): Promise<Opened> {
    const seller = fakeSeller({ kind: 'pass' });
    const xrm = fakeXrm({ onDialog: seller.onDialog, ...options });
    const process = fakeProcess(STAGES, 0, form.spelling);
    const fake = fakeForm({ statuscode: 1, llc_qualificationprogress: null, ...columns }, { process, ...form });
    await LeadForm.onLoad(fake.context);
    return { ...fake, xrm, process, seller };
}

describe('the status reasons that the lead form offers', () => {
    it('are the present one and those that it may go to, in body and header', async () => {
        const { form, offered } = await openLead();
        expect(offered()).toEqual(['New', 'Contacted']);
        const header = form.getAttribute('statuscode')?.controls.get(1) as Xrm.Controls.OptionSetControl;
        expect(header.getOptions().map((option) => option.text)).toEqual(['New', 'Contacted']);
    });

    it('are cut to what the makers permit', async () => {
        const rows = { llc_statustransition: [{ llc_fromstatuscode: 2, llc_tostatuscode: 1, statecode: 0 }] };
        expect((await openLead({ statuscode: 1 }, { rows })).offered()).toEqual(['New']);
        expect((await openLead({ statuscode: 2 }, { rows })).offered()).toEqual(['New', 'Contacted']);
    });

    it('stay as they are on a closed lead, which is read-only', async () => {
        expect((await openLead({ statuscode: 4 })).offered()).toHaveLength(7);
    });

    it('are all open ones on a new lead', async () => {
        expect((await openLead({}, {}, { id: '' })).offered()).toEqual(['New', 'Contacted']);
    });

    it('follow the saved status reason', async () => {
        const rows = { llc_statustransition: [{ llc_fromstatuscode: 1, llc_tostatuscode: 2, statecode: 0 }] };
        const { form, offered, save } = await openLead({}, { rows });
        form.getAttribute('statuscode')?.setValue(2);
        await save(SaveMode.save);
        expect(offered()).toEqual(['Contacted']);
    });
});

describe('what the lead form offers', () => {
    const rows = {
        llc_statustransition: [
            { llc_fromstatuscode: 1, llc_tostatuscode: 2, llc_requiredcolumns: 'budgetamount', statecode: 0 },
        ],
    };

    it('grows as soon as a column that a transition asks for is filled in', async () => {
        const { form, offered } = await openLead({ budgetamount: null }, { rows });
        expect(offered()).toEqual(['New']);
        form.getAttribute('budgetamount')?.setValue(10);
        form.getAttribute('budgetamount')?.fireOnChange();
        expect(offered()).toEqual(['New', 'Contacted']);
    });

    it('is everything of the state while an admin has switched the rules off, and the form says so', async () => {
        const environmentvariabledefinition = [{ defaultvalue: 'no' }];
        const { offered, log } = await openLead(
            { budgetamount: null },
            { rows: { ...rows, environmentvariabledefinition } },
        );
        expect(offered()).toEqual(['New', 'Contacted']);
        expect(log.notifications).toEqual([expect.stringMatching(/switched the transition rules off/)]);
    });
});

describe('the note for a change of status reason', () => {
    const rows = {
        llc_statustransition: [{ llc_fromstatuscode: 1, llc_tostatuscode: 2, llc_noterequired: true, statecode: 0 }],
    };
    const choose = (form: Xrm.FormContext, status: number): void => {
        form.getAttribute('statuscode')?.setValue(status);
        form.getAttribute('statuscode')?.fireOnChange();
    };
    const isShown = (form: Xrm.FormContext): boolean =>
        (form.getControl('llc_statusnote')?.getParent() as Xrm.Controls.Section).getVisible();

    it('is asked for while the choice stands, and forgotten with it', async () => {
        const { form } = await openLead({ llc_statusnote: '' }, { rows });
        const note = form.getAttribute<Xrm.Attributes.StringAttribute>('llc_statusnote');
        expect([isShown(form), note?.getRequiredLevel()]).toEqual([false, 'none']);
        choose(form, 2);
        expect([isShown(form), note?.getRequiredLevel()]).toEqual([true, 'required']);
        note?.setValue('They rang');
        choose(form, 1);
        expect([isShown(form), note?.getRequiredLevel(), note?.getValue()]).toEqual([false, 'none', null]);
    });

    it('lets a move be saved that demands it', async () => {
        const { form, save } = await openLead({ llc_statusnote: '' }, { rows });
        choose(form, 2);
        expect(await save(SaveMode.save)).toBe(false);
        form.getAttribute('llc_statusnote')?.setValue('They rang');
        expect(await save(SaveMode.save)).toBe(true);
    });
});

describe('saving the lead form', () => {
    it('refuses a move that is not permitted, with a message', async () => {
        const rows = { llc_statustransition: [{ llc_fromstatuscode: 2, llc_tostatuscode: 1, statecode: 0 }] };
        const { form, save, xrm } = await openLead({}, { rows });
        form.getAttribute('statuscode')?.setValue(2);
        expect(await save(SaveMode.save)).toBe(false);
        await settle();
        expect(xrm.alerts).toEqual([
            { title: 'Not possible', text: 'A lead cannot go from New to Contacted.', confirmButtonLabel: 'Close' },
        ]);
    });

    it('tells of a refused autosave on the form, without a dialog', async () => {
        const rows = { llc_statustransition: [{ llc_fromstatuscode: 2, llc_tostatuscode: 1, statecode: 0 }] };
        const { form, save, xrm, log } = await openLead({}, { rows });
        form.getAttribute('statuscode')?.setValue(2);
        expect(await save(SaveMode.autoSave)).toBe(false);
        await settle();
        expect(xrm.alerts).toEqual([]);
        expect(log.notifications).toEqual(['A lead cannot go from New to Contacted.']);
    });

    it('names the columns that a move demands by their labels', async () => {
        const rows = {
            llc_statustransition: [
                { llc_fromstatuscode: 1, llc_tostatuscode: 2, llc_requiredcolumns: 'budgetamount,need', statecode: 0 },
            ],
        };
        const { form, save, xrm } = await openLead({ budgetamount: null, need: 1 }, { rows });
        form.getAttribute('statuscode')?.setValue(2);
        expect(await save(SaveMode.save)).toBe(false);
        await settle();
        expect(xrm.alerts[0]?.text).toBe('Fill in first: Budget Amount.');
    });

    it('lets a permitted move pass, and leaves its history to Dataverse', async () => {
        const { form, save, xrm } = await openLead({ llc_previousstatuscode: null });
        form.getAttribute('statuscode')?.setValue(2);
        expect(await save(SaveMode.save)).toBe(true);
        await settle();
        expect(form.getAttribute('llc_previousstatuscode')?.getValue()).toBeNull();
        expect(xrm.written).toEqual([]);
    });

    it('judges the next move by where the lead is after one that was not saved', async () => {
        const rows = { llc_statustransition: [{ llc_fromstatuscode: 1, llc_tostatuscode: 2, statecode: 0 }] };
        const { form, save, offered } = await openLead({}, { rows });
        form.getAttribute('statuscode')?.setValue(2);
        await save(SaveMode.save, false);
        expect(offered()).toEqual(['New', 'Contacted']);
    });

    it.each([
        ['Qualify (16) while a criterion blocks', SaveMode.qualify, { ...KNOWN, budgetamount: null }, false],
        ['Qualify (16) once all is known', SaveMode.qualify, KNOWN, true],
        ['Disqualify (15), which the defaults permit', SaveMode.disqualify, KNOWN, true],
        ['Reactivate (6) of a closed lead', SaveMode.reactivate, { ...KNOWN, statuscode: 6 }, true],
        ['Disqualify (15) of a qualified lead', SaveMode.disqualify, { ...KNOWN, statuscode: 3 }, false],
    ])('meets the rules in the platform’s own %s', async (_, mode, columns, passes) => {
        const { save } = await openLead(columns);
        expect(await save(mode)).toBe(passes);
    });

    it('shows what blocks the platform’s own Qualify (16) in the dialog of the gate, and takes the seller there', async () => {
        const { save, seller, log } = await openLead({ ...KNOWN, budgetamount: null });
        seller.answer = { kind: 'focus', column: 'budgetamount' };
        expect(await save(SaveMode.qualify)).toBe(false);
        await until('the process bar makes room', () => log.shown.length > 0);
        expect(seller.seen[0]).toMatchObject({ stage: 'Qualify', blocking: [{ column: 'budgetamount' }] });
    });

    it('asks in the platform’s own Qualify (16) about what is only recommended, and notes it after a yes', async () => {
        const { save, seller, xrm } = await openLead({ ...KNOWN, purchaseprocess: null });
        expect(await save(SaveMode.qualify)).toBe(true);
        expect(xrm.written).toMatchObject([
            { table: 'annotation', columns: { subject: 'Qualification started with open criteria' } },
        ]);
        seller.answer = null;
        expect(await save(SaveMode.qualify)).toBe(false);
        expect([seller.seen.length, xrm.written.length]).toEqual([2, 1]);
    });

    it('waits for the rules when it comes before they have been read', async () => {
        fakeXrm({ rows: { llc_statustransition: [{ llc_fromstatuscode: 2, llc_tostatuscode: 1, statecode: 0 }] } });
        const fake = fakeForm({ statuscode: 1 }, { process: fakeProcess(STAGES) });
        const loading = LeadForm.onLoad(fake.context);
        fake.form.getAttribute('statuscode')?.setValue(2);
        expect(await fake.save(SaveMode.save)).toBe(false);
        await loading;
    });
});

describe('the qualification progress', () => {
    it('follows the columns of the criteria', async () => {
        const { form } = await openLead({ ...KNOWN, budgetamount: null });
        const budget = form.getAttribute('budgetamount');
        budget?.setValue(100);
        budget?.fireOnChange();
        expect(form.getAttribute('llc_qualificationprogress')?.getValue()).toBe(100);
        budget?.setValue(null);
        budget?.fireOnChange();
        expect(form.getAttribute('llc_qualificationprogress')?.getValue()).toBe(75);
    });

    it('is only shown: Dataverse computes what is kept', async () => {
        const { form } = await openLead(KNOWN);
        const progress = form.getAttribute('llc_qualificationprogress');
        expect([progress?.getValue(), progress?.getSubmitMode()]).toEqual([null, 'never']);
    });
});

describe('Next on the Qualify stage', () => {
    const OPEN = { ...KNOWN, budgetamount: null, need: null };

    it.each([['next'], ['Next'], ['NEXT']])('names all open criteria in one dialog ("%s")', async (spelled) => {
        const spelling = (word: string): string => (word === 'next' ? spelled : word);
        const { process, seller } = await openLead(OPEN, {}, { spelling });
        process.press('next');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(process.active()).toBe(0);
        expect(seller.seen[0]).toMatchObject({
            stage: 'Qualify',
            blocking: [
                { column: 'budgetamount', hint: 'Enter the budget amount.', label: 'Budget Amount', share: 25 },
                { column: 'need', hint: 'Find out how strong the need is.', label: 'Need', share: 20 },
            ],
            warnings: [],
            progress: 55,
        });
    });

    it('offers to qualify the lead once nothing blocks, whatever is only recommended', async () => {
        const { process, xrm, seller } = await openLead({ ...KNOWN, purchaseprocess: null });
        xrm.answer = false;
        process.press('next');
        await until('the offer', () => xrm.confirms.length === 1);
        expect(process.active()).toBe(0);
        expect(xrm.confirms[0]).toMatchObject({ title: 'Qualify the lead', confirmButtonLabel: 'Qualify…' });
        expect([seller.seen, xrm.opened]).toEqual([[], []]);
    });

    it('starts the command when the seller accepts', async () => {
        const lead = { leadid: '0aa00000-0000-4000-8000-000000000001', statuscode: 1, ...KNOWN };
        const { process, xrm, seller } = await openLead(KNOWN, { rows: { lead: [lead] } });
        seller.answer = null;
        process.press('next');
        await until('the dialog of the command', () => xrm.opened.length > 0);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/qualify.html');
    });

    it('lets a qualified lead pass, even if a criterion is open by now', async () => {
        const { process, xrm } = await openLead({ ...OPEN, statuscode: 3 });
        process.press('next');
        await settle();
        expect(process.active()).toBe(1);
        expect([xrm.confirms, xrm.opened]).toEqual([[], []]);
    });

    it('reads columns that are not on the form', async () => {
        const lead = { leadid: '0aa00000-0000-4000-8000-000000000001', ...KNOWN };
        const { process, xrm } = await openLead({}, { rows: { lead: [lead] } });
        xrm.answer = false;
        process.press('next');
        await until('the offer', () => xrm.confirms.length === 1);
        expect(xrm.queries.find((query) => query.startsWith('lead('))).toContain('budgetamount');
    });

    it('comes again by itself, once, when it came before the rules had been read', async () => {
        const seller = fakeSeller();
        fakeXrm({ onDialog: seller.onDialog });
        const process = fakeProcess(STAGES);
        const loading = LeadForm.onLoad(fakeForm({ statuscode: 1, ...OPEN }, { process }).context);
        process.press('next');
        process.press('next');
        await loading;
        await until('the dialog has been shown', () => seller.seen.length > 0);
        expect([process.active(), seller.seen.length]).toEqual([0, 1]);
    });

    it('is left to Dataverse when the rules cannot be read at all', async () => {
        fakeXrm({ textsLoaded: false });
        Object.assign(globalThis, { fetch: async () => ({ ok: false, status: 500 }) });
        const process = fakeProcess(STAGES);
        const loading = LeadForm.onLoad(fakeForm({ statuscode: 1, ...OPEN }, { process }).context);
        process.press('next');
        await expect(loading).rejects.toThrow('500');
        await until('the move is made', () => process.active() === 1);
    });
});

describe('the rules of the lead form', () => {
    it('are the defaults, and the form says so, when the user may not read the configuration', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const { offered, log } = await openLead({}, { unreadable: ['llc_statustransition'] });
        expect(offered()).toEqual(['New', 'Contacted']);
        expect(log.notifications).toEqual([expect.stringContaining('could not be read')]);
        expect(error).toHaveBeenCalled();
        error.mockRestore();
    });

    it('are read once for two forms of a session', async () => {
        const { xrm } = await openLead();
        const before = xrm.queries.filter((query) => query.startsWith('llc_criterion')).length;
        await LeadForm.onLoad(fakeForm({}, { process: fakeProcess(STAGES) }).context);
        expect([before, xrm.queries.filter((query) => query.startsWith('llc_criterion')).length]).toEqual([1, 1]);
    });

    it('speak French to a French user', async () => {
        const { process, xrm, seller } = await openLead({ ...KNOWN, budgetamount: null }, { language: 1036 });
        process.press('next');
        await until('the dialog has been shown', () => seller.seen.length === 1);
        expect(seller.seen[0]?.blocking).toMatchObject([{ hint: 'Saisissez le montant du budget.' }]);
        expect(xrm.opened[0]?.options).toMatchObject({ title: 'Il manque encore des informations' });
    });
});

describe('what a disqualification has left', () => {
    const columns = { llc_disqualificationreasonid: null, llc_disqualificationnote: null, llc_revisiton: null };

    /** Puts every control into one section and answers whether the script shows it. */
    async function isShown(values: Readonly<Record<string, unknown>>): Promise<boolean> {
        fakeXrm({});
        const fake = fakeForm({ statuscode: 1, llc_qualificationprogress: null, ...columns, ...values });
        let shown = true;
        for (const name of Object.keys(columns)) {
            fake.form.getAttribute(name)?.controls.forEach((control) => {
                Object.assign(control, { getParent: () => ({ setVisible: (visible: boolean) => (shown = visible) }) });
            });
        }
        await LeadForm.onLoad(fake.context);
        return shown;
    }

    it('is hidden on an open lead that has none', async () => {
        expect(await isShown({})).toBe(false);
    });

    it('is shown on a disqualified lead, and on a reactivated one that still has a date to revisit', async () => {
        expect(await isShown({ statuscode: 6 })).toBe(true);
        expect(await isShown({ llc_revisiton: new Date(2027, 0, 1) })).toBe(true);
    });
});
