import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { WebApiClient } from '../solution/deploy/web-api-client';
import { AppPage, people } from '../test/e2e/app-page';
import { launchBrowser } from '../test/e2e/browser';
import { startLocalApp } from '../test/e2e/local-app';

const FOLDER = join(__dirname, 'images');
const THEMES = ['light', 'dark'] as const;

/** Takes the pictures of the guides from the running app: `npm run pictures`. */
async function takePictures(): Promise<void> {
    mkdirSync(FOLDER, { recursive: true });
    const local = await startLocalApp();
    const browser = await launchBrowser();
    try {
        for (const theme of THEMES) {
            const suffix = theme === 'light' ? '' : '-dark';
            const seller = await AppPage.open(browser, local.url, people.seller, { theme, width: 1280, height: 860 });
            await sellersPictures(seller, suffix);
            await seller.close();
            const maker = await AppPage.open(browser, local.url, people.maker, { theme, width: 1280, height: 860 });
            await openSettings(maker, 'Transitions');
            await transitionMap(maker, suffix);
            if (theme === 'light') await makersPictures(maker);
            await maker.close();
        }
        const refused = await AppPage.open(browser, local.url, people.seller, { width: 1280, height: 860 });
        const api = new WebApiClient(local.url);
        await refusals(refused, api);
        await refused.close();
        await switchRulesOff(api);
        const warned = await AppPage.open(browser, local.url, people.maker, { width: 1280, height: 860 });
        await openSettings(warned, 'Transitions');
        await warned.page.getByText('The rules are switched off.').waitFor();
        await picture(warned, 'rules-off');
        await warned.close();
        const narrow = await AppPage.open(browser, local.url, people.seller, { width: 400, height: 860 });
        await focusedView(narrow);
        await picture(narrow, 'focused-view-narrow');
        await narrow.close();
    } finally {
        await browser.close();
        await local.stop();
    }
}

async function sellersPictures(app: AppPage, suffix: string): Promise<void> {
    await app.page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first().waitFor();
    await picture(app, `lead-list${suffix}`);
    await focusedView(app);
    await picture(app, `focused-view${suffix}`);
    await gridView(app);

    const lead = await app.page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').nth(2).innerText();
    await app.openRow(lead);
    await app.page.getByRole('region', { name: 'Timeline' }).waitFor();
    await picture(app, `lead-form${suffix}`);
    await app.clear('Budget Amount');
    await app.nextStage('Qualify');
    await app.message('Something is still missing').waitFor();
    await picture(app, `stage-gate${suffix}`);
    await app.message('Something is still missing').getByRole('button', { name: 'Close' }).last().click();
    await app.closeFlyout();

    await app.command('Qualify').click();
    await app.frame().getByRole('heading', { name: 'What will happen' }).waitFor();
    await picture(app, `qualify-dialog${suffix}`);
    await app.frame().getByRole('button', { name: 'Cancel' }).click();
    await app.command('Disqualify').click();
    await app.frame().getByRole('radio').first().check();
    await picture(app, `disqualify-dialog${suffix}`);
    await app.frame().getByRole('button', { name: 'Cancel' }).click();

    await app.openArea('Leads');
    await app.chooseView('Closed Leads');
    const closed = await app.page.getByRole('grid').getByRole('link').first().innerText();
    await app.openRow(closed);
    await app.command('Reactivate').click();
    await app.frame().getByRole('heading').first().waitFor();
    await picture(app, `reactivate-dialog${suffix}`);
}

async function openSettings(app: AppPage, area: string): Promise<void> {
    await app.page.getByRole('button', { name: /Change area/ }).click();
    await app.page.getByRole('menu').getByText('Settings').click();
    await app.openArea(area);
}

async function transitionMap(app: AppPage, suffix: string): Promise<void> {
    await app.page.getByRole('button', { name: /^Contacted [\d,]+ leads$/ }).click();
    await app.page.mouse.move(0, 0);
    await picture(app, `transition-map${suffix}`);
}

/** Begins on the map of transitions. */
async function makersPictures(app: AppPage): Promise<void> {
    const { page } = app;
    await page.getByRole('button', { name: /^Qualified → Contacted/ }).click();
    await picture(app, 'transition-move');
    await importDialog(app);
    await newStatusReason(app);
    await matrix(app);
    await app.showAs(/^Read-only grid/i);
    for (const [area, name] of [
        ['Transitions', 'transitions'],
        ['Disqualification reasons', 'disqualification-reasons'],
        ['Criteria', 'criteria'],
    ] as const) {
        if (area !== 'Transitions') await app.openArea(area);
        await page.getByRole('grid').getByRole('link').first().waitFor();
        await picture(app, name);
        await page.getByRole('grid').getByRole('link').first().click();
        await page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
        await picture(app, `${name}-form`);
    }
}

