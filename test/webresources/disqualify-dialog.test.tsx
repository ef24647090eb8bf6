/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Row } from '../../lifecycle/row';
import { ConnectionLost, type ChangeSet } from '../../lifecycle/web-api/web-api';
import { DisqualifyDialog } from '../../webresources/lead/disqualify/DisqualifyDialog';
import { aLead, aReason, LEAD_ID, USER_ID } from '../lifecycle/builders';
import { aDialogHost, type DialogAnswers, type FakeDialogHost } from './fakes/dialog-host';
import { barriers, settled, showDialog, type ShownDialog } from './show-dialog';

const idOf = (number: number): string => LEAD_ID.replace(/1$/, String(number));
const reasons = [
    aReason({ id: 'budget', name: 'No budget', revisitAfterDays: 365 }),
    aReason({ id: 'rival', name: 'Lost to a competitor', noteRequired: true, order: 2 }),
    aReason({ id: 'time', name: 'Wrong timing', status: 6, revisitAfterDays: 180, order: 3 }),
];

interface Showing extends DialogAnswers {
    readonly leads?: readonly Row[];
    readonly activities?: readonly Row[];
    /** What a lead is when it is looked at again. */
    readonly later?: Row;
    readonly ids?: readonly string[];
}

async function show(showing: Showing = {}): Promise<ShownDialog & { readonly host: FakeDialogHost }> {
    const leads = showing.leads ?? [aLead({ '@odata.etag': 'W/"1"' })];
    const host = aDialogHost({
        read: (address) => {
            if (address.startsWith('activitypointers')) return showing.activities ?? [];
            if (/^leads\(/.test(address)) return showing.later ? [showing.later] : [];
            return address.startsWith('leads?') ? leads : [];
        },
        configuration: { reasons, reasonsAreRows: true },
        ...showing,
    });
    const ids = showing.ids ?? leads.map((lead) => String(lead['leadid']));
    return { ...(await showDialog(DisqualifyDialog, { ids, processInstanceId: null, status: null }, host)), host };
}

const confirm = async (name: string | RegExp = 'Disqualify'): Promise<void> => {
    userEvent.click(screen.getByRole('button', { name }));
    await settled();
};
const leadWrite = (changeSet: ChangeSet | undefined): Row | undefined => {
    const write = changeSet?.find((it) => it.kind === 'update' && it.entitySet === 'leads');
    return write?.kind === 'update' ? write.columns : undefined;
};

afterEach(cleanup);

describe('the disqualify dialog', () => {
    it('reads everything in one request and groups the reasons by status reason', async () => {
        const { host } = await show();
        expect(host.reads).toHaveLength(1);
        const lost = within(screen.getByRole('group', { name: 'Lost' }));
        expect(lost.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
            'No budget',
            'Lost to a competitor',
        ]);
        expect(await barriers()).toEqual([]);
    });

    it('demands a reason, and the note where the reason does, and puts the focus there', async () => {
        const { close, host } = await show();
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent('Choose a reason.');
        expect(screen.getByLabelText('No budget')).toHaveFocus();
        userEvent.click(screen.getByLabelText('Lost to a competitor'));
        await confirm();
        expect(screen.getByLabelText('Note')).toHaveFocus();
        expect(screen.getByRole('alert')).toHaveTextContent('This reason needs a note.');
        expect(await barriers()).toEqual([]);
        userEvent.type(screen.getByLabelText('Note'), 'Fabrikam was cheaper');
        await confirm();
        expect(host.writes).toHaveLength(1);
        expect(close).toHaveBeenCalledWith({ changed: [LEAD_ID], open: null });
    });

    it('proposes the day of the reason, keeps a chosen one, and takes “never” for never', async () => {
        const { host } = await show();
        const day = screen.getByLabelText('Look at it again on');
        userEvent.click(screen.getByLabelText('Wrong timing'));
        expect(day).toHaveValue('2027-05-20');
        userEvent.click(screen.getByLabelText('No budget'));
        expect(day).toHaveValue('2027-11-21');
        userEvent.click(screen.getByRole('button', { name: 'Never look at it again' }));
        expect(day).toHaveValue('');
        userEvent.click(screen.getByLabelText('Wrong timing'));
        expect(day).toHaveValue('');
        await confirm();
        expect(leadWrite(host.writes[0]?.[0])).toMatchObject({ llc_revisiton: null, llc_norevisit: true });
    });

    it('says how many activities are open, and cancels or keeps them', async () => {
        const activity = { activityid: 'a1', activitytypecode: 'task', subject: 'Offer', scheduledend: null };
        const activities = [
            { ...activity, _regardingobjectid_value: LEAD_ID },
            { ...activity, activityid: 'a2', activitytypecode: 'new_visit', _regardingobjectid_value: LEAD_ID },
        ];
        const { host } = await show({ activities });
        const group = within(screen.getByRole('region', { name: '2 open activities' }));
        expect(group.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
            'Offer · Task',
            'Offer · new_visit',
        ]);
        expect(group.getByLabelText('Cancel them')).toBeChecked();
        expect(screen.getByText(/1 of other kinds stay open/)).toBeInTheDocument();
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm();
        expect(host.writes[0]?.[0]?.at(-1)).toMatchObject({ entitySet: 'tasks', columns: { statuscode: 6 } });
        userEvent.click(group.getByLabelText('Leave them open'));
        await confirm();
        expect(host.writes[1]?.[0]).toHaveLength(1);
    });

    it('says what Dataverse refuses, and loses nothing that was typed', async () => {
        const problem = { status: 400, code: 0x80040265, message: 'Ask your manager.' };
        const { close } = await show({ write: () => ({ ok: false, problem }) });
        userEvent.click(screen.getByLabelText('No budget'));
        userEvent.type(screen.getByLabelText('Note'), 'Next year');
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent('Ask your manager.');
        expect(screen.getByLabelText('Note')).toHaveValue('Next year');
        expect(close).not.toHaveBeenCalled();
        expect(await barriers()).toEqual([]);
    });

    it('says who has changed the lead meanwhile, and shows it anew with what was typed', async () => {
        const problem = { status: 412, code: 0x80060882, message: 'The version …' };
        const later = {
            statecode: 0,
            statuscode: 2,
            'statuscode@OData.Community.Display.V1.FormattedValue': 'Contacted',
            '_modifiedby_value@OData.Community.Display.V1.FormattedValue': 'Nadia Laurent',
            modifiedon: '2026-11-21T08:59:00Z',
        };
        const { host } = await show({ write: () => ({ ok: false, problem }), later });
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent(/Nadia Laurent changed this lead.*now in Contacted/);
        await confirm('Show it as it is now');
        expect(screen.getByLabelText('No budget')).toBeChecked();
        expect(host.reads).toHaveLength(3);
    });

    it('looks at the lead when the connection is lost, and tells the truth', async () => {
        const lost = (): never => {
            throw new ConnectionLost();
        };
        const later = { statecode: 2, statuscode: 4, _modifiedby_value: USER_ID };
        const written = await show({ write: lost, later });
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm();
        expect(written.close).toHaveBeenCalledWith({ changed: [LEAD_ID], open: null });
        cleanup();
        const untouched = await show({ write: lost, later: { '@odata.etag': 'W/"1"', statecode: 0, statuscode: 1 } });
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent('The lead is as it was, and nothing you typed is lost.');
        expect(untouched.close).not.toHaveBeenCalled();
    });

    it('says why nothing is possible', async () => {
        await show({ leads: [aLead({ statecode: 2, statuscode: 4 })] });
        expect(screen.getByText('The lead is Lost already.')).toBeInTheDocument();
        expect(screen.queryByRole('button', { name: 'Disqualify' })).not.toBeInTheDocument();
        expect(await barriers()).toEqual([]);
    });

    it('offers to try again when it could not read', async () => {
        let attempts = 0;
        const read = (address: string): readonly Row[] => {
            if (!address.startsWith('leads?')) return [];
            attempts += 1;
            if (attempts === 1) throw new ConnectionLost();
            return [aLead()];
        };
        await show({ read });
        expect(screen.getByRole('alert')).toHaveTextContent('Dataverse cannot be reached.');
        await confirm('Try again');
        expect(screen.getByLabelText('No budget')).toBeInTheDocument();
    });

    it('speaks French', async () => {
        await show({ language: 1036 });
        expect(screen.getByRole('button', { name: 'Disqualifier' })).toBeInTheDocument();
        expect(screen.getByLabelText('À recontacter le')).toBeInTheDocument();
    });

    it('is left by Cancel without a change', async () => {
        const { close } = await show();
        await confirm('Cancel');
        expect(close).toHaveBeenCalledWith(null);
    });
});

