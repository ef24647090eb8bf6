import type { Browser, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { AppPage, people } from './app-page';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

/** A seller meets the makers' transitions on the form, in the grid and on the card; all of them tell the same. */
describe('the status reasons that the makers permit', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let app: AppPage;
    let configured = false;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url);
        await permit('New → Contacted', 1, 2, {
            llc_requiredcolumns: 'jobtitle',
            llc_message: 'Know whom you talk to.',
        });
        await permit('New → Qualified', 1, 3);
        await permit('Contacted → New', 2, 1, { llc_noterequired: true });
        await permit('Contacted → Canceled', 2, 7, { llc_requiredrole: 'Sales Manager' });
        await permit('Contacted → Lost', 2, 4);
        await enter('Voss');
        await enter('Okafor');
        app = await AppPage.open(browser, local.url, people.seller);
        await app.openArea('Leads');
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    describe('on the form', () => {
        it('are offered, and those that lack something are not', async () => {
            await app.openRow('Karin Voss');
            expect(await offeredInHeader()).toEqual(['New']);
        });

        it('are explained by the command, the maker’s own words first', async () => {
            await app.command('Change Status Reason').click();
            await app.frame().getByText('Karin Voss is in New.').waitFor();
            expect(await radios()).toEqual(['Qualified']);
            const refused = app.frame().getByRole('region', { name: 'Not possible at the moment' });
            const text = (await refused.innerText()).replace(/\s*\n\s*/g, '\n');
            expect(text).toContain('Contacted\nKnow whom you talk to.\nFill in first: Job Title.');
            expect(text).toContain('Lost\nA lead cannot go from New to Lost.');
            await app.frame().getByRole('button', { name: 'Cancel' }).click();
        });

        it('decide which commands there are', async () => {
            await app.command('Qualify').waitFor();
            expect(await app.command('Disqualify').count()).toBe(0);
            expect(await app.command('Reactivate').count()).toBe(0);
        });

        it('grow as soon as the missing column is filled in, and are saved', async () => {
            await app.fill('Job Title', 'Buyer');
            expect(await offeredInHeader('Contacted')).toEqual(['New', 'Contacted']);
            await app.save('Karin Voss');
            expect(await statusOf('Voss')).toBe(2);
            await app.command('Disqualify').waitFor();
            expect(await app.command('Qualify').count()).toBe(0);
        });

        it('ask for the note that a transition demands, and keep it in the history only', async () => {
            expect(await app.field('Status note').count()).toBe(0);
            await offeredInHeader('New');
            await app.fill('Status note', 'Wrong person after all');
            await app.save('Karin Voss');
            expect(await statusOf('Voss')).toBe(1);
            expect(await history('Voss')).toEqual(['Contacted → New: Wrong person after all', 'New → Contacted: ']);
            expect(await api.rows(`leads?$select=llc_statusnote&$filter=lastname eq 'Voss'`)).toMatchObject([
                { llc_statusnote: null },
            ]);
        });

        it('are refused by the server in the maker’s words where the form does not know better', async () => {
            // The form has read the rules; the maker changes them behind its back.
            await change('New → Contacted', {
                llc_requiredrole: 'Sales Manager',
                llc_message: 'Ask your manager to make the call.',
            });
            await offeredInHeader('Contacted');
            await app.command('Save').click();
            const message = app.page.getByRole('alertdialog');
            await message.getByText('Ask your manager to make the call.').waitFor();
            await message
                .getByRole('button', { name: 'OK' })
                .or(message.getByRole('button', { name: 'Close' }))
                .last()
                .click();
            expect(await statusOf('Voss')).toBe(1);
            await change('New → Contacted', { llc_requiredrole: null, llc_message: 'Know whom you talk to.' });
            await offeredInHeader('New');
        });
    });

    describe('in the editable grid', () => {
        it('are offered for each lead by its own values', async () => {
            await app.openArea('Leads');
            await app.page.getByRole('heading', { level: 1 }).getByRole('button').click();
            await app.page.getByRole('menu').getByText('Leads to work (Lead Lifecycle)').click();
            await app.showAs(/Editable Grid/);
            expect(await options('Karin Voss')).toEqual(['New', 'Contacted', 'Qualified', 'Why not another?']);
            expect(await options('Karin Okafor')).toEqual(['New', 'Qualified', 'Why not another?']);
        });

        it('follow what is typed into the row', async () => {
            await app.page.getByRole('button', { name: /^Edit Job Title of Karin Okafor/ }).click();
            await app.page.getByRole('textbox', { name: 'Job Title of Karin Okafor' }).fill('Director');
            await app.page.keyboard.press('Enter');
            await status('Karin Okafor').getByRole('option', { name: 'Contacted' }).waitFor({ state: 'attached' });
            expect(await api.rows(`leads?$select=jobtitle&$filter=lastname eq 'Okafor'`)).toMatchObject([
                { jobtitle: 'Director' },
            ]);
        });

        it('are written at once', async () => {
            await status('Karin Okafor').selectOption({ label: 'Contacted' });
            await status('Karin Okafor')
                .getByRole('option', { name: 'New (needs a note)' })
                .waitFor({ state: 'attached' });
            expect(await statusOf('Okafor')).toBe(2);
        });

        it('say in the row, in the maker’s words, what the server refuses', async () => {
            // The grid has read the rules, too.
            await change('Contacted → Lost', { statecode: 1, statuscode: 2 });
            await change('New → Contacted', {
                llc_requiredrole: 'Sales Manager',
                llc_message: 'Ask your manager to make the call.',
            });
            await status('Karin Voss').selectOption({ label: 'Contacted' });
            await app.page.getByRole('alert').getByText('Ask your manager to make the call.').waitFor();
            expect(await status('Karin Voss').inputValue()).toBe('1');
            expect(await statusOf('Voss')).toBe(1);
        });

        it('decide which commands the selection has', async () => {
            await app.page.reload();
            await app.page.getByRole('checkbox', { name: 'Select Karin Okafor' }).check();
            await app.command('Change Status Reason').waitFor();
            expect(await app.command('Disqualify').count()).toBe(0);
            await app.page.getByRole('checkbox', { name: 'Select Karin Okafor' }).uncheck();
            await app.page.getByRole('checkbox', { name: 'Select Karin Voss' }).check();
            await app.command('Qualify').waitFor();
        });
    });

    describe('on the card', () => {
        it('are the same, with the same words', async () => {
            await app.showAs(/Focused/);
            await app.page.getByRole('option', { name: /Karin Okafor/ }).click();
            await app.page.getByRole('region', { name: 'Karin Okafor' }).waitFor();
            const actions = app.page.getByRole('group', { name: 'Actions', exact: true });
            expect(await actions.getByRole('button', { name: 'Disqualify' }).isDisabled()).toBe(true);
            await actions.getByRole('button', { name: 'Change status reason' }).click();
            expect(await radios()).toEqual(['New · needs a note']);
            const refused = app.frame().getByRole('region', { name: 'Not possible at the moment' });
            await refused.getByText('Only users with the role Sales Manager may do this.').waitFor();
        });

        it('take the note in the same dialog', async () => {
            await app.frame().getByRole('radio').check();
            await app.frame().getByRole('button', { name: 'Change' }).click();
            await app.frame().getByText('This change needs a note.').waitFor();
            await app.frame().getByRole('textbox', { name: 'Note' }).fill('Call again in spring');
            await app.frame().getByRole('button', { name: 'Change' }).click();
            await app.page.getByRole('option', { name: /Karin Okafor.*New/s }).waitFor();
            expect(await statusOf('Okafor')).toBe(1);
            expect((await history('Okafor'))[0]).toBe('Contacted → New: Call again in spring');
        });

        it('leave no command for a lead that another way of showing the list does not show as selected', async () => {
            await app.page.getByRole('option', { name: /Karin Voss/ }).click();
            await app.command('Qualify').waitFor();
            await app.showAs(/Editable Grid/);
            await app.page.getByRole('checkbox', { name: 'Select Karin Voss' }).waitFor();
            await app.command('Qualify').waitFor({ state: 'detached' });
        });
    });

    describe('switched off by an admin', () => {
        let french: AppPage;

        beforeAll(async () => {
            const [definition] = await api.rows(
                `environmentvariabledefinitions?$filter=schemaname eq 'llc_TransitionGuard'`,
            );
            await api.post('environmentvariablevalues', {
                value: 'no',
                schemaname: 'llc_TransitionGuard',
                'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(
                    definition?.['environmentvariabledefinitionid'],
                )})`,
            });
            french = await AppPage.open(browser, local.url, people.seller, { language: 1036 });
        });

        it('leave only what Dataverse itself refuses, and form, grid and cards say so', async () => {
            const notice = french.page.getByText(/Votre administrateur a désactivé les règles de transition/);
            await french.openArea('Prospects');
            await french.page.getByRole('menuitem', { name: 'Afficher en tant que' }).click();
            await french.page.getByRole('menu').getByText('Grille modifiable').click();
            await notice.waitFor();
            const offered = french.page
                .getByRole('combobox', { name: 'Raison du statut de Karin Okafor' })
                .getByRole('option');
            await offered.nth(7).waitFor({ state: 'attached' });
            await french.page.getByRole('menuitem', { name: 'Afficher en tant que' }).click();
            await french.page.getByRole('menu').getByText('Vue ciblée').click();
            await notice.waitFor();
            await french.page.getByRole('button', { name: 'Ouvrir' }).click();
            await french.page.getByRole('heading', { level: 1, name: /Karin/ }).waitFor();
            await notice.waitFor();
        });
    });

    it('left nothing behind in the console but what was refused', () => {
        expect(app.problems.filter((problem) => !/Ask your manager|400/.test(problem))).toEqual([]);
    });

    /** The first one takes the place of the default transitions. */
    async function permit(llc_name: string, from: number, to: number, more: object = {}): Promise<void> {
        if (!configured) {
            for (const { llc_statustransitionid } of await api.rows('llc_statustransitions?$select=llc_name')) {
                await api.delete(`llc_statustransitions(${String(llc_statustransitionid)})`);
            }
            configured = true;
        }
        await api.post('llc_statustransitions', {
            llc_name,
            llc_fromstatuscode: from,
            llc_tostatuscode: to,
            llc_noterequired: false,
            ...more,
        });
    }

    async function change(llc_name: string, columns: object): Promise<void> {
        const [row] = await api.rows(
            `llc_statustransitions?$select=llc_statustransitionid&$filter=llc_name eq '${llc_name}'`,
        );
        await api.patch(`llc_statustransitions(${String(row?.['llc_statustransitionid'])})`, columns);
    }

    async function enter(lastname: string): Promise<void> {
        await api.post('leads', {
            subject: 'Sensors',
            firstname: 'Karin',
            lastname,
            companyname: 'Neckarwerke',
            'ownerid@odata.bind': `/systemusers(${people.seller})`,
        });
    }

    async function statusOf(lastname: string): Promise<unknown> {
        const [lead] = await api.rows(`leads?$select=statuscode&$filter=lastname eq '${lastname}'`);
        return lead?.['statuscode'];
    }

    /** Newest first. */
    async function history(lastname: string): Promise<readonly string[]> {
        const rows = await api.rows(
            `llc_statushistories?$select=llc_name,llc_note&$filter=llc_LeadId/lastname eq '${lastname}'&$orderby=llc_changedon desc`,
        );
        return rows.map((row) => `${String(row['llc_name'])}: ${String(row['llc_note'] ?? '')}`);
    }

    /** What the header's field offers; one of them is chosen if wanted. */
    async function offeredInHeader(choose?: string): Promise<readonly string[]> {
        const { page } = app;
        await page.getByRole('button', { name: 'Header fields' }).click();
        const flyout = page.getByRole('dialog', { name: 'Header fields' });
        await flyout.getByRole('combobox', { name: 'Status Reason' }).click();
        const offered = await page.getByRole('option').allInnerTexts();
        if (choose === undefined) await page.keyboard.press('Escape');
        else await page.getByRole('option', { name: choose, exact: true }).click();
        await page.keyboard.press('Escape');
        await flyout.waitFor({ state: 'detached' });
        return offered.map((text) => text.trim()).filter((text) => !/^-+$/.test(text));
    }

    async function radios(): Promise<readonly string[]> {
        const all = app.frame().getByRole('radio');
        await all.first().waitFor();
        return Promise.all((await all.all()).map((radio) => radio.locator('..').innerText()));
    }

    function status(name: string): Locator {
        return app.page.getByRole('combobox', { name: `Status Reason of ${name}` });
    }

    async function options(name: string): Promise<readonly string[]> {
        await status(name).getByRole('option').nth(1).waitFor({ state: 'attached' });
        return status(name).getByRole('option').allInnerTexts();
    }
});
