import type { Browser, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { enterLead, KNOWN, leadId } from './a-lead';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

/** What a seller sees and decides when a lead becomes account, contact and opportunity. */
describe('qualifying a lead', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let app: AppPage;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url);
        app = await AppPage.open(browser, local.url, people.seller);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    describe('whose company is there already', () => {
        beforeAll(async () => {
            await api.post('accounts', {
                name: 'Neckarwerke GmbH',
                telephone1: '+49 711 5550100',
                address1_city: 'Esslingen',
                'ownerid@odata.bind': `/systemusers(${people.seller})`,
            });
            const lead = await enter('Voss', {
                companyname: 'Neckarwerke',
                telephone1: '0711 5550100',
                address1_city: 'Stuttgart',
                websiteurl: 'https://neckarwerke.example',
                leadsourcecode: 7,
                estimatedamount: 90000,
            });
            await api.post('tasks', {
                subject: 'Send the offer',
                'regardingobjectid_lead_task@odata.bind': `/leads(${lead})`,
                'ownerid@odata.bind': `/systemusers(${people.seller})`,
            });
            await openQualify('Karin Voss');
        });

        it('shows the match with what speaks for it, and what both say side by side', async () => {
            const account = card('Account');
            await account.getByRole('radio', { name: /^Neckarwerke GmbH/ }).waitFor();
            expect(await account.getByText('Same company').count()).toBe(1);
            expect(await account.getByText('Same phone').count()).toBe(1);
            await account.getByRole('radio', { name: 'Link' }).check();
            await account.getByRole('radio', { name: 'Address 1: City: keep Esslingen' }).waitFor();
            expect(await account.getByRole('radio', { name: /City: keep Esslingen/ }).isChecked()).toBe(true);
            await account.getByRole('radio', { name: 'Address 1: City: take Stuttgart' }).check();
            expect(await violations(app)).toEqual([]);
        });

        it('tells every column that nothing takes along', async () => {
            const lost = app.frame().getByRole('region', { name: '1 filled column is not carried over' });
            expect((await lost.innerText()).replace(/\s+/g, ' ')).toContain('Lead Source Trade Show');
        });

        it('lists every column of the new contact with where it comes from', async () => {
            const contact = card('Contact');
            await contact.locator('summary').click();
            const row = contact.getByRole('row', { name: /^Company Name/ });
            expect(await row.innerText()).toMatch(/Neckarwerke GmbH\s+Set by qualifying/);
            expect(await contact.getByRole('row', { name: /^Last Name Voss/ }).innerText()).toMatch(/Last Name$/);
        });

        it('creates what the seller edited, merges what the seller took, and opens the opportunity', async () => {
            const opportunity = card('Opportunity');
            await opportunity.getByRole('textbox', { name: 'Topic' }).fill('Sensors for both halls');
            await opportunity.getByRole('textbox', { name: 'Est. revenue' }).fill('120,000');
            await opportunity.getByLabel('Est. close date').fill('2027-03-31');
            await opportunity.getByRole('combobox', { name: 'Owner' }).fill('Nadia');
            await app
                .frame()
                .getByRole('option', { name: /Nadia Laurent/ })
                .click();
            await confirm();
            await app.page.getByRole('heading', { level: 1, name: /Sensors for both halls/ }).waitFor();
            await app.stage('Develop').and(app.page.locator('[aria-current="step"]')).waitFor();

            const accounts = await api.rows('accounts?$select=name,address1_city,websiteurl');
            expect(accounts).toMatchObject([{ name: 'Neckarwerke GmbH', address1_city: 'Stuttgart' }]);
            const [opened] = await api.rows(
                `opportunities?$select=name,estimatedvalue,estimatedclosedate,_customerid_value,_ownerid_value&$filter=name eq 'Sensors for both halls'`,
            );
            expect(opened).toMatchObject({
                estimatedvalue: 120000,
                estimatedclosedate: '2027-03-31',
                _customerid_value: accounts[0]?.['accountid'],
                _ownerid_value: people.secondSeller,
            });
            expect(await api.rows(`contacts?$select=_parentcustomerid_value&$filter=lastname eq 'Voss'`)).toMatchObject(
                [{ _parentcustomerid_value: accounts[0]?.['accountid'] }],
            );
            expect(await api.rows(`tasks?$select=_regardingobjectid_value`)).toMatchObject([
                { _regardingobjectid_value: opened?.['opportunityid'] },
            ]);
            expect(await stateOf('Voss')).toBe(1);
        });
    });

    describe('without an opportunity', () => {
        it('is confirmed although something recommended is open, and lists what it became', async () => {
            await enter('Eberle', { companyname: 'Eberle Drehteile', purchaseprocess: null });
            await openQualify('Karin Eberle');
            await card('Opportunity').getByRole('radio', { name: 'None' }).check();
            await confirm();
            const pass = app.frame().getByRole('checkbox', { name: /although “Purchase process is known” is open/ });
            await app.frame().getByText('Confirm this, or fill in what is recommended first.').waitFor();
            expect(await pass.evaluate((element) => element === document.activeElement)).toBe(true);
            await pass.check();
            await confirm();
            await app.frame().getByText('Karin Eberle is qualified').waitFor();
            expect(await app.frame().getByRole('list').getByRole('link').allInnerTexts()).toEqual([
                'Eberle Drehteile',
                'Karin Eberle',
            ]);
            await app.frame().getByRole('button', { name: 'Close' }).click();
            await app.page
                .getByText(/read-only/i)
                .first()
                .waitFor();
            expect(await api.rows(`opportunities?$filter=_customerid_value ne null and name eq 'Sensors'`)).toEqual([]);
            const [note] = await api.rows(
                `llc_statushistories?$select=llc_note&$filter=llc_LeadId/lastname eq 'Eberle'&$orderby=llc_changedon desc`,
            );
            expect(note?.['llc_note']).toContain('Find out how they decide. (Purchase Process)');
        });
    });

    describe('by two sellers at once', () => {
        it('makes one opportunity, and tells the second who was faster', async () => {
            await enter('Kessler', { companyname: 'Kessler Pumpen', subject: 'Pumps' });
            const manager = await AppPage.open(browser, local.url, people.manager);
            await openQualify('Karin Kessler');
            await openQualify('Karin Kessler', manager);
            await confirm();
            await app.page.getByRole('heading', { level: 1, name: /Pumps/ }).waitFor();
            await confirm(manager);
            const message = manager.frame().getByRole('alert');
            await message.getByText(/Qualified by Sam Rivera on /).waitFor();
            await message.getByRole('button', { name: 'Open “Pumps”' }).click();
            await manager.page.getByRole('heading', { level: 1, name: /Pumps/ }).waitFor();
            expect(await api.rows(`opportunities?$select=name&$filter=name eq 'Pumps'`)).toHaveLength(1);
            expect(await api.rows(`accounts?$select=name&$filter=name eq 'Kessler Pumpen'`)).toHaveLength(1);
            await manager.close();
        });
    });

    describe('while a required criterion is open', () => {
        it('is not possible, and the dialog says what is missing', async () => {
            await enter('Offen', { budgetamount: null });
            await openQualify('Karin Offen');
            await app.frame().getByText('Enter the budget amount. (Budget Amount)').waitFor();
            expect(await app.frame().getByRole('button', { name: 'Qualify', exact: true }).isDisabled()).toBe(true);
            await app.page.keyboard.press('Escape');
            await app.page.locator('iframe').waitFor({ state: 'detached' });
            expect(await stateOf('Offen')).toBe(0);
        });
    });

    describe('with the connection lost', () => {
        it('keeps what was entered, and goes on when it is back', async () => {
            await enter('Leitung', { companyname: 'Leitung GmbH' });
            await openQualify('Karin Leitung');
            await card('Opportunity').getByRole('textbox', { name: 'Topic' }).fill('Cables');
            await app.context.setOffline(true);
            await confirm();
            const message = app.frame().getByRole('alert');
            await message.getByText(/Trying again is safe/).waitFor();
            expect(await card('Opportunity').getByRole('textbox', { name: 'Topic' }).inputValue()).toBe('Cables');
            await app.context.setOffline(false);
            await message.getByRole('button', { name: 'Try again' }).click();
            await app.page.getByRole('heading', { level: 1, name: /Cables/ }).waitFor();
            expect(await stateOf('Leitung')).toBe(1);
        });
    });

    describe('with the keyboard alone', () => {
        it('goes from the command to the opportunity', async () => {
            await enter('Taste', { companyname: 'Tastenbau', subject: 'Keys' });
            await openForm('Karin Taste');
            await app.command('Qualify').focus();
            await app.page.keyboard.press('Enter');
            await card('Account').waitFor();
            const create = card('Account').getByRole('radio', { name: 'Create' });
            expect(await create.evaluate((element) => element === document.activeElement)).toBe(true);
            await app.page.keyboard.press('ArrowRight');
            await app.page.keyboard.press('ArrowRight');
            expect(await card('Account').getByRole('radio', { name: 'None' }).isChecked()).toBe(true);
            await app.page.keyboard.press('Enter');
            await app.page.getByRole('heading', { level: 1, name: /Keys/ }).waitFor();
            expect(await api.rows(`accounts?$filter=name eq 'Tastenbau'`)).toEqual([]);
            expect(await api.rows(`contacts?$select=lastname&$filter=lastname eq 'Taste'`)).toHaveLength(1);
        });
    });

    describe('on a dark telephone, in French', () => {
        it('needs no scrolling sideways and bars nobody', async () => {
            await api.post('accounts', { name: 'Schmalspur', address1_city: 'Lindau' });
            await enter('Schmal', { companyname: 'Schmalspur', address1_city: 'Bregenz' }, people.secondSeller);
            const phone = await AppPage.open(browser, local.url, people.secondSeller, {
                width: 320,
                height: 640,
                language: 1036,
                theme: 'dark',
            });
            await openForm('Karin Schmal', phone);
            await openCommand(phone, 'Qualifier');
            await phone.frame().getByRole('radio', { name: 'Lier' }).first().check();
            await phone.frame().getByText('Même société').waitFor();
            for (const summary of await phone.frame().locator('summary').all()) await summary.click();
            const overflow = await phone
                .frame()
                .locator('.dialog-body')
                .evaluate((body) => body.scrollWidth - body.clientWidth);
            expect(overflow).toBe(0);
            expect(await violations(phone)).toEqual([]);
            await phone.frame().getByRole('button', { name: 'Annuler' }).click();
            await phone.close();
        });
    });

    function enter(lastname: string, columns: object, owner: string = people.seller): Promise<string> {
        return enterLead(api, lastname, {
            ...KNOWN,
            budgetamount: 250000,
            need: 0,
            purchasetimeframe: 1,
            companyname: null,
            ...columns,
            'ownerid@odata.bind': `/systemusers(${owner})`,
        });
    }

    async function stateOf(lastname: string): Promise<unknown> {
        const [lead] = await api.rows(`leads?$select=statecode&$filter=lastname eq '${lastname}'`);
        return lead?.['statecode'];
    }

    async function openForm(name: string, as: AppPage = app): Promise<void> {
        const [, lastname = ''] = name.split(' ');
        const form = `appname=llc_LeadLifecycle&pagetype=entityrecord&etn=lead&id=${await leadId(api, lastname)}`;
        await as.page.goto(`${local.url}/main.aspx?${form}`);
        await as.page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    }

    async function openQualify(name: string, as: AppPage = app): Promise<void> {
        await openForm(name, as);
        await as.command('Qualify').click();
        await card('Account', as).waitFor();
    }

    /** A command that a narrow command bar may keep under "more". */
    async function openCommand(as: AppPage, name: string): Promise<void> {
        const command = as.page.getByRole('menuitem', { name, exact: true });
        if ((await command.count()) === 0) {
            await as.page.getByRole('menubar').first().getByRole('menuitem').last().click();
        }
        await command.click();
    }

    function card(name: string, as: AppPage = app): Locator {
        return as.frame().getByRole('region', { name, exact: true });
    }

    async function confirm(as: AppPage = app): Promise<void> {
        await as.frame().getByRole('button', { name: 'Qualify', exact: true }).click();
    }
});
