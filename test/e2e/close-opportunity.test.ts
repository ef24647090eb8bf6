import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { becomeOpportunity } from './a-lead';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

describe('an opportunity', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let app: AppPage;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url);
        await becomeOpportunity(api, 'Sensors for the press shop', 'Voss');
        await api.post('competitors', { name: 'Alpine Drives' });
        app = await AppPage.open(browser, local.url, people.seller);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    describe('and its lead', () => {
        it('lead to each other: by the Qualify stage and by the lookups of both forms', async () => {
            await app.openArea('Opportunities');
            await app.openRow('Sensors for the press shop');
            const flyout = await app.openStage('Qualify');
            await flyout.getByRole('button', { name: 'Open Lead' }).click();
            await app.page.getByRole('heading', { level: 1, name: /Karin Voss/ }).waitFor();
            await app.tab('Details').click();
            await app.page.getByRole('main').getByRole('link', { name: 'Sensors for the press shop' }).click();
            await app.page.getByRole('heading', { level: 1, name: /Sensors for the press shop/ }).waitFor();
            await app.page.getByRole('main').getByRole('link', { name: 'Karin Voss' }).first().waitFor();
        });
    });

    describe('closed as won', () => {
        it('is refused while the gate is shut, and leads to the field that is missing', async () => {
            await app.command('Close as Won').click();
            const required = frame().getByRole('region', { name: 'Required' });
            await required.waitFor();
            expect(await required.getByRole('button').allInnerTexts()).toEqual(['Confirm the decision date.']);
            expect(await frame().getByRole('textbox').count()).toBe(0);
            expect(await violations(app)).toEqual([]);
            await required.getByRole('button', { name: 'Confirm the decision date.' }).click();
            await isClosed();
            await app.page.getByRole('textbox', { name: 'Confirm Decision Date' }).and(focused()).waitFor();
            expect(await stateOf('Sensors for the press shop')).toMatchObject({ statecode: 0 });
            await app.tab('Summary').click();
        });

        it('asks to confirm what is only recommended, and keeps it in the closing activity', async () => {
            await patch('Sensors for the press shop', { finaldecisiondate: '2026-12-01' });
            await app.command('Refresh').click();
            await app.command('Close as Won').click();
            await field('Actual revenue').fill('78500.50');
            await field('Description').fill('They signed.');
            await frame().getByRole('button', { name: 'Close as won' }).click();
            await frame().getByText('Fill these in, or confirm that they stay open.').waitFor();
            expect(await violations(app)).toEqual([]);
            await frame().getByRole('checkbox').check();
            await frame().getByRole('button', { name: 'Close as won' }).click();
            await isClosed();
            await app.command('Reopen').waitFor();
            await app.page
                .getByRole('region', { name: 'Timeline' })
                .getByText('Opportunity won: Sensors for the press shop')
                .waitFor();
            expect(await stateOf('Sensors for the press shop')).toMatchObject({
                statecode: 1,
                statuscode: 3,
                actualvalue: 78500.5,
            });
            expect(await api.rows('opportunitycloses?$select=description,actualrevenue')).toMatchObject([
                {
                    actualrevenue: 78500.5,
                    description:
                        'They signed.\n\nLeft open when closed as won:\n• Present the final proposal. (Present Final Proposal)',
                },
            ]);
        });

        it('opens again where its process stood, and keeps the closing activity', async () => {
            await app.command('Reopen').click();
            await frame().getByRole('radio', { name: 'On Hold' }).check();
            expect(await violations(app)).toEqual([]);
            await frame().getByRole('button', { name: 'Reopen' }).click();
            await isClosed();
            await app.stage('Develop').and(app.page.locator('[aria-current="step"]')).waitFor();
            await app.page
                .getByRole('region', { name: 'Timeline' })
                .getByText('Opportunity won: Sensors for the press shop')
                .waitFor();
            expect(await stateOf('Sensors for the press shop')).toMatchObject({
                statecode: 0,
                statuscode: 2,
                actualvalue: null,
                actualclosedate: null,
            });
            expect(
                await api.rows(
                    'leadtoopportunitysalesprocesses?$select=statuscode&$filter=_opportunityid_value ne null',
                ),
            ).toMatchObject([{ statuscode: 1 }]);
        });
    });

    describe('closed as lost', () => {
        it('is lost to a competitor, with the keyboard alone', async () => {
            const { keyboard } = app.page;
            await app.command('Close as Lost').focus();
            await keyboard.press('Enter');
            await frame().getByRole('radio', { name: 'Canceled' }).and(frame().locator(':focus')).waitFor();
            await keyboard.press('Space');
            await keyboard.press('ArrowDown');
            await field('Competitor').focus();
            await keyboard.type('alp');
            await frame().getByRole('option', { name: 'Alpine Drives' }).waitFor();
            await keyboard.press('ArrowDown');
            await keyboard.press('Enter');
            await keyboard.press('Tab');
            await keyboard.press('Shift+Tab');
            expect(await field('Competitor').inputValue()).toBe('Alpine Drives');
            await field('Actual revenue').press('Enter');
            await isClosed();
            await app.command('Reopen').waitFor();
            expect(await stateOf('Sensors for the press shop')).toMatchObject({ statecode: 2, statuscode: 5 });
            const [rival] = await api.rows('competitors?$select=competitorid');
            expect(
                await api.rows('opportunitycloses?$select=_competitorid_value&$filter=_competitorid_value ne null'),
            ).toMatchObject([{ _competitorid_value: rival?.['competitorid'] }]);
        });

        it('leaves an opportunity as it is when the seller thinks better of it', async () => {
            await app.command('Reopen').dblclick();
            await frame().getByRole('radio').first().waitFor();
            expect(await app.page.locator('iframe').count()).toBe(1);
            await app.page.keyboard.press('Escape');
            await isClosed();
            expect(await stateOf('Sensors for the press shop')).toMatchObject({ statecode: 2 });
        });
    });

    describe('and others in the grid', () => {
        const names = ['Press line 4', 'Press line 5', 'Press line 6'];

        it('are asked about once, whatever is selected', async () => {
            for (const [index, name] of names.entries()) {
                await add(name, { estimatedvalue: 1000 * (index + 1), estimatedclosedate: `2026-12-0${index + 1}` });
            }
            await app.openArea('Opportunities');
            await app.page.getByRole('link', { name: 'Press line 6', exact: true }).waitFor();
            const states: string[] = [];
            app.page.on('request', (request) => {
                if (/opportunities\?.*statecode/.test(decodeURIComponent(request.url()))) states.push(request.url());
            });
            for (const name of names) {
                await select(name);
                await app.command('Close as Lost').waitFor();
            }
            expect(states.length).toBeLessThanOrEqual(1);
            expect(await app.command('Reopen').count()).toBe(0);
        });

        it('are lost for one reason, each with what came of it', async () => {
            await app.command('Close as Lost').click();
            await frame().getByRole('radio', { name: 'Canceled' }).check();
            expect(await violations(app)).toEqual([]);
            // Read by the dialog and changed since: the others close all the same.
            await patch('Press line 5', { description: 'And again.' });
            await frame().getByRole('button', { name: 'Close 3 as lost' }).click();
            await frame().getByText('2 of 3 opportunities are closed.').waitFor();
            const rows = await frame().getByRole('list', { name: 'Result' }).getByRole('listitem').allInnerTexts();
            expect(rows).toEqual([
                expect.stringContaining('Lost'),
                expect.stringMatching(/changed it on .* open \(In Progress\)/),
                expect.stringContaining('Lost'),
            ]);
            expect(await violations(app)).toEqual([]);
            await frame().getByRole('button', { name: 'Try the others again' }).click();
            await frame().getByRole('button', { name: 'Close as lost' }).click();
            await frame().getByText('The opportunity is closed.').waitFor();
            await frame().getByRole('button', { name: 'Close', exact: true }).click();
            await app.page.getByRole('link', { name: 'Press line 4', exact: true }).waitFor({ state: 'detached' });
            for (const name of names) expect(await stateOf(name)).toMatchObject({ statecode: 2, statuscode: 4 });
        });

        it('are reopened together', async () => {
            await app.chooseView('Lost Opportunities');
            for (const name of names) await select(name);
            await app.command('Reopen').click();
            await frame().getByRole('button', { name: 'Reopen 3' }).click();
            await frame().getByText('All 3 opportunities are open again.').waitFor();
            await frame().getByRole('button', { name: 'Close', exact: true }).click();
            await isClosed();
            for (const name of names) expect(await stateOf(name)).toMatchObject({ statecode: 0, statuscode: 1 });
        });

        it('are won each for its own revenue', async () => {
            for (const name of names)
                await patch(name, { finaldecisiondate: '2026-12-01', presentfinalproposal: true });
            await patch('Press line 6', { finaldecisiondate: null });
            await app.chooseView('My Open Opportunities');
            for (const name of names) await select(name);
            await app.command('Close as Won').click();
            await field('Press line 5').fill('2400');
            await frame().getByText('Left out: not ready to be won').waitFor();
            await frame().getByText('€3,400', { exact: true }).waitFor();
            await frame().getByRole('button', { name: 'Close 2 as won' }).click();
            await frame().getByText('All 2 opportunities are closed.').waitFor();
            await frame().getByRole('button', { name: 'Close', exact: true }).click();
            await isClosed();
            expect([
                await stateOf('Press line 4'),
                await stateOf('Press line 5'),
                await stateOf('Press line 6'),
            ]).toMatchObject([
                { statecode: 1, actualvalue: 1000 },
                { statecode: 1, actualvalue: 2400 },
                { statecode: 0 },
            ]);
            expect(app.problems).toEqual([]);
        });
    });

    it('is closed at 320 pixels, in the dark and in French without barriers', async () => {
        await add('Ligne de presse 7', { finaldecisiondate: '2026-12-01' }, people.secondSeller);
        const narrow = await AppPage.open(browser, local.url, people.secondSeller, {
            width: 320,
            height: 720,
            theme: 'dark',
            language: 1036,
        });
        const id = await idOf('Ligne de presse 7');
        await narrow.page.goto(
            `${local.url}/main.aspx?appname=llc_LeadLifecycle&pagetype=entityrecord&etn=opportunity&id=${id}`,
        );
        await narrow.page.getByRole('heading', { level: 1, name: /Ligne de presse 7/ }).waitFor();
        await narrow.page.getByRole('menubar').first().getByRole('menuitem').last().click();
        await narrow.page.getByRole('menuitem', { name: 'Clôturer comme perdue' }).last().click();
        const dialog = narrow.frame();
        await dialog.getByRole('radio').first().waitFor();
        expect(await dialog.locator('html').getAttribute('lang')).toBe('fr');
        const tooWide = await dialog.locator('body').evaluate((body) => body.scrollWidth > body.clientWidth);
        expect(tooWide).toBe(false);
        expect(await violations(narrow)).toEqual([]);
        await dialog.getByRole('radio').last().check();
        await dialog.getByRole('button', { name: 'Clôturer comme perdue' }).click();
        await narrow.page.locator('iframe').waitFor({ state: 'detached' });
        expect(await stateOf('Ligne de presse 7')).toMatchObject({ statecode: 2 });
        expect(await api.rows("opportunitycloses?$select=subject&$filter=contains(subject,'presse 7')")).toMatchObject([
            { subject: 'Opportunité perdue : Ligne de presse 7' },
        ]);
        expect(narrow.problems).toEqual([]);
        await narrow.close();
    });

    function frame(): FrameLocator {
        return app.frame();
    }

    function field(label: string): Locator {
        return frame()
            .getByRole('textbox', { name: label })
            .or(frame().getByRole('combobox', { name: label }));
    }

    function focused(): Locator {
        return app.page.locator(':focus');
    }

    async function select(name: string): Promise<void> {
        await app.page.getByRole('row', { name }).getByRole('checkbox').click();
    }

    async function isClosed(): Promise<void> {
        await app.page.locator('iframe').waitFor({ state: 'detached' });
    }

    async function idOf(name: string): Promise<string> {
        const [row] = await api.rows(`opportunities?$select=opportunityid&$filter=name eq '${name}'`);
        return String(row?.['opportunityid']);
    }

    async function stateOf(name: string): Promise<unknown> {
        const [row] = await api.rows(
            `opportunities?$select=statecode,statuscode,actualvalue,actualclosedate&$filter=name eq '${name}'`,
        );
        return row;
    }

    async function patch(name: string, columns: object): Promise<void> {
        await api.patch(`opportunities(${await idOf(name)})`, columns);
    }

    async function add(name: string, columns: object, owner: string = people.seller): Promise<void> {
        await api.post('opportunities', { name, 'ownerid@odata.bind': `/systemusers(${owner})`, ...columns });
    }
});