/** A file that asks for a note on every way to Lost. */
async function importDialog(app: AppPage): Promise<void> {
    const { page } = app;
    const exporting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const file = JSON.parse(readFileSync(await (await exporting).path(), 'utf8')) as {
        transitions: { to: { label: string }; noteRequired: boolean }[];
    };
    for (const one of file.transitions) if (one.to.label === 'Lost') one.noteRequired = true;
    await page.getByLabel('File to import').setInputFiles({
        name: 'transitions.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
    });
    const dialog = page.getByRole('dialog', { name: 'Import transitions.json' }).getByRole('document');
    await dialog.getByText('Note required: No → Yes').first().waitFor();
    await picture(app, 'transition-import');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
}

async function newStatusReason(app: AppPage): Promise<void> {
    await app.page.getByRole('button', { name: 'Add status reason' }).click();
    const dialog = app.dialog().getByRole('document');
    await dialog.getByRole('textbox', { name: /^Name( \*)?$/ }).fill('Nurturing');
    await dialog.getByRole('textbox', { name: 'Name in French' }).fill('En maturation');
    await picture(app, 'status-reason-add');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** Forbids every way out of Contacted, to show what that means for leads, and takes it back. */
async function matrix(app: AppPage): Promise<void> {
    const { page } = app;
    await page.getByRole('button', { name: 'Matrix', exact: true }).click();
    const permitted = page.getByRole('gridcell', { name: /^Contacted → .*: permitted/ });
    while ((await permitted.count()) > 0) {
        const left = await permitted.count();
        await permitted.first().focus();
        await page.keyboard.press('Delete');
        await permitted.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.getByText(/leaves without a way out/).waitFor();
    await picture(app, 'transition-matrix');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
}

/** What the server says when a maker has changed a rule after the page has read it; then what the app knows itself. */
async function refusals(app: AppPage, api: WebApiClient): Promise<void> {
    await app.showAs(/Editable Grid/);
    const status = await firstNewLead(app);
    await status.getByRole('option', { name: 'Contacted' }).waitFor({ state: 'attached' });
    await change(api, 'New → Contacted', {
        llc_requiredrole: 'Sales Manager',
        llc_message: 'Ask your manager to make the first call.',
    });
    await change(api, 'New → Canceled', { llc_requiredcolumns: 'fax' });
    await change(api, 'New → Cannot Contact', { llc_noterequired: true });
    await change(api, 'New → Lost', { statecode: 1, statuscode: 2 });
    await status.selectOption({ label: 'Contacted' });
    await app.page.getByRole('alert').first().waitFor();
    await picture(app, 'refusal');
    await app.page.reload();
    await (await firstNewLead(app)).selectOption({ label: 'Why not another?' });
    await app.frame().getByRole('radio').first().waitFor();
    await picture(app, 'change-status-dialog');
}

/** The status reason of the first lead of the grid that is New. */
async function firstNewLead(app: AppPage): Promise<Locator> {
    const all = app.page.getByRole('combobox', { name: /^Status Reason of/ });
    await all.first().waitFor();
    for (const one of await all.all()) if ((await one.inputValue()) === '1') return one;
    throw new Error('No lead of the grid is New.');
}

async function change(api: WebApiClient, name: string, columns: object): Promise<void> {
    const [row] = await api.rows(`llc_statustransitions?$select=llc_name&$filter=llc_name eq '${name}'`);
    await api.patch(`llc_statustransitions(${String(row?.['llc_statustransitionid'])})`, columns);
}

async function switchRulesOff(api: WebApiClient): Promise<void> {
    const schemaname = 'llc_TransitionGuard';
    const [definition] = await api.rows(`environmentvariabledefinitions?$filter=schemaname eq '${schemaname}'`);
    const id = String(definition?.['environmentvariabledefinitionid']);
    await api.post('environmentvariablevalues', {
        schemaname,
        value: 'no',
        'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${id})`,
    });
}

async function focusedView(app: AppPage): Promise<void> {
    await app.showAs(/Focused/);
    await app.page
        .getByText(/\d+ leads/)
        .first()
        .waitFor();
}

async function gridView(app: AppPage): Promise<void> {
    await app.showAs(/^Read-only grid/i);
    await app.page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first().waitFor();
}

async function picture(app: AppPage, name: string): Promise<void> {
    // Whatever still loads or moves has time to settle; nothing depends on it.
    await app.page.waitForTimeout(900);
    await app.page.screenshot({ path: join(FOLDER, `${name}.png`) });
    console.log(name);
}

takePictures().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
