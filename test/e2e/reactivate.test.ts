import type { Browser, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { enterLead, KNOWN, leadId, qualifyLead } from './a-lead';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(240_000);

/** A seller opens closed leads again, and nothing of them is stuck. */
describe('reactivating leads', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let app: AppPage;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url);
        await close('Voss');
        await qualify('Okafor');
        await qualify('Lind');
        await close('Moreau');
        await close('Sato');
        app = await AppPage.open(browser, local.url, people.seller);
        await app.openArea('Leads');
        await app.chooseView('Closed Leads');
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    describe('a disqualified one', () => {
        it('shows why it was closed and proposes where it was', async () => {
            await app.openRow('Karin Voss');
            await app.command('Reactivate').click();
            await frame().getByRole('region', { name: 'Why it was closed' }).getByText('No budget this year').waitFor();
            expect(
                await frame()
                    .getByLabel(/^Contacted/)
                    .isChecked(),
            ).toBe(true);
            expect(await violations(app)).toEqual([]);
        });

        it('frees it of reason and day; the history keeps them', async () => {
            await frame().getByRole('textbox', { name: /^Note/ }).fill('They called back');
            await button('Reactivate').click();
            await app.command('Qualify').waitFor();
            expect(await leadOf('Voss')).toMatchObject({
                statecode: 0,
                statuscode: 2,
                llc_disqualificationnote: null,
                llc_revisiton: null,
            });
            await app.tab('Status history').click();
            await app.page.getByRole('gridcell', { name: /No budget this year/ }).waitFor();
            await app.page.getByRole('gridcell', { name: 'They called back' }).waitFor();
        });
    });

    describe('a qualified one', () => {
        it('names its opportunity, and wants to know what becomes of it', async () => {
            await app.openArea('Leads');
            await app.chooseView('Closed Leads');
            await app.openRow('Karin Okafor');
            await app.command('Reactivate').click();
            const opportunity = frame().getByRole('region', { name: 'Its opportunity' });
            await opportunity.getByRole('link', { name: /Sensors for Okafor/ }).waitFor();
            await opportunity.getByText('In Progress').waitFor();
            await opportunity.getByText(/12,000\.00/).waitFor();
            await frame().getByRole('textbox', { name: /^Note/ }).fill('Wrong company');
            await button('Reactivate').click();
            await frame().getByText('Choose what becomes of the opportunity.').waitFor();
            expect(await violations(app)).toEqual([]);
        });

        it('is stopped by Cancel with both as they were', async () => {
            await button('Cancel').click();
            await app.page.locator('iframe').waitFor({ state: 'detached' });
            expect(await leadOf('Okafor')).toMatchObject({ statecode: 1 });
            expect(await opportunityOf('Okafor')).toMatchObject({ statecode: 0 });
        });

        it('closes the opportunity as canceled in the same request, and can be qualified again', async () => {
            await app.command('Reactivate').click();
            await frame().getByLabel('Close it as canceled').check();
            await frame().getByRole('textbox', { name: /^Note/ }).fill('Wrong company');
            await button('Reactivate').click();
            await app.command('Qualify').waitFor();
            expect(await leadOf('Okafor')).toMatchObject({ statecode: 0 });
            expect(await opportunityOf('Okafor')).toMatchObject({ statecode: 2, statuscode: 4 });
            await requalify('Okafor');
        });

        it('keeps the opportunity linked, with the process back at the lead', async () => {
            await app.openArea('Leads');
            await app.chooseView('Closed Leads');
            await app.openRow('Karin Lind');
            await app.command('Reactivate').click();
            await frame().getByLabel('Keep it open and linked to the lead').check();
            await frame().getByRole('textbox', { name: /^Note/ }).fill('More to clear up');
            await button('Reactivate').click();
            await app.command('Qualify').waitFor();
            expect(await opportunityOf('Lind')).toMatchObject({ statecode: 0 });
            await requalify('Lind');
        });
    });

    describe('several in the grid', () => {
        it('brings each back, and says of each what came of it', async () => {
            await app.openArea('Leads');
            await app.chooseView('Closed Leads');
            for (const name of ['Karin Moreau', 'Karin Sato']) {
                await app.page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
            }
            await app.command('Reactivate').click();
            await row('Karin Sato').getByLabel('Open again as').selectOption({ label: 'New' });
            expect(await violations(app)).toEqual([]);
            await button('Reactivate 2').click();
            await frame().getByText('All 2 leads are done.').waitFor();
            await button('Close').click();
            expect([await leadOf('Moreau'), await leadOf('Sato')]).toMatchObject([
                { statuscode: 2 },
                { statuscode: 1 },
            ]);
        });
    });

    it('speaks French at 320 pixels', async () => {
        await close('Petit');
        const french = await AppPage.open(browser, local.url, people.seller, {
            language: 1036,
            theme: 'dark',
            width: 320,
            height: 740,
        });
        const id = String((await leadOf('Petit'))['leadid']);
        const appId = new URL(french.page.url()).searchParams.get('appid') ?? '';
        await french.page.goto(`${local.url}/main.aspx?appid=${appId}&pagetype=entityrecord&etn=lead&id=${id}`);
        await french.page.getByRole('heading', { level: 1, name: /Karin Petit/ }).waitFor();
        const direct = french.command('Réactiver');
        if (!(await direct.isVisible())) {
            await french.page.getByRole('menubar').first().getByRole('menuitem').last().click();
        }
        await french.page.getByRole('menuitem', { name: 'Réactiver', exact: true }).click();
        await french.frame().getByRole('region', { name: 'Pourquoi il a été fermé' }).waitFor();
        expect(await violations(french)).toEqual([]);
        await french.frame().getByRole('button', { name: 'Réactiver', exact: true }).click();
        await french.page.locator('iframe').waitFor({ state: 'detached' });
        expect(await leadOf('Petit')).toMatchObject({ statecode: 0 });
        expect(french.problems).toEqual([]);
        await french.close();
    });

    it('left nothing behind in the console', () => {
        expect(app.problems).toEqual([]);
    });

    const frame = () => app.frame();
    const button = (name: string): Locator => frame().getByRole('button', { name, exact: true });
    const row = (name: string): Locator => frame().getByRole('group', { name });

    function enter(lastname: string): Promise<string> {
        return enterLead(api, lastname, {
            ...KNOWN,
            subject: `Sensors for ${lastname}`,
            companyname: `Werke ${lastname}`,
            budgetamount: 12000,
            estimatedamount: 12000,
        });
    }

    async function close(lastname: string): Promise<void> {
        const id = await enter(lastname);
        const [budget] = await api.rows(`llc_disqualificationreasons?$filter=llc_name eq 'No budget'`);
        await api.patch(`leads(${id})`, { statuscode: 2 });
        await api.patch(`leads(${id})`, {
            statecode: 2,
            statuscode: 4,
            llc_disqualificationnote: 'No budget this year',
            'llc_DisqualificationReasonId@odata.bind': `/llc_disqualificationreasons(${String(
                budget?.['llc_disqualificationreasonid'],
            )})`,
        });
    }

    async function qualify(lastname: string): Promise<void> {
        await qualifyLead(api, await enter(lastname));
        const { opportunityid } = await opportunityOf(lastname);
        await api.patch(`opportunities(${String(opportunityid)})`, {
            estimatedvalue: 12000,
            'ownerid@odata.bind': `/systemusers(${people.seller})`,
        });
    }

    /** What Dataverse refuses while the process stands at a stage of the opportunity. */
    async function requalify(lastname: string): Promise<void> {
        await qualifyLead(api, await leadId(api, lastname), false);
        expect(await leadOf(lastname)).toMatchObject({ statecode: 1 });
    }

    async function leadOf(lastname: string): Promise<Readonly<Record<string, unknown>>> {
        const [lead] = await api.rows(
            `leads?$select=statecode,statuscode,llc_disqualificationnote,llc_revisiton&$filter=lastname eq '${lastname}'`,
        );
        return lead ?? {};
    }

    async function opportunityOf(lastname: string): Promise<Readonly<Record<string, unknown>>> {
        const [row] = await api.rows(
            `opportunities?$select=statecode,statuscode&$filter=name eq 'Sensors for ${lastname}'`,
        );
        return row ?? {};
    }
});
