import type { Browser } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing', (theme) => {
    let local: LocalApp;
    let browser: Browser;
    let app: AppPage;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        const api = new WebApiClient(local.url);
        await api.post('leads', {
            subject: 'Sensors',
            firstname: 'Karin',
            lastname: 'Voss',
            companyname: 'Neckarwerke',
            'ownerid@odata.bind': `/systemusers(${people.seller})`,
        });
        browser = await launchBrowser();
        app = await AppPage.open(browser, local.url, people.seller, { theme });
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    it('on the list', async () => {
        await app.page.getByRole('grid').getByRole('link').first().waitFor();
        expect(await violations(app)).toEqual([]);
    });

    it('on the focused view', async () => {
        await app.showAs(/Focused/);
        await app.page.getByRole('button', { name: 'Disqualify' }).waitFor();
        expect(await violations(app)).toEqual([]);
    });

    it('on the editable grid', async () => {
        await app.showAs(/Editable Grid/);
        await app.page.getByRole('combobox', { name: /^Status Reason of/ }).waitFor();
        expect(await violations(app)).toEqual([]);
    });

    it('on the form', async () => {
        await app.showAs(/Read-only grid/i);
        await app.openRow('Karin Voss');
        await app.page.getByRole('region', { name: 'Timeline' }).waitFor();
        expect(await violations(app)).toEqual([]);
    });

    it("on a stage's flyout", async () => {
        await app.openStage('Qualify');
        expect(await violations(app)).toEqual([]);
        await app.closeFlyout();
    });

    it.each(['Qualify', 'Disqualify', 'Change Status Reason'])('on the dialog of %s', async (command) => {
        await app.command(command).click();
        await app.frame().getByRole('button', { name: 'Cancel' }).waitFor();
        expect(await violations(app)).toEqual([]);
        await app.frame().getByRole('button', { name: 'Cancel' }).click();
    });
});

describe('a French seller', () => {
    it('meets French on list, form, gate and dialog', async () => {
        const local = await startLocalApp(['--no-sample']);
        const browser = await launchBrowser();
        try {
            await new WebApiClient(local.url).post('leads', {
                subject: 'Capteurs',
                lastname: 'Laurent',
                'ownerid@odata.bind': `/systemusers(${people.secondSeller})`,
            });
            const app = await AppPage.open(browser, local.url, people.secondSeller, { language: 1036 });
            expect(await app.page.locator('html').getAttribute('lang')).toMatch(/^fr/);
            await app.openRow('Laurent');
            await app.page.getByRole('tab', { name: 'Résumé' }).waitFor();
            await app.command('Qualifier').click();
            await app.frame().getByRole('heading', { name: 'Critères' }).waitFor();
            await app.frame().getByRole('button', { name: 'Annuler' }).click();
            await app.command('Disqualifier').waitFor();
            expect(app.problems).toEqual([]);
        } finally {
            await browser.close();
            await local.stop();
        }
    });
});
