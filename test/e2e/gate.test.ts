import type { Browser, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { becomeOpportunity, enterLead, leadId, qualifyLead } from './a-lead';
import { AppPage, people } from './app-page';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

const STAGES = {
    propose: '3a275c22-fc45-4e89-97fc-41e5ec578743',
} as const;

/** Whoever moves a stage meets the same criteria: by Next, Set Active, a script, the platform's own Qualify. */
describe('the gate', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let app: AppPage;

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        api = new WebApiClient(local.url);
        await enterLead(api, 'Voss', { subject: 'Sensors for the press shop' });
        await becomeOpportunity(api, 'Paint shop climate control', 'Yildiz');
        app = await AppPage.open(browser, local.url, people.seller);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    describe('Qualify of a lead', () => {
        it('names everything that is missing in one dialog', async () => {
            await app.openArea('Leads');
            await app.openRow('Karin Voss');
            await app.nextStage('Qualify');
            await gate().waitFor();
            expect(await links('Required')).toEqual([
                'Enter the budget amount.',
                'Identify the decision maker.',
                'Find out how strong the need is.',
                'Find out when they want to buy.',
            ]);
            expect(await links('Recommended')).toEqual(['Find out how they decide.']);
            expect(await violations(app)).toEqual([]);
        });

        it('leads to the field that is chosen', async () => {
            await link('Find out how strong the need is.').click();
            await gate().waitFor({ state: 'detached' });
            await isFocused(app.field('Need'));
            expect(await app.flyout('Qualify').count()).toBe(0);
        });

        it('is shown on the form with what each criterion counts, and a way to its field', async () => {
            await meter('0 % complete').waitFor();
            await app.page.getByRole('button', { name: 'Enter the budget amount.' }).click();
            await isFocused(app.field('Budget Amount'));
        });

        it('judges what has not been saved yet', async () => {
            await app.fill('Budget Amount', '85000');
            await meter('25 % complete').waitFor();
            await app.nextStage('Qualify');
            await gate().waitFor();
            expect(await links('Required')).not.toContain('Enter the budget amount.');
            await closeGate();
            await app.closeFlyout();
        });

        it.each([
            ['moveNext', 'new Promise((done) => Xrm.Page.data.process.moveNext(done))'],
            ['the platform’s own Qualify', 'Xrm.Page.data.save({ saveMode: 16 }).catch(({ errorCode }) => errorCode)'],
        ])('is met by %s in a script', async (_, script) => {
            const result = await app.page.evaluate(script);
            expect(['invalid', 2200000005]).toContain(result);
            await gate().waitFor();
            expect(await links('Required')).toHaveLength(3);
            await closeGate();
            expect(await app.page.getByRole('alertdialog').count()).toBe(0);
        });

        it('is met by QualifyLead without any form', async () => {
            await expect(qualifyLead(api, await leadId(api, 'Voss'))).rejects.toThrow(
                /Enter the budget amount\. \(Budget Amount\)/,
            );
        });

        it('offers to qualify once nothing blocks', async () => {
            await app.choose('Decision Maker?', 'completed');
            await app.choose('Need', 'Must have');
            await app.choose('Purchase Timeframe', 'This Quarter');
            await app.nextStage('Qualify');
            const offer = app.message('Qualify the lead');
            await offer.getByRole('button', { name: 'Qualify…' }).click();
            await app.page.locator('iframe[src*="qualify"]').waitFor();
            await app.frame().getByRole('button', { name: 'Cancel' }).click();
        });
    });

    describe('the platform’s own Qualify', () => {
        it('asks about what is only recommended, and goes on after a yes with a note of it', async () => {
            await app.page.evaluate(
                "window.saving = Xrm.Page.data.save({ saveMode: 16 }).then(() => 'saved', ({ errorCode }) => errorCode); 0",
            );
            await gate().waitFor();
            expect(await links('Recommended')).toEqual(['Find out how they decide.']);
            await app.frame().getByRole('button', { name: 'Continue' }).click();
            expect(await app.page.evaluate('window.saving')).toBe('saved');
            const timeline = app.page.getByRole('region', { name: 'Timeline' });
            await timeline.getByText('Qualification started with open criteria').waitFor();
        });
    });

    describe('Develop of an opportunity', () => {
        beforeAll(async () => {
            await app.openArea('Opportunities');
            await app.openRow('Paint shop climate control');
        });

        it.each([
            ['moveNext', 'new Promise((done) => Xrm.Page.data.process.moveNext(done))'],
            [
                'setActiveStage',
                `new Promise((done) => Xrm.Page.data.process.setActiveStage('${STAGES.propose}', done))`,
            ],
        ])('is met by %s in a script', async (_, script) => {
            expect(await app.page.evaluate(script)).toBe('invalid');
            await gate().waitFor();
            expect(await links('Required')).toEqual(['Describe what the customer needs.']);
            await closeGate();
        });

        it('is met by Set Active on the stage ahead', async () => {
            const flyout = await app.openStage('Propose');
            await flyout.getByRole('button', { name: 'Set Active' }).click();
            await gate().waitFor();
            expect(await activeStage()).toBe('Develop');
        });

        it('leads into the process bar when the form shows the field nowhere else', async () => {
            await closeGate();
            await app.closeFlyout();
            await app.page.evaluate("Xrm.Page.getControl('customerneed').setVisible(false)");
            await app.nextStage('Develop');
            await app.frame().getByRole('button', { name: 'Fill in the first one' }).click();
            await gate().waitFor({ state: 'detached' });
            const step = app.flyout('Develop').getByRole('textbox', { name: 'Customer Need' });
            await isFocused(step);
            await step.fill('Fewer stops');
            await app.closeFlyout();
        });

        it('asks about what is only recommended, and stays after a no', async () => {
            await app.nextStage('Develop');
            await gate().waitFor();
            expect(await links('Recommended')).toEqual(['Outline the proposed solution.']);
            await app.frame().getByRole('button', { name: 'Stay here' }).click();
            await gate().waitFor({ state: 'detached' });
            expect(await activeStage()).toBe('Develop');
            await app.closeFlyout();
        });

        it('is passed after a yes, with what was typed saved and what was left open in the timeline', async () => {
            await app.nextStage('Develop');
            await app.frame().getByRole('button', { name: 'Continue' }).click();
            await app.stage('Propose').and(app.page.locator('[aria-current="step"]')).waitFor();
            const timeline = app.page.getByRole('region', { name: 'Timeline' });
            await timeline.getByText('Stage “Develop” left with open criteria').waitFor();
            expect(await api.rows('opportunities?$select=customerneed')).toMatchObject([
                { customerneed: 'Fewer stops' },
            ]);
            expect(
                await api.rows(
                    "annotations?$select=notetext&$expand=createdby($select=systemuserid)&$filter=contains(subject,'Develop')",
                ),
            ).toMatchObject([
                {
                    notetext: 'Recommended and still open:\n• Outline the proposed solution. (Proposed Solution)',
                    createdby: { systemuserid: people.seller },
                },
            ]);
        });
    });

    describe('Propose and Close of an opportunity', () => {
        it('let everyone go back, whatever is open', async () => {
            expect(await app.page.evaluate('new Promise((done) => Xrm.Page.data.process.movePrevious(done))')).toBe(
                'success',
            );
            expect(await gate().count()).toBe(0);
            await app.nextStage('Develop');
            await app.frame().getByRole('button', { name: 'Continue' }).click();
            await app.stage('Propose').and(app.page.locator('[aria-current="step"]')).waitFor();
        });

        it('keep the seller in Propose until the proposal is there', async () => {
            await app.nextStage('Propose');
            await gate().waitFor();
            expect([await links('Required'), await links('Recommended')]).toEqual([
                ['Complete the proposal.'],
                ['Present the proposal to the customer.'],
            ]);
            await closeGate();
            await app.closeFlyout();
            await app.completeStage('Propose');
            await app.nextStage('Propose');
            await app.stage('Close').and(app.page.locator('[aria-current="step"]')).waitFor();
        });

        it('keep the process from being finished', async () => {
            const flyout = await app.openStage('Close');
            await flyout.getByRole('button', { name: 'Finish' }).click();
            await gate().waitFor();
            expect(await links('Required')).toEqual(['Confirm the decision date.']);
            await closeGate();
            expect(await app.page.evaluate('Xrm.Page.data.process.getStatus()')).toBe('active');
        });
    });

    it('says the same to whoever moves the process without a form', async () => {
        const [instance] = await api.rows(
            'leadtoopportunitysalesprocesses?$select=businessprocessflowinstanceid&$filter=_opportunityid_value ne null',
        );
        const address = `leadtoopportunitysalesprocesses(${String(instance?.['businessprocessflowinstanceid'])})`;
        await expect(api.patch(address, { statecode: 1, statuscode: 2 })).rejects.toThrow(
            /“Close” is complete once these are done:\s+• Confirm the decision date\./,
        );
    });

    it('speaks French to a French user, in the dark on a narrow screen too', async () => {
        const french = await AppPage.open(browser, local.url, people.seller, {
            language: 1036,
            theme: 'dark',
        });
        await french.openArea('Opportunités');
        await french.openRow('Paint shop climate control');
        await french.page.evaluate("Xrm.Page.data.process.setStatus('finished')");
        await french.frame().getByText('«\u00a0Clôturer\u00a0» sera terminé').waitFor();
        await french.frame().getByRole('button', { name: 'Confirmez la date de décision.' }).waitFor();
        await french.page.setViewportSize({ width: 320, height: 640 });
        expect(await violations(french)).toEqual([]);
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await french.frame().locator('body').evaluate(overflow)).toBe(0);
        expect(french.problems).toEqual([]);
    });

    it('has made no error in the page on the way', () => {
        expect(app.problems).toEqual([]);
    });

    function gate(): Locator {
        return app.page.locator('iframe[src*="gate.html"]');
    }

    function link(hint: string): Locator {
        return app.frame().getByRole('button', { name: hint, exact: true });
    }

    async function links(standing: string): Promise<readonly string[]> {
        await app.frame().getByRole('progressbar').waitFor();
        return app.frame().getByRole('region', { name: standing }).getByRole('button').allInnerTexts();
    }

    async function closeGate(): Promise<void> {
        await app.frame().getByRole('button', { name: 'Close' }).click();
        await gate().waitFor({ state: 'detached' });
    }

    function meter(progress: string): Locator {
        return app.page
            .getByRole('progressbar', { name: 'Qualification progress' })
            .and(app.page.locator(`[aria-valuetext="${progress}"]`));
    }

    async function isFocused(field: Locator): Promise<void> {
        await field.and(app.page.locator(':focus')).waitFor();
    }

    function activeStage(): Promise<unknown> {
        return app.page.evaluate('Xrm.Page.data.process.getActiveStage().getName()');
    }
});
