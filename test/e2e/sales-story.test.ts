import type { Browser } from 'playwright-core';
import { AppPage, people } from './app-page';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';
import { WebApiClient } from '../../solution/deploy/web-api-client';

jest.setTimeout(180_000);

const COMPANY = 'Neckarwerke Automobil AG';

describe('the sales story', () => {
    let local: LocalApp;
    let browser: Browser;
    let app: AppPage;
    let api: WebApiClient;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        app = await AppPage.open(browser, local.url, people.seller);
        api = new WebApiClient(local.url);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    it('enters a buyer of a car manufacturer from a business card', async () => {
        await app.openArea('Leads');
        await app.command('New').click();
        await app.fill('Topic', 'Sensors for the press shop');
        await app.fill('First Name', 'Karin');
        await app.fill('Last Name', 'Voss');
        await app.fill('Job Title', 'Buyer');
        await app.fill('Business Phone', '+49 711 5550100');
        await app.fill('Email', 'karin.voss@neckarwerke.example.de');
        await app.fill('Company Name', COMPANY);
        await app.fill('City', 'Stuttgart');
        await app.save('Karin Voss');
        expect(await api.rows(`leads?$select=statuscode,jobtitle&$filter=lastname eq 'Voss'`)).toMatchObject([
            { statuscode: 1, jobtitle: 'Buyer' },
        ]);
    });

    it('logs a call in the timeline', async () => {
        const { page } = app;
        await page.getByRole('button', { name: 'Create a timeline record' }).click();
        await page.getByRole('menuitem', { name: 'Phone Call' }).click();
        const pane = page.getByRole('dialog');
        await pane.getByRole('textbox', { name: 'Subject', exact: true }).fill('First call');
        await pane.getByRole('button', { name: 'Save and Close' }).click();
        await page.getByRole('region', { name: 'Timeline' }).getByText('First call').waitFor();
        expect(
            await api.rows('phonecalls?$select=subject&$expand=regardingobjectid_lead_phonecall($select=lastname)'),
        ).toMatchObject([{ subject: 'First call', regardingobjectid_lead_phonecall: { lastname: 'Voss' } }]);
    });

    it('is not let past Qualify while criteria are open, and told all of them at once', async () => {
        await app.nextStage('Qualify');
        const required = app.frame().getByRole('region', { name: 'Required' });
        await required.waitFor();
        const text = await required.innerText();
        for (const column of ['Budget Amount', 'Decision Maker?', 'Need', 'Purchase Timeframe']) {
            expect(text).toContain(column);
        }
        await app.frame().getByRole('button', { name: 'Close' }).click();
        await app.closeFlyout();
    });

    it('fills the criteria and sees the progress rise', async () => {
        await app.fill('Budget Amount', '85000');
        await app.choose('Decision Maker?', 'completed');
        await app.choose('Need', 'Must have');
        await app.choose('Purchase Timeframe', 'This Quarter');
        await app.choose('Purchase Process', 'Committee');
        await app.save('Karin Voss');
        expect(await api.rows(`leads?$select=llc_qualificationprogress&$filter=lastname eq 'Voss'`)).toMatchObject([
            { llc_qualificationprogress: 100 },
        ]);
    });

    it('is told that crossing to the opportunity is what Qualify does', async () => {
        await app.nextStage('Qualify');
        const message = app.message('Qualify the lead');
        await message.waitFor();
        await message.getByRole('button', { name: 'Stay here' }).click();
        await app.closeFlyout();
    });

    it('qualifies: account, contact and opportunity exist, are linked, and the process stands at Develop', async () => {
        await app.command('Qualify').click();
        await app.frame().getByRole('button', { name: 'Qualify', exact: true }).click();
        await app.page.getByRole('heading', { level: 1, name: /Sensors for the press shop/ }).waitFor();
        await app.stage('Develop').and(app.page.locator('[aria-current="step"]')).waitFor();

        const [lead] = await api.rows(
            `leads?$select=statecode,statuscode,_parentaccountid_value,_parentcontactid_value,_qualifyingopportunityid_value&$filter=lastname eq 'Voss'`,
        );
        expect(lead).toMatchObject({ statecode: 1, statuscode: 3 });
        const [account] = await api.rows(`accounts?$select=name,_primarycontactid_value`);
        const [contact] = await api.rows(`contacts?$select=fullname,_parentcustomerid_value`);
        const [opportunity] = await api.rows(
            'opportunities?$select=name,_parentaccountid_value,_parentcontactid_value,_customerid_value,_originatingleadid_value',
        );
        expect(account).toMatchObject({ name: COMPANY, _primarycontactid_value: contact?.['contactid'] });
        expect(contact).toMatchObject({ fullname: 'Karin Voss', _parentcustomerid_value: account?.['accountid'] });
        expect(opportunity).toMatchObject({
            name: 'Sensors for the press shop',
            _parentaccountid_value: account?.['accountid'],
            _parentcontactid_value: contact?.['contactid'],
            _customerid_value: account?.['accountid'],
            _originatingleadid_value: lead?.['leadid'],
        });
        expect(lead).toMatchObject({ _qualifyingopportunityid_value: opportunity?.['opportunityid'] });
    });

    it('moves to Propose and Close and wins', async () => {
        await app.fillStage('Develop', {
            'Customer Need': 'Fewer stops',
            'Proposed Solution': 'Sensors on all presses',
        });
        await app.nextStage('Develop');
        await app.stage('Propose').and(app.page.locator('[aria-current="step"]')).waitFor();
        await app.completeStage('Propose');
        await app.nextStage('Propose');
        await app.stage('Close').and(app.page.locator('[aria-current="step"]')).waitFor();
        await app.fillStage('Close', { 'Confirm Decision Date': '12/1/2026' });
        await app.completeStage('Close');
        await app.command('Close as Won').click();
        await app.frame().getByRole('textbox', { name: 'Actual revenue' }).fill('82000');
        await app.frame().getByRole('button', { name: 'Close as won' }).click();
        await app.page
            .getByText(/read-only/i)
            .first()
            .waitFor();
        expect(await api.rows('opportunities?$select=statecode,statuscode,actualvalue')).toMatchObject([
            { statecode: 1, statuscode: 3, actualvalue: 82000 },
        ]);
    });

    it('reopens what was won by mistake: the process goes on where it stood', async () => {
        await app.command('Reopen').click();
        await app.frame().getByRole('button', { name: 'Reopen' }).click();
        await app.command('Close as Won').waitFor();
        await app.stage('Close').and(app.page.locator('[aria-current="step"]')).waitFor();
        const processes = await api.rows(
            'leadtoopportunitysalesprocesses?$select=statuscode&$filter=_opportunityid_value ne null',
        );
        expect(processes).toMatchObject([{ statuscode: 1 }]);
    });

    it('disqualifies a second lead as No Longer Interested; it becomes read-only', async () => {
        await api.post('leads', {
            subject: 'Retrofit of two lathes',
            firstname: 'Jonas',
            lastname: 'Eberle',
            companyname: 'Eberle Drehteile GmbH',
            'ownerid@odata.bind': `/systemusers(${people.seller})`,
        });
        await app.openArea('Leads');
        await app.openRow('Jonas Eberle');
        await app.command('Disqualify').click();
        const dialog = app.frame();
        await dialog.getByRole('radio', { name: /Not interested/ }).check();
        await dialog.getByRole('button', { name: 'Disqualify', exact: true }).click();
        await app.page
            .getByText(/read-only/i)
            .first()
            .waitFor();
        expect(await app.field('Topic').isEditable()).toBe(false);
        expect(await api.rows(`leads?$select=statecode,statuscode&$filter=lastname eq 'Eberle'`)).toMatchObject([
            { statecode: 2, statuscode: 6 },
        ]);
        expect(
            await api.rows(
                `llc_statushistories?$select=llc_fromstatuscode,llc_tostatuscode&$filter=llc_LeadId/lastname eq 'Eberle'`,
            ),
        ).toMatchObject([{ llc_fromstatuscode: 1, llc_tostatuscode: 6 }]);
    });

    it('finds it under Closed Leads and reactivates it', async () => {
        await app.openArea('Leads');
        await app.chooseView('Closed Leads');
        await app.openRow('Jonas Eberle');
        await app.command('Reactivate').click();
        await app.frame().getByRole('button', { name: 'Reactivate', exact: true }).click();
        await app.command('Qualify').waitFor();
        expect(await app.field('Topic').isEditable()).toBe(true);
        expect(await api.rows(`leads?$select=statecode,statuscode&$filter=lastname eq 'Eberle'`)).toMatchObject([
            { statecode: 0, statuscode: 1 },
        ]);
    });

    it('links a third lead to the company that exists already', async () => {
        await api.post('leads', {
            subject: 'Paint shop climate control',
            firstname: 'Murat',
            lastname: 'Yildiz',
            companyname: COMPANY,
            budgetamount: 20000,
            decisionmaker: true,
            need: 1,
            purchasetimeframe: 2,
            purchaseprocess: 0,
            'ownerid@odata.bind': `/systemusers(${people.seller})`,
        });
        await app.openArea('Leads');
        await app.chooseView('My Open Leads');
        await app.openRow('Murat Yildiz');
        await app.command('Qualify').click();
        const dialog = app.frame();
        const account = dialog.getByRole('region', { name: 'Account', exact: true });
        expect(await account.getByRole('radio', { name: 'Link', exact: true }).isChecked()).toBe(true);
        expect(await account.getByRole('radio', { name: new RegExp(`^${COMPANY}`) }).isChecked()).toBe(true);
        await dialog.getByRole('button', { name: 'Qualify', exact: true }).click();
        await app.page.getByRole('heading', { level: 1, name: /Paint shop climate control/ }).waitFor();
        const accounts = await api.rows(`accounts?$select=name&$filter=name eq '${COMPANY}'`);
        expect(accounts).toHaveLength(1);
        expect(await api.rows(`contacts?$select=_parentcustomerid_value&$filter=lastname eq 'Yildiz'`)).toMatchObject([
            { _parentcustomerid_value: accounts[0]?.['accountid'] },
        ]);
    });

    it('has made no error in the page on the way', () => {
        expect(app.problems).toEqual([]);
    });
});
