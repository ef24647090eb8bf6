/** @jest-environment ./test/webresources/jsdom-with-node.ts */
import '@testing-library/jest-dom';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Row } from '../../lifecycle/row';
import { QualifyDialog } from '../../webresources/lead/qualify/QualifyDialog';
import {
    aRealDataverse,
    Person,
    type HostOptions,
    type RealDataverse,
    type RealHost,
} from '../lifecycle/real-dataverse';
import { textsOf } from './fakes/texts';
import { barriers, settled, showDialog, type ShownDialog } from './show-dialog';

jest.setTimeout(120_000);

interface Shown extends ShownDialog {
    readonly host: RealHost;
}

let dataverse: RealDataverse;

beforeAll(async () => {
    dataverse = await aRealDataverse();
});

afterAll(() => dataverse.close());
afterEach(cleanup);

let leads = 0;

/** An open lead like no other, so that tests do not find each other's rows. */
function enter(columns: Row = {}): Promise<string> {
    leads += 1;
    const name = `Lead${String.fromCharCode(64 + leads).repeat(6)}`;
    return dataverse.addLead({
        lastname: name,
        firstname: 'Karin',
        companyname: `${name} Works`,
        emailaddress1: `karin@${name}.example`,
        ...columns,
    });
}

async function open(id: string, options: HostOptions & { readonly language?: 1033 | 1036 } = {}): Promise<Shown> {
    const { language = 1033 } = options;
    const real = await dataverse.host(options);
    const host = { ...real, user: { ...real.user, language }, text: textsOf(language) };
    const shown = await showDialog(QualifyDialog, { ids: [id], processInstanceId: null, status: null }, host);
    await settled();
    return { ...shown, host };
}

async function click(element: HTMLElement): Promise<void> {
    userEvent.click(element);
    await settled();
}

const card = (name: string): ReturnType<typeof within> => within(screen.getByRole('region', { name }));
const qualify = (): Promise<void> => click(screen.getByRole('button', { name: /^Qualif/ }));
const lead = (id: string): Promise<Row> => dataverse.read(`leads(${id})`);

