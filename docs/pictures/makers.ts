import { readFileSync } from 'node:fs';
import type { WebApiClient } from '../../solution/deploy/web-api-client';
import type { AppPage } from '../../test/e2e/app-page';
import { picture } from './picture';

export async function openSettings(app: AppPage, area: string): Promise<void> {
    await app.page.getByRole('button', { name: /Change area/ }).click();
    await app.page.getByRole('menu').getByText('Settings').click();
    await app.openArea(area);
}

export async function transitionMap(app: AppPage, suffix: string): Promise<void> {
    await app.page.getByRole('button', { name: /^Contacted [\d,]+ leads$/ }).click();
    await picture(app, `transition-map${suffix}`);
}

/** Begins on the map of transitions. */
export async function makersPictures(app: AppPage): Promise<void> {
    const { page } = app;
    await page.getByRole('button', { name: /^Qualified → Contacted/ }).click();
    await picture(app, 'transition-move');
    await importDialog(app);
    await newStatusReason(app);
    await matrix(app);
    await app.showAs(/^Read-only grid/i);
    await page.getByRole('grid').getByRole('link').first().waitFor();
    await picture(app, 'transitions');
    await page.getByRole('grid').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
    await picture(app, 'transitions-form');
    for (const [area, name] of [
        ['Disqualification reasons', 'disqualification-reasons'],
        ['Criteria', 'criteria'],
    ] as const) {
        await app.openArea(area);
        await page.getByRole('grid').getByRole('link').first().waitFor();
        await picture(app, name);
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

export async function switchRulesOff(api: WebApiClient): Promise<void> {
    const schemaname = 'llc_TransitionGuard';
    const [definition] = await api.rows(`environmentvariabledefinitions?$filter=schemaname eq '${schemaname}'`);
    const id = String(definition?.['environmentvariabledefinitionid']);
    await api.post('environmentvariablevalues', {
        schemaname,
        value: 'no',
        'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${id})`,
    });
}
