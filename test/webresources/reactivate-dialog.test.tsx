/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Row } from '../../lifecycle/row';
import type { ChangeSet, Write } from '../../lifecycle/web-api/web-api';
import { ReactivateDialog } from '../../webresources/lead/reactivate/ReactivateDialog';
import { aLead, aTransition, LEAD_ID, OPPORTUNITY_ID } from '../lifecycle/builders';
import { aDialogHost, type DialogAnswers, type FakeDialogHost } from './fakes/dialog-host';
import { barriers, settled, showDialog, type ShownDialog } from './show-dialog';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const idOf = (number: number): string => LEAD_ID.replace(/1$/, String(number));
const disqualified = aLead({
    '@odata.etag': 'W/"1"',
    statecode: 2,
    statuscode: 4,
    llc_previousstatuscode: 2,
    _llc_disqualificationreasonid_value: 'r1',
    [`_llc_disqualificationreasonid_value${FORMATTED}`]: 'No budget',
    llc_disqualificationnote: 'Ask again next year',
});
const qualified = aLead({ '@odata.etag': 'W/"1"', statecode: 1, statuscode: 3, llc_previousstatuscode: 2 });
const opportunity = {
    '@odata.etag': 'W/"5"',
    opportunityid: OPPORTUNITY_ID,
    name: 'Ten vans',
    statecode: 0,
    statuscode: 1,
    [`statuscode${FORMATTED}`]: 'In Progress',
    [`estimatedvalue${FORMATTED}`]: '$250,000.00',
    _originatingleadid_value: LEAD_ID,
};
const transitions = [aTransition(4, 1), aTransition(4, 2, { noteRequired: true }), aTransition(3, 2)];
const processes: Readonly<Record<string, readonly Row[]>> = {
    processstages: [{ processstageid: 'qualify', _processid_value: 'p1', stagecategory: 0 }],
    workflows: [{ workflowid: 'p1', uniquename: 'leadtoopportunitysalesprocess' }],
    EntityDefinitions: [],
    RetrieveProcessInstances: [
        {
            businessprocessflowinstanceid: 'i1',
            _processid_value: 'p1',
            _activestageid_value: 'develop',
            traversedpath: 'qualify,develop',
            statuscode: 1,
        },
    ],
};

interface Showing extends DialogAnswers {
    readonly leads?: readonly Row[];
    readonly opportunities?: readonly Row[];
    readonly status?: number;
}

async function show(showing: Showing = {}): Promise<ShownDialog & { readonly host: FakeDialogHost }> {
    const leads = showing.leads ?? [disqualified];
    const host = aDialogHost({
        read: (address) => {
            const name = /^\w+/.exec(address)?.[0] ?? '';
            if (name === 'leads') return leads;
            if (name === 'opportunities') return showing.opportunities ?? [];
            return processes[name] ?? [];
        },
        configuration: { transitions },
        ...showing,
    });
    const ids = leads.map((lead) => String(lead['leadid']));
    const input = { ids, processInstanceId: null, status: showing.status ?? null };
    return { ...(await showDialog(ReactivateDialog, input, host)), host };
}

const confirm = async (name: string | RegExp = 'Reactivate'): Promise<void> => {
    userEvent.click(screen.getByRole('button', { name }));
    await settled();
};
const kinds = (changeSet: ChangeSet | undefined): readonly string[] =>
    (changeSet ?? []).map((write: Write) =>
        write.kind === 'action' ? write.address : write.kind === 'associate' ? write.collection : write.entitySet,
    );

afterEach(cleanup);