describe('the qualify dialog', () => {
    it('shows at once that it is reading, then the lead with its criteria and what it becomes', async () => {
        const id = await enter({ jobtitle: 'Buyer' });
        const opening = open(id);
        await opening;
        expect(screen.getByText(/^Buyer · Lead/)).toBeInTheDocument();
        expect(screen.getByRole('progressbar', { name: 'Criteria met' })).toHaveAttribute('aria-valuenow', '100');
        expect(screen.getByText('All criteria are met')).toBeInTheDocument();
        for (const name of ['Account', 'Contact', 'Opportunity']) {
            expect(card(name).getByRole('radio', { name: 'Create' })).toBeChecked();
        }
        expect(await barriers()).toEqual([]);
    });

    it('qualifies in one request and closes with the opportunity to open', async () => {
        const id = await enter();
        const { close, interim, host } = await open(id);
        const before = host.sent.length;
        await qualify();
        expect(host.sent.length - before).toBe(1);
        const { _qualifyingopportunityid_value: opportunity } = await lead(id);
        expect(close).toHaveBeenCalledWith({ changed: [id], open: { table: 'opportunity', id: opportunity } });
        expect(interim).toHaveBeenCalledWith({ changed: [id], open: null });
    });

    it('cannot be confirmed while a criterion blocks, and says what is to do', async () => {
        const id = await enter({ need: null });
        const { close, host } = await open(id);
        expect(screen.getByText('Find out how strong the need is. (Need)')).toBeInTheDocument();
        expect(screen.getByRole('button', { name: 'Qualify' })).toBeDisabled();
        expect(screen.getByText(/Qualify is not possible until/)).toHaveFocus();
        const before = host.sent.length;
        fireEvent.submit(screen.getByRole('button', { name: 'Qualify' }));
        await settled();
        expect(host.sent).toHaveLength(before);
        userEvent.keyboard('{esc}');
        expect(close).toHaveBeenCalledWith(null);
        expect(await barriers()).toEqual([]);
    });

    it('lets a warning pass only knowingly, and keeps it in the history', async () => {
        const id = await enter({ purchaseprocess: null });
        const { close } = await open(id);
        await qualify();
        const pass = screen.getByRole('checkbox', { name: /although “Purchase process is known” is open/ });
        expect(pass).toHaveFocus();
        expect(close).not.toHaveBeenCalled();
        expect(await barriers()).toEqual([]);
        await click(pass);
        await qualify();
        expect(close).toHaveBeenCalledTimes(1);
        const [entry] = await dataverse.rows(`llc_statushistories?$filter=_llc_leadid_value eq ${id}`);
        expect(entry?.['llc_note']).toBe('Qualified although open: Find out how they decide. (Purchase Process)');
    });

    it('names what speaks for a match, and merges column by column what the seller takes', async () => {
        const account = await dataverse.add(
            'accounts',
            {
                name: 'Merge Works',
                address1_city: 'Esslingen',
                telephone1: '+49 711 1',
            },
            Person.seller,
        );
        const id = await enter({
            companyname: 'Merge Works GmbH',
            address1_city: 'Stuttgart',
            telephone1: '+49 711 2',
            websiteurl: 'https://merge.example',
        });
        await open(id);
        await click(card('Account').getByRole('radio', { name: 'Link' }));
        expect(card('Account').getByText('Same company')).toBeInTheDocument();
        expect(card('Account').getByRole('radio', { name: 'Address 1: City: keep Esslingen' })).toBeChecked();
        await click(card('Account').getByRole('radio', { name: 'Address 1: City: take Stuttgart' }));
        await click(card('Account').getByText(/empty columns? (is|are) filled from the lead/));
        expect(await barriers()).toEqual([]);
        await qualify();
        expect(await dataverse.read(`accounts(${account})`)).toMatchObject({
            address1_city: 'Stuttgart',
            telephone1: '+49 711 1',
        });
        expect(await lead(id)).toMatchObject({ _parentaccountid_value: account });
    });

    it('takes or keeps all columns at once', async () => {
        await dataverse.add('accounts', { name: 'All Works', address1_city: 'Ulm', telephone1: '1' }, Person.seller);
        await open(await enter({ companyname: 'All Works', address1_city: 'Bonn', telephone1: '2' }));
        await click(card('Account').getByRole('radio', { name: 'Link' }));
        const sides = (): ReturnType<typeof within> =>
            within(card('Account').getByRole('table', { name: 'Where they differ, choose what stays' }));
        await click(sides().getByRole('button', { name: 'Take all' }));
        expect(card('Account').getByRole('radio', { name: 'Address 1: City: take Bonn' })).toBeChecked();
        expect(card('Account').getByRole('radio', { name: 'Main Phone: take 2' })).toBeChecked();
        expect(sides().getByRole('button', { name: 'Take all' })).toHaveAttribute('aria-pressed', 'true');
        await click(sides().getByRole('button', { name: 'Keep all' }));
        expect(card('Account').getByRole('radio', { name: 'Address 1: City: keep Ulm' })).toBeChecked();
    });

    it('respects the account that the lead belongs to', async () => {
        const account = await dataverse.add('accounts', { name: 'Parent Works' }, Person.seller);
        const id = await enter({ 'parentaccountid@odata.bind': `/accounts(${account})` });
        await open(id);
        expect(card('Account').queryByRole('radio', { name: 'Create' })).not.toBeInTheDocument();
        expect(card('Account').getByText(/belongs to this account already/)).toBeInTheDocument();
        await qualify();
        expect(await lead(id)).toMatchObject({ statecode: 1, _parentaccountid_value: account });
    });

    it('tells each column that is written with its origin, what is lost and what is cut', async () => {
        await open(await enter({ leadsourcecode: 7 }));
        await click(card('Contact').getByText(/columns are written/));
        const cells = within(card('Contact').getByRole('row', { name: /^First Name/ })).getAllByRole('cell');
        expect(cells.map((cell) => cell.textContent)).toEqual(['Karin', 'First Name']);
        const lost = within(screen.getByRole('region', { name: '1 filled column is not carried over' }));
        expect(lost.getByText('Trade Show')).toBeInTheDocument();
        await click(card('Contact').getByRole('radio', { name: 'None' }));
        expect(screen.getByRole('region', { name: /^\d filled columns are not carried over/ })).toHaveTextContent(
            'First Name',
        );
        expect(await barriers()).toEqual([]);
    });

    it('creates the opportunity as it was edited', async () => {
        const id = await enter();
        await open(id);
        const opportunity = card('Opportunity');
        const topic = opportunity.getByLabelText(/^Topic/);
        userEvent.clear(topic);
        await qualify();
        expect(topic).toHaveFocus();
        expect(opportunity.getByText('Enter a topic.')).toBeInTheDocument();
        userEvent.type(topic, 'Vans and vans');
        userEvent.type(opportunity.getByLabelText('Est. revenue'), '75000');
        fireEvent.change(opportunity.getByLabelText('Est. close date'), { target: { value: '2027-03-01' } });
        userEvent.selectOptions(
            opportunity.getByLabelText(/^Potential Customer/),
            opportunity.getByRole('option', { name: /^Contact: Karin/ }),
        );
        await qualify();
        const { _qualifyingopportunityid_value: made, _parentcontactid_value: contact } = await lead(id);
        expect(await dataverse.read(`opportunities(${String(made)})`)).toMatchObject({
            name: 'Vans and vans',
            estimatedvalue: 75000,
            estimatedclosedate: '2027-03-01',
            _customerid_value: contact,
        });
    });

    it('asks for a customer when neither account nor contact will be there', async () => {
        const { close } = await open(await enter());
        await click(card('Account').getByRole('radio', { name: 'None' }));
        expect(card('Opportunity').getByLabelText(/^Potential Customer/)).toHaveDisplayValue(/^Contact:/);
        await click(card('Contact').getByRole('radio', { name: 'None' }));
        await qualify();
        expect(card('Opportunity').getByText('Choose a customer.')).toBeInTheDocument();
        expect(close).not.toHaveBeenCalled();
    });

    it('takes along what hangs on the lead, unless the seller says otherwise', async () => {
        const id = await enter();
        const about = (table: string): Row => ({ [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${id})` });
        await dataverse.add('tasks', { subject: 'Send the offer', ...about('task') }, Person.seller);
        await dataverse.add('phonecalls', { subject: 'Call', ...about('phonecall') }, Person.seller);
        await dataverse.add(
            'annotations',
            { subject: 'Fair', 'objectid_lead@odata.bind': `/leads(${id})` },
            Person.seller,
        );
        await open(id);
        expect(screen.getByRole('checkbox', { name: '2 open activities' })).toBeChecked();
        await click(screen.getByRole('checkbox', { name: '1 note' }));
        await qualify();
        const { _qualifyingopportunityid_value: made } = await lead(id);
        expect(
            await dataverse.rows(`activitypointers?$filter=_regardingobjectid_value eq ${String(made)}`),
        ).toHaveLength(2);
        expect(await dataverse.rows(`annotations?$filter=_objectid_value eq ${id}`)).toHaveLength(1);
    });

    it('lists what the lead became when there is no opportunity to open', async () => {
        const id = await enter();
        const { close } = await open(id);
        await click(card('Opportunity').getByRole('radio', { name: 'None' }));
        await qualify();
        expect(screen.getByText(/is qualified$/)).toHaveFocus();
        expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
            expect.stringContaining('etn=account'),
            expect.stringContaining('etn=contact'),
        ]);
        expect(await barriers()).toEqual([]);
        await click(screen.getByRole('button', { name: 'Close' }));
        expect(close).toHaveBeenCalledWith({ changed: [id], open: null });
    });

    it('says who was faster, and leads to the opportunity that exists', async () => {
        const id = await enter();
        const { close } = await open(id);
        const first = await dataverse.post(`leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
        });
        expect(first).toBeDefined();
        await qualify();
        expect(screen.getByRole('alert')).toHaveTextContent(
            /Qualified by Avery Stone on .+\. You have created nothing\./,
        );
        expect(await barriers()).toEqual([]);
        const { _qualifyingopportunityid_value: made } = await lead(id);
        await click(screen.getByRole('button', { name: /^Open “/ }));
        expect(close).toHaveBeenCalledWith({ changed: [id], open: { table: 'opportunity', id: made } });
        cleanup();
        await open(id);
        expect(screen.getByRole('alert')).toHaveTextContent('This lead is qualified already');
    });

    it('shows what a duplicate rule found, to be linked or created anyway', async () => {
        const id = await enter();
        const { close } = await open(id);
        const { companyname } = await lead(id);
        const account = await dataverse.add('accounts', { name: companyname }, Person.seller);
        await qualify();
        const message = within(screen.getByRole('alert'));
        expect(message.getByText('There may be one already')).toBeInTheDocument();
        expect(message.getByText('Duplicate rule')).toBeInTheDocument();
        expect(await barriers()).toEqual([]);
        await click(message.getByRole('button', { name: `Link ${String(companyname)}` }));
        expect(card('Account').getByRole('radio', { name: 'Link' })).toBeChecked();
        await qualify();
        expect(close).toHaveBeenCalledTimes(1);
        expect(await lead(id)).toMatchObject({ _parentaccountid_value: account });
    });

    it('creates what a duplicate rule found all the same when the seller says so', async () => {
        const id = await enter();
        const { close } = await open(id);
        const { companyname } = await lead(id);
        await dataverse.add('accounts', { name: companyname }, Person.seller);
        await qualify();
        await click(screen.getByRole('button', { name: 'Create anyway' }));
        expect(close).toHaveBeenCalledTimes(1);
        expect(await dataverse.rows(`accounts?$filter=name eq '${String(companyname)}'`)).toHaveLength(2);
    });

    it('has the seller look again at a lead that somebody has changed', async () => {
        const id = await enter();
        const { close } = await open(id);
        await dataverse.update(`leads(${id})`, { subject: 'Twelve vans' });
        await qualify();
        expect(screen.getByRole('alert')).toHaveTextContent(/Changed by Avery Stone on .+ while you had it open/);
        await click(screen.getByRole('button', { name: 'Load again' }));
        expect(card('Opportunity').getByLabelText(/^Topic/)).toHaveValue('Twelve vans');
        await qualify();
        expect(close).toHaveBeenCalledTimes(1);
        expect(await lead(id)).toMatchObject({ statecode: 1 });
    });

    it('checks what became of it when the answer is lost, and may be tried again when nothing did', async () => {
        const [lost, done] = [await enter(), await enter()];
        const asked = await open(lost, {
            fault: (_, { kind }) => (kind === 'write' && firstWrite() ? 'request-lost' : null),
        });
        await qualify();
        expect(screen.getByRole('alert')).toHaveTextContent('the lead is as it was');
        await click(screen.getByRole('button', { name: 'Try again' }));
        expect(asked.close).toHaveBeenCalledTimes(1);
        cleanup();
        const answered = await open(done, { fault: (_, { kind }) => (kind === 'write' ? 'answer-lost' : null) });
        await qualify();
        expect(answered.close).toHaveBeenCalledWith(expect.objectContaining({ changed: [done] }));
        expect(await dataverse.rows(`opportunities?$filter=_originatingleadid_value eq ${done}`)).toHaveLength(1);
    });

    it('says in words what the server refuses, and keeps what was entered', async () => {
        const id = await enter();
        const { close } = await open(id);
        const [transition] = await dataverse.rows(`llc_statustransitions?$filter=llc_tostatuscode eq 3`);
        const made = transition
            ? null
            : await dataverse.add('llc_statustransitions', {
                  llc_name: 'New → Qualified',
                  llc_fromstatuscode: 1,
                  llc_tostatuscode: 3,
                  llc_requiredcolumns: 'jobtitle',
                  llc_message: 'Know whom you talk to.',
              });
        userEvent.type(screen.getByLabelText('Note for the status history'), 'Met at the fair');
        await qualify();
        expect(screen.getByRole('alert')).toHaveTextContent('The lead has not been qualified');
        expect(screen.getByRole('alert')).toHaveTextContent('Know whom you talk to.');
        expect(screen.getByLabelText('Note for the status history')).toHaveValue('Met at the fair');
        cleanup();
        await open(id);
        expect(screen.getByRole('alert')).toHaveTextContent('Know whom you talk to.');
        expect(screen.queryByRole('button', { name: 'Qualify' })).not.toBeInTheDocument();
        expect(close).not.toHaveBeenCalled();
        if (made) await dataverse.delete(`llc_statustransitions(${made})`);
    });

    it('speaks French', async () => {
        await open(await enter({ purchaseprocess: null, leadsourcecode: 7 }), { language: 1036 });
        expect(screen.getByRole('heading', { name: 'Ce qu’il devient' })).toBeInTheDocument();
        expect(screen.getByRole('button', { name: 'Qualifier' })).toBeInTheDocument();
        expect(screen.getByRole('heading', { name: '1 colonne renseignée n’est pas reprise' })).toBeInTheDocument();
        expect(await barriers()).toEqual([]);
    });

    it('cannot be started twice', async () => {
        const id = await enter();
        const { host, close } = await open(id);
        const before = host.sent.length;
        const button = screen.getByRole('button', { name: 'Qualify' });
        userEvent.dblClick(button);
        await settled();
        expect(host.sent.length - before).toBe(1);
        expect(close).toHaveBeenCalledTimes(1);
    });
});

/** Whether it is asked for the first time. */
let writes = 0;
function firstWrite(): boolean {
    writes += 1;
    return writes === 1;
}
