import type { Browser } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { enterLead, KNOWN } from './a-lead';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

describe('many leads', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url).as(people.seller);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    const add = (lastname: string, companyname: string, columns: object = {}): Promise<string> =>
        enterLead(api, lastname, {
            subject: `Press shop of ${companyname}`,
            companyname,
            emailaddress1: `${lastname.toLowerCase()}@${companyname.toLowerCase()}.example`,
            ...KNOWN,
            ...columns,
        });
    const qualified = async (lastname: string): Promise<number> =>
        (await api.rows(`leads?$select=statecode&$filter=lastname eq '${lastname}' and statecode eq 1`)).length;

    it('are qualified from the grid: checked first, one account for a company, and a result for each', async () => {
        await add('Voss', 'Neckarwerke');
        await add('Brandt', 'Neckarwerke');
        await add('Keller', 'Fuldatal', { budgetamount: null });
        const app = await AppPage.open(browser, local.url, people.seller);
        await app.openArea('Leads');
        await app.page.getByRole('checkbox', { name: 'Select or clear all rows' }).click();
        await app.command('Qualify').click();
        const frame = app.frame();
        await frame.getByText('Ready to be qualified: 2 of 3 leads.').waitFor();
        expect(await frame.getByRole('listitem').filter({ hasText: 'Karin Keller' }).textContent()).toContain(
            '(Budget Amount)',
        );
        await frame.getByText('Create “Neckarwerke”, the same for 2 leads').first().waitFor();
        expect(await violations(app)).toEqual([]);
        await frame.getByRole('button', { name: 'Qualify 2 leads' }).click();
        await frame.getByText('Qualified: 2 of 3 leads.').waitFor();
        expect(await violations(app)).toEqual([]);
        const download = app.page.waitForEvent('download');
        await frame.getByRole('button', { name: 'Export the list' }).click();
        expect((await download).suggestedFilename()).toBe('qualified-leads.csv');
        await frame.getByRole('button', { name: 'Close' }).click();
        await app.page
            .getByRole('main')
            .getByRole('link', { name: 'Karin Voss', exact: true })
            .waitFor({ state: 'detached' });
        await app.page.getByRole('main').getByRole('link', { name: 'Karin Keller', exact: true }).waitFor();
        expect([await qualified('Voss'), await qualified('Brandt'), await qualified('Keller')]).toEqual([1, 1, 0]);
        expect(await api.rows("accounts?$select=name&$filter=name eq 'Neckarwerke'")).toHaveLength(1);
        expect(await api.rows('opportunities?$select=name')).toHaveLength(2);
        expect(app.problems).toEqual([]);
        await app.close();
    });

    it('are checked on cards by the keyboard, and qualified from there', async () => {
        await add('Lindner', 'Weserguss');
        await add('Albrecht', 'Bergmann');
        const app = await AppPage.open(browser, local.url, people.seller);
        await app.openArea('Leads');
        await app.showAs(/Focused/);
        const card = app.page.getByRole('option', { name: /Lindner/ });
        await card.click();
        await app.page.keyboard.press('Space');
        await app.page.getByRole('option', { name: /Albrecht/ }).click({ modifiers: ['Control'] });
        await app.page.getByText('2 selected').waitFor();
        expect(await violations(app)).toEqual([]);
        await app.page.getByRole('button', { name: 'Disqualify the selected leads (2)' }).click();
        await app.frame().getByRole('button', { name: 'Cancel' }).click();
        await app.page.getByRole('button', { name: 'Qualify the selected leads (2)', exact: true }).click();
        await app.frame().getByRole('button', { name: 'Qualify 2 leads' }).click();
        await app.frame().getByText('Qualified: 2 of 2 leads.').waitFor();
        await app.frame().getByRole('button', { name: 'Close' }).click();
        await card.waitFor({ state: 'detached' });
        await app.page.getByText('2 selected').waitFor({ state: 'detached' });
        expect([await qualified('Lindner'), await qualified('Albrecht')]).toEqual([1, 1]);
        expect(app.problems).toEqual([]);
        await app.close();
    });

    it('are listed right at 320 pixels, in the dark and in French', async () => {
        await add('Moreau', 'Fonderie');
        await add('Caron', 'Verrerie');
        const app = await AppPage.open(browser, local.url, people.seller, { theme: 'dark', language: 1036 });
        await app.page.getByRole('navigation').getByRole('link', { name: 'Prospects', exact: true }).click();
        await app.page.getByRole('columnheader').getByRole('checkbox').click();
        await app.command('Qualifier').click();
        await app
            .frame()
            .getByRole('button', { name: /^Qualifier \d+ prospects$/ })
            .waitFor();
        await app.page.setViewportSize({ width: 320, height: 640 });
        const width = await app
            .frame()
            .locator('body')
            .evaluate((body) => [body.scrollWidth, body.clientWidth]);
        expect(width[0]).toBe(width[1]);
        expect(await violations(app)).toEqual([]);
        await app.frame().getByRole('button', { name: 'Annuler' }).click();
        await app.close();
    });
});
