import { SaveMode, Test } from '../../lifecycle/choices';
import { CriterionForm, ReasonForm, TransitionForm } from '../../webresources/configuration/form';
import { fakeForm } from './fakes/form';
import { fakeXrm, settle, type FakeXrmOptions } from './fakes/xrm';

type Script = { readonly onLoad: (context: Xrm.Events.EventContext) => Promise<void> };

async function open(script: Script, columns: Readonly<Record<string, unknown>>, options: FakeXrmOptions = {}) {
    const xrm = fakeXrm(options);
    const fake = fakeForm(columns);
    await script.onLoad(fake.context);
    const set = (column: string, value: unknown): void => {
        const attribute = fake.form.getAttribute<Xrm.Attributes.Attribute>(column);
        attribute?.setValue(value as string | number | null);
        attribute?.fireOnChange();
    };
    const save = async (): Promise<boolean> => {
        const saved = await fake.save(SaveMode.save);
        await settle();
        return saved;
    };
    return { ...fake, xrm, set, save, valueOf: (column: string) => fake.form.getAttribute(column)?.getValue() };
}

const transition = { llc_name: '', llc_fromstatuscode: null, llc_tostatuscode: null, llc_requiredrole: null };

describe('the form of a transition', () => {
    it('names it after its status reasons, until the maker names it', async () => {
        const { set, valueOf } = await open(TransitionForm, transition);
        set('llc_fromstatuscode', 1);
        expect(valueOf('llc_name')).toBe('');
        set('llc_tostatuscode', 4);
        expect(valueOf('llc_name')).toBe('New → Lost');
        set('llc_tostatuscode', 2);
        expect(valueOf('llc_name')).toBe('New → Contacted');
        set('llc_name', 'First call');
        set('llc_fromstatuscode', 2);
        expect(valueOf('llc_name')).toBe('First call');
    });

    it('refuses, in words, a transition from a status reason to itself', async () => {
        const { save, xrm } = await open(TransitionForm, { ...transition, llc_fromstatuscode: 2, llc_tostatuscode: 2 });
        expect(await save()).toBe(false);
        expect(xrm.alerts).toMatchObject([{ title: 'This cannot be saved', text: /two different ones/ }].map(matching));
    });

    it('refuses one that stands there already, and lets others pass', async () => {
        const rows = {
            llc_statustransition: [
                { llc_statustransitionid: 'other', llc_fromstatuscode: 1, llc_tostatuscode: 4, llc_requiredrole: null },
            ],
        };
        const columns = { ...transition, llc_fromstatuscode: 1, llc_tostatuscode: 4 };
        const { save, set, xrm } = await open(TransitionForm, columns, { rows });
        expect(await save()).toBe(false);
        expect(xrm.alerts).toMatchObject([{ text: /from New to Lost for the same role/ }].map(matching));
        set('llc_requiredrole', 'Sales Manager');
        expect(await save()).toBe(true);
    });
});

describe('the form of a disqualification reason', () => {
    it('keeps the label of the status reason for the lists', async () => {
        const { set, valueOf } = await open(ReasonForm, { llc_statuscode: null, llc_statusname: null });
        set('llc_statuscode', 6);
        expect(valueOf('llc_statusname')).toBe('No Longer Interested');
    });

    it('refuses a status reason that leaves the lead open', async () => {
        const { save, set, xrm } = await open(ReasonForm, { llc_statuscode: 2, llc_statusname: null });
        expect(await save()).toBe(false);
        expect(xrm.alerts).toMatchObject([{ text: /Contacted does not.*such as Lost/ }].map(matching));
        set('llc_statuscode', 4);
        expect(await save()).toBe(true);
    });
});

describe('the form of a criterion', () => {
    const criterion = { llc_columnname: 'budgetamount', llc_gate: 617400000, llc_testvalue: null };

    it('asks for a value when the test compares with one', async () => {
        const { save, set, xrm } = await open(CriterionForm, { ...criterion, llc_test: Test.atLeast });
        expect(await save()).toBe(false);
        expect(xrm.alerts).toMatchObject([{ text: /Enter the value/ }].map(matching));
        set('llc_test', Test.hasAValue);
        expect(await save()).toBe(true);
    });
});

function matching({ text, ...rest }: { readonly text: RegExp; readonly title?: string }): object {
    return { ...rest, text: expect.stringMatching(text) as unknown };
}
