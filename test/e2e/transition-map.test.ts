import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { AppPage, people } from './app-page';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(240_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The settings page of transitions, as a maker sees it. */
class Map {
    constructor(readonly app: AppPage) {}

    static async open(browser: Browser, url: string, options: Parameters<typeof AppPage.open>[3] = {}): Promise<Map> {
        const app = await AppPage.open(browser, url, people.maker, options);
        await app.page.getByRole('button', { name: /Change area/ }).click();
        await app.page.getByRole('menu').getByText('Settings').click();
        await app.openArea('Transitions');
        await app.page.getByRole('group', { name: 'Map of the permitted moves' }).waitFor();
        return new Map(app);
    }

    box(name: string): Locator {
        return this.app.page.getByRole('button', { name: new RegExp(`^${name} [\\d,]+ leads?$`) });
    }

    button(name: string | RegExp): Locator {
        return this.app.page.getByRole('button', { name, exact: typeof name === 'string' });
    }

    async addMove(from: string, to: string): Promise<void> {
        await this.box(from).click();
        await this.button('Add a move from here').click();
        await this.box(to).click();
        await this.button(new RegExp(`^${from} → ${to}`)).waitFor();
    }

    async save(): Promise<void> {
        await this.button('Save').click();
        await this.app.page.getByText(/changes? saved\./).waitFor();
    }

    /** How much is not saved yet. */
    count(text: string): Locator {
        return this.app.page.getByText(text, { exact: true });
    }
}

describe('the map of transitions', () => {
    let local: LocalApp;
    let browser: Browser;
    let api: WebApiClient;
    let map: Map;

    const permitted = async (): Promise<readonly string[]> =>
        (await api.rows('llc_statustransitions?$select=llc_name&$orderby=llc_name')).map((row) =>
            String(row['llc_name']),
        );

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        api = new WebApiClient(local.url);
        for (const subject of ['Sensors', 'Vans', 'Belts']) {
            await api.post('leads', {
                subject,
                firstname: 'Karin',
                lastname: `Voss ${subject}`,
                companyname: 'Neckarwerke',
                statuscode: 2,
                'ownerid@odata.bind': `/systemusers(${people.seller})`,
            });
        }
        browser = await launchBrowser();
        map = await Map.open(browser, local.url);
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    it('lets a maker add the status reason Nurturing and its moves', async () => {
        const { page } = map.app;
        await map.button('Add status reason').click();
        const dialog = map.app.dialog();
        await dialog.getByRole('textbox', { name: /^Name( \*)?$/ }).fill('Nurturing');
        await dialog.getByRole('textbox', { name: 'Name in French' }).fill('En maturation');
        await dialog.getByRole('button', { name: 'Add and publish' }).click();
        await map.box('Nurturing').waitFor();
        await page
            .getByText(/^Nurturing is a dead end/)
            .first()
            .waitFor();
        await map.addMove('Nurturing', 'Contacted');
        await map.addMove('Contacted', 'Nurturing');
        await map.count('2 unsaved changes').waitFor();
        await map.save();
        await map.button('Overview').click();
        await page.getByText(/^Every status reason can be reached/).waitFor();
        expect(await permitted()).toEqual(expect.arrayContaining(['Contacted → Nurturing', 'Nurturing → Contacted']));
        expect(map.app.problems).toEqual([]);
    });

    it('is met by a seller at once: on the form, in the grid, on the card and over the API', async () => {
        const seller = await AppPage.open(browser, local.url, people.seller);
        const { page } = seller;
        await seller.openArea('Leads');
        await seller.openRow('Karin Voss Sensors');
        await page.getByRole('button', { name: 'Header fields' }).click();
        await page
            .getByRole('dialog', { name: 'Header fields' })
            .getByRole('combobox', { name: 'Status Reason' })
            .click();
        await page.getByRole('option', { name: 'Nurturing', exact: true }).click();
        await page.keyboard.press('Escape');
        await seller.save('Karin Voss Sensors');

        await seller.openArea('Leads');
        await seller.showAs(/Editable Grid/);
        const status = page.getByRole('combobox', { name: 'Status Reason of Karin Voss Vans' });
        await status.getByRole('option', { name: 'Nurturing', exact: true }).waitFor({ state: 'attached' });

        await seller.showAs(/Focused/);
        await page.getByRole('option', { name: /Karin Voss Belts/ }).click();
        await page.getByRole('region', { name: 'Karin Voss Belts' }).waitFor();
        await page.getByRole('button', { name: 'Change status reason' }).click();
        await seller.frame().getByRole('radio', { name: 'Nurturing' }).waitFor();
        await seller.frame().getByRole('button', { name: 'Cancel' }).click();
        expect(seller.problems).toEqual([]);
        await seller.close();

        const nurturing = 'leads?$select=leadid,statuscode&$filter=contains(lastname,';
        const [sensors] = await api.rows(`${nurturing}'Sensors')`);
        expect(sensors?.['statuscode']).toBeGreaterThan(100_000);
        // The way back to Contacted was drawn; one to Lost was not.
        const address = `leads(${String(sensors?.['leadid'])})`;
        await expect(api.patch(address, { statecode: 2, statuscode: 4 })).rejects.toThrow(/Nurturing|6\d+/);
        await api.patch(address, { statuscode: 2 });
    });

    it('undoes and redoes with the keyboard alone', async () => {
        const { page } = map.app;
        await map.box('New').focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('+');
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
        await map.count('1 unsaved change').waitFor();
        await page.getByRole('button', { name: /^Nurturing → New/ }).focus();
        await page.keyboard.press('Delete');
        await map.count('Everything is saved').waitFor();
        // The focus does not get lost with the move that had it.
        expect(
            await page
                .getByRole('region', { name: 'Details' })
                .evaluate((panel) => panel.contains(document.activeElement)),
        ).toBe(true);
        await map.button('Undo').focus();
        await page.keyboard.press('Enter');
        await map.count('1 unsaved change').waitFor();
        await page.keyboard.press('Enter');
        await map.count('Everything is saved').waitFor();
    });

    it('tells before saving which leads a change leaves without a way out', async () => {
        await map.button('Matrix').click();
        const { page } = map.app;
        for (const to of [
            'New',
            'Nurturing',
            'Qualified',
            'Lost',
            'Cannot Contact',
            'No Longer Interested',
            'Canceled',
        ]) {
            await page.getByRole('gridcell', { name: new RegExp(`^Contacted → ${to}: permitted`) }).focus();
            await page.keyboard.press('Delete');
        }
        await map.button('Overview').or(map.app.page.getByText('What this change means for leads')).first().click();
        await page
            .getByText('3 open leads stand in a reason that this change leaves without a way out: Contacted (3).')
            .waitFor();
        await map.button('Discard').click();
        await map.count('Everything is saved').waitFor();
        await map.button('Map').click();
    });

    it('exports a file, shows what another one would change, and takes it over as a draft', async () => {
        const { page } = map.app;
        const [download] = await Promise.all([page.waitForEvent('download'), map.button('Export').click()]);
        const exported = readFileSync(await download.path(), 'utf8');
        expect(exported).toContain('"label": "Nurturing"');

        const choose = async (content: string): Promise<Locator> => {
            await page
                .getByLabel('File to import')
                .setInputFiles({ name: 'moves.json', mimeType: 'application/json', buffer: Buffer.from(content) });
            const dialog = page.getByRole('dialog', { name: 'Import moves.json' }).getByRole('document');
            await dialog.waitFor();
            return dialog;
        };
        const broken = await choose(exported.replace('"Nurturing"', '"Asleep"').replace('"value": 1,', '"value": 1'));
        await broken.getByText(/^At line \d+, column \d+ there is/).waitFor();
        await broken.getByRole('button', { name: 'Close' }).click();

        const file = JSON.parse(exported) as { transitions: { from: { label: string }; noteRequired: boolean }[] };
        const other = {
            ...file,
            transitions: file.transitions.map((one) =>
                one.from.label === 'Lost' ? { ...one, noteRequired: true } : one,
            ),
        };
        const dialog = await choose(JSON.stringify(other));
        await dialog.getByText(/0 added, 2 changed, 0 removed/).waitFor();
        await dialog.getByText('Note required: No → Yes').first().waitFor();
        await dialog.getByRole('button', { name: 'Take over' }).click();
        await map.count('2 unsaved changes').waitFor();
    });

    it('keeps the draft while the maker is away, and notices what somebody else has saved', async () => {
        const { page } = map.app;
        await map.app.openArea('Criteria');
        await page.getByRole('grid').getByRole('link').first().waitFor();
        await map.app.openArea('Transitions');
        await page.getByText('Your unsaved changes are back.').waitFor();
        const [row] = await api.rows("llc_statustransitions?$select=llc_name&$filter=llc_name eq 'New → Lost'");
        await api.patch(`llc_statustransitions(${String(row?.['llc_statustransitionid'])})`, {
            llc_message: 'Talk to them first.',
        });
        await map.button('Save').click();
        await page.getByText(/has changed moves meanwhile/).waitFor();
        await page.getByText('Changed: New → Lost').waitFor();
        const noted = async () =>
            (
                await api.rows(
                    'llc_statustransitions?$select=llc_name&$filter=llc_fromstatuscode eq 4 and llc_noterequired eq true',
                )
            ).length;
        expect(await noted()).toBe(0);
        await map.save();
        expect(await noted()).toBe(2);
    });

    it('leaves the plain grid within reach', async () => {
        await map.app.showAs(/grid/i);
        await map.app.page.getByRole('grid').getByRole('link', { name: 'Contacted → Nurturing' }).waitFor();
        await map.app.showAs(/Transition map/i);
        await map.box('Nurturing').waitFor();
    });

    it.each(['light', 'dark'] as const)('has nothing against it in the %s theme, as axe sees it', async (theme) => {
        const other = await Map.open(browser, local.url, { theme });
        await other.box('Contacted').click();
        for (const view of ['Map', 'Matrix']) {
            await other.button(view).click();
            await other.app.page.evaluate(AXE);
            const violations = await other.app.page.evaluate(
                `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
            );
            expect(violations).toEqual([]);
        }
        await other.app.close();
    });
});
