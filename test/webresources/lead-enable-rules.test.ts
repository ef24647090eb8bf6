import { LeadState } from '../../lifecycle/choices';
import { forgetStatuses, hasWayOnForm, haveWayInGrid } from '../../webresources/lead/enable-rules';
import { fakeForm } from './fakes/form';
import { aGrid } from './fakes/grid';
import { fakeXrm, settle, type FakeXrmOptions } from './fakes/xrm';

const LEAD = '0aa00000-0000-4000-8000-000000000001';
const OTHER = '0aa00000-0000-4000-8000-000000000002';
const open = { leadid: LEAD, statuscode: 1 };

function idOf(row: number): string {
    return `0bb00000-0000-4000-8000-${String(row).padStart(12, '0')}`;
}

describe('the enable rules', () => {
    const { open: toOpen, qualified: toQualified, disqualified: toDisqualified } = LeadState;
    const transition = (from: number, to: number, rest: object = {}): object => ({
        llc_fromstatuscode: from,
        llc_tostatuscode: to,
        statecode: 0,
        ...rest,
    });
    const only = (...transitions: object[]): FakeXrmOptions => ({
        rows: { llc_statustransition: transitions as Record<string, unknown>[] },
    });

    it.each([
        ['an open lead', 2, [true, true, false]],
        ['a disqualified lead', 6, [false, false, true]],
        ['a qualified lead', 3, [false, false, true]],
    ])('on the form know what can be done with %s by default', async (_, statuscode, expected) => {
        fakeXrm();
        const { form } = fakeForm({ statuscode });
        const answers = [toQualified, toDisqualified, toOpen].map((state) => hasWayOnForm(form, state));
        expect(await Promise.all(answers)).toEqual(expected);
    });

    it('follow the transitions and the roles that these ask for', async () => {
        fakeXrm(only(transition(1, 4, { llc_requiredrole: 'Manager' }), transition(1, 3)));
        const { form } = fakeForm({ statuscode: 1 });
        expect(await hasWayOnForm(form, toDisqualified)).toBe(false);
        expect(await hasWayOnForm(form, toQualified)).toBe(true);
    });

    it('answer at once and ask nobody once the rules have been read', async () => {
        const xrm = fakeXrm(only(transition(1, 4)));
        const { control } = aGrid([open, { leadid: OTHER, statuscode: '2' }]);
        expect(await haveWayInGrid(control, [LEAD], toDisqualified)).toBe(true);
        const asked = xrm.queries.length;
        expect(haveWayInGrid(control, [LEAD], toDisqualified)).toBe(true);
        expect(haveWayInGrid(control, [LEAD, OTHER], toDisqualified)).toBe(false);
        expect(haveWayInGrid(control, [LEAD], toQualified)).toBe(false);
        expect(haveWayInGrid(control, [], toDisqualified)).toBe(false);
        expect(xrm.queries).toHaveLength(asked);
    });

    it('in the grid ask Dataverse once for all rows of a view that tells nothing, whatever is selected then', async () => {
        const page = Array.from({ length: 120 }, (_, row) => ({ leadid: idOf(row) }));
        const xrm = fakeXrm({ rows: { lead: page.map((row, at) => ({ ...row, statuscode: at % 2 === 0 ? 1 : 6 })) } });
        const select = (...rows: readonly number[]): [Xrm.Controls.GridControl, string[]] => [
            aGrid(
                rows.map((row) => ({ leadid: idOf(row) })),
                { page },
            ).control,
            rows.map(idOf),
        ];
        const leadQueries = (): number => xrm.queries.filter((query) => query.startsWith('lead?')).length;
        forgetStatuses();
        const [first, same] = [toDisqualified, toOpen].map((state) => haveWayInGrid(...select(0), state));
        expect([await first, await same]).toEqual([true, false]);
        const asked = leadQueries();
        expect(asked).toBe(3);
        for (let row = 0; row < page.length; row += 1) {
            expect(haveWayInGrid(...select(row), toDisqualified)).toBe(row % 2 === 0);
            expect(haveWayInGrid(...select(row, (row + 2) % 120), toOpen)).toBe(row % 2 === 1);
        }
        expect(leadQueries()).toBe(asked);
    });

    it('in the grid know nothing about leads that could not be read, and try again', async () => {
        const xrm = fakeXrm({ unreadable: ['lead'] });
        forgetStatuses();
        const { control } = aGrid([{ leadid: OTHER }]);
        const ask = async (): Promise<unknown> => haveWayInGrid(control, [OTHER], toOpen);
        await expect(ask()).rejects.toThrow('prvReadlead');
        await settle();
        await expect(ask()).rejects.toThrow('prvReadlead');
        expect(xrm.queries.filter((query) => query.startsWith('lead?'))).toHaveLength(2);
    });

    it('guide by the default transitions those who may not read the makers’ ones', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        fakeXrm({ unreadable: ['llc_statustransition'] });
        const { form } = fakeForm({ statuscode: 1 });
        expect(await hasWayOnForm(form, toDisqualified)).toBe(true);
        error.mockRestore();
    });

    it('leave it to the command where a form does not hold the status reason', () => {
        fakeXrm();
        expect(hasWayOnForm(fakeForm({}).form, toQualified)).toBe(true);
    });
});