describe('the reactivate dialog', () => {
    it('reads everything in one request, proposes where the lead was, and shows why it was closed', async () => {
        const { host } = await show({ configuration: { transitions: [aTransition(4, 1), aTransition(4, 2)] } });
        expect(host.reads).toHaveLength(1);
        expect(screen.getByLabelText(/^Contacted/)).toBeChecked();
        const past = within(screen.getByRole('region', { name: 'Why it was closed' }));
        expect(past.getByText('No budget')).toBeInTheDocument();
        expect(past.getByText('Ask again next year')).toBeInTheDocument();
        expect(await barriers()).toEqual([]);
    });

    it('proposes the status reason that was chosen before it was opened', async () => {
        await show({ status: 1 });
        expect(screen.getByLabelText(/^New/)).toBeChecked();
    });

    it('demands the note that the way back demands', async () => {
        const { host, close } = await show();
        userEvent.click(screen.getByLabelText(/^Contacted/));
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent('A note is required.');
        expect(screen.getByLabelText('Note')).toHaveFocus();
        userEvent.type(screen.getByLabelText('Note'), 'They called');
        await confirm();
        expect(host.writes[0]?.[0]?.[0]).toMatchObject({
            ifMatch: 'W/"1"',
            columns: { statecode: 0, statuscode: 2, llc_statusnote: 'They called' },
        });
        expect(close).toHaveBeenCalledWith({ changed: [LEAD_ID], open: null });
    });

    it('names the opportunity and demands to know what becomes of it', async () => {
        const { host } = await show({ leads: [qualified], opportunities: [opportunity] });
        const region = within(screen.getByRole('region', { name: 'Its opportunity' }));
        expect(region.getByRole('link', { name: /Ten vans/ })).toBeInTheDocument();
        expect(region.getByText('In Progress')).toBeInTheDocument();
        expect(region.getByText('$250,000.00')).toBeInTheDocument();
        await confirm();
        expect(screen.getByRole('alert')).toHaveTextContent('Choose what becomes of the opportunity.');
        expect(screen.getByLabelText('Keep it open and linked to the lead')).toHaveFocus();
        expect(await barriers()).toEqual([]);
        userEvent.click(screen.getByLabelText('Keep it open and linked to the lead'));
        expect(screen.getByText(/will then make a second opportunity/)).toBeInTheDocument();
        await confirm();
        expect(kinds(host.writes[0]?.[0])).toEqual(['leads', 'leadtoopportunitysalesprocesses']);
    });

    it('closes the opportunity as canceled in the same change set, before the process goes back', async () => {
        const { host } = await show({ leads: [qualified], opportunities: [opportunity] });
        userEvent.click(screen.getByLabelText('Close it as canceled'));
        await confirm();
        expect(kinds(host.writes[0]?.[0])).toEqual([
            'leads',
            'opportunities',
            'LoseOpportunity',
            'leadtoopportunitysalesprocesses',
            'leadtoopportunitysalesprocesses',
        ]);
    });

    it('asks nothing about an opportunity that is closed already', async () => {
        const won = { ...opportunity, statecode: 1, [`statuscode${FORMATTED}`]: 'Won' };
        await show({ leads: [qualified], opportunities: [won] });
        expect(screen.getByText('It stays as it is.')).toBeInTheDocument();
        expect(screen.queryByLabelText('Close it as canceled')).not.toBeInTheDocument();
    });

    it('says why nothing is possible', async () => {
        await show({ configuration: { transitions: [] } });
        expect(screen.getByText('The lead cannot be reactivated as things are.')).toBeInTheDocument();
        expect(screen.getByText('A lead cannot go from Lost to New.')).toBeInTheDocument();
        expect(screen.queryByRole('button', { name: 'Reactivate' })).not.toBeInTheDocument();
        expect(await barriers()).toEqual([]);
    });

    it('speaks French', async () => {
        await show({ language: 1036, leads: [qualified], opportunities: [opportunity] });
        expect(screen.getByRole('button', { name: 'Réactiver' })).toBeInTheDocument();
        expect(screen.getByLabelText('La fermer comme annulée')).toBeInTheDocument();
    });
});

describe('the reactivate dialog for many leads', () => {
    const leads = [
        { ...disqualified, leadid: idOf(1), fullname: 'Lead 1' },
        { ...qualified, leadid: idOf(2), fullname: 'Lead 2' },
        aLead({ leadid: idOf(3), fullname: 'Lead 3' }),
    ];
    const opportunities = [{ ...opportunity, _originatingleadid_value: idOf(2) }];

    it('brings each back to its own status reason, and leaves out those that are open', async () => {
        const { host } = await show({
            leads,
            opportunities,
            configuration: { transitions: [aTransition(4, 1), aTransition(4, 2), aTransition(3, 2)] },
        });
        expect(screen.getByText('The lead is open already (New).')).toBeInTheDocument();
        const row = (name: string) => within(screen.getByRole('group', { name }));
        expect(row('Lead 1').getByLabelText('Open again as')).toHaveDisplayValue('Contacted');
        userEvent.selectOptions(row('Lead 1').getByLabelText('Open again as'), 'New');
        expect(row('Lead 2').getByText('Ten vans, In Progress, $250,000.00')).toBeInTheDocument();
        await confirm('Reactivate 2');
        expect(screen.getByRole('alert')).toHaveTextContent('Choose what becomes of the opportunity.');
        userEvent.click(screen.getByLabelText('Keep them open and linked to their leads'));
        expect(row('Lead 2').getByLabelText('Opportunity')).toHaveDisplayValue('Keep');
        expect(await barriers()).toEqual([]);
        await confirm('Reactivate 2');
        expect(host.writes[0]?.map((changeSet) => changeSet[0])).toMatchObject([
            { id: idOf(1), columns: { statuscode: 1 } },
            { id: idOf(2), columns: { statuscode: 2 } },
        ]);
        expect(screen.getByText('2 of 3 leads are done.')).toBeInTheDocument();
        expect(await barriers()).toEqual([]);
    });
});