describe('the disqualify dialog for many leads', () => {
    const leads = [1, 2, 3].map((number) =>
        aLead({ leadid: idOf(number), fullname: `Lead ${number}`, '@odata.etag': `W/"${number}"` }),
    );

    it('closes all with one reason, in one request, and lists what came of each', async () => {
        const problem = { status: 400, code: 0x80040265, message: 'Ask your manager.' };
        const { host, interim, close } = await show({
            leads,
            write: (_, index) => (index === 1 ? { ok: false, problem } : undefined),
        });
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm('Disqualify 3');
        expect(host.writes).toHaveLength(1);
        expect(screen.getByText('2 of 3 leads are done.')).toBeInTheDocument();
        const items = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
        expect(items.map((item) => item.textContent)).toEqual([
            'Lead 2Ask your manager.',
            'Lead 1Disqualified: No budget',
            'Lead 3Disqualified: No budget',
        ]);
        expect(interim).toHaveBeenLastCalledWith({ changed: [idOf(1), idOf(3)], open: null });
        expect(await barriers()).toEqual([]);
        await confirm('Close');
        expect(close).toHaveBeenCalledWith({ changed: [idOf(1), idOf(3)], open: null });
    });

    it('tries again only what did not work', async () => {
        let refuses = true;
        const { host } = await show({
            leads,
            write: (_, index) =>
                refuses && index === 1
                    ? { ok: false, problem: { status: 400, code: 0x80040265, message: 'Not now.' } }
                    : undefined,
        });
        userEvent.click(screen.getByLabelText('No budget'));
        await confirm('Disqualify 3');
        refuses = false;
        await confirm('Retry 1');
        expect(host.writes.map((batch) => batch.length)).toEqual([3, 1]);
        expect(screen.getByText('All 3 leads are done.')).toBeInTheDocument();
    });

    it('takes a reason for each; a lead without its own follows the first', async () => {
        const { host } = await show({ leads });
        userEvent.click(screen.getByLabelText('A reason for each lead'));
        const row = (number: number) => within(screen.getByRole('group', { name: `Lead ${number}` }));
        userEvent.selectOptions(row(1).getByLabelText('Reason'), 'Wrong timing');
        expect(row(3).getByLabelText('Reason')).toHaveDisplayValue('Wrong timing');
        expect(row(3).getByLabelText('Again on')).toHaveValue('2027-05-20');
        userEvent.selectOptions(row(2).getByLabelText('Reason'), 'Lost to a competitor');
        expect(await barriers()).toEqual([]);
        await confirm('Disqualify 3');
        expect(row(2).getByText('This reason needs a note.')).toBeInTheDocument();
        expect(host.writes).toEqual([]);
        userEvent.type(row(2).getByLabelText('Note'), 'Cheaper');
        await confirm('Disqualify 3');
        expect(host.writes[0]?.map(leadWrite)).toMatchObject([
            { statuscode: 6, llc_revisiton: '2027-05-20' },
            { statuscode: 4, llc_disqualificationnote: 'Cheaper', llc_norevisit: true },
            { statuscode: 6 },
        ]);
    });

    it('says before it writes which leads the reason is impossible for, and leaves those out', async () => {
        const [first, second] = leads;
        const { host } = await show({
            leads: [first ?? {}, { ...second, statuscode: 2 }],
            configuration: {
                reasons,
                reasonsAreRows: true,
                transitions: [
                    { id: '', from: 1, to: 4, requiredColumns: [], noteRequired: false, requiredRole: '', message: '' },
                ],
            },
        });
        userEvent.click(screen.getByLabelText('No budget'));
        expect(screen.getByText(/1 lead cannot be disqualified like this/)).toHaveTextContent('Lead 2');
        await confirm('Disqualify 1');
        expect(host.writes[0]).toHaveLength(1);
        expect(screen.getByText('A lead cannot go from Contacted to Lost.')).toBeInTheDocument();
    });

    it('says how many leads are gone', async () => {
        await show({ leads, ids: [...leads.map((lead) => String(lead['leadid'])), idOf(9)] });
        expect(screen.getByText(/One lead is left out/)).toBeInTheDocument();
    });
});
