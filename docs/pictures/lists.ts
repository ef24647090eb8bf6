import type { Locator } from 'playwright-core';
import type { WebApiClient } from '../../solution/deploy/web-api-client';
import type { AppPage } from '../../test/e2e/app-page';
import { picture } from './picture';

/** The queue of a seller: list and cards. */
export async function queue(app: AppPage): Promise<void> {
    await app.page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first().waitFor();
    await picture(app, 'lead-list');
    await focusedView(app);
    await picture(app, 'focused-view');
    await gridView(app);
}

/** What the server says when a maker has changed a rule after the page has read it; then what the app knows itself. */
export async function refusals(app: AppPage, api: WebApiClient): Promise<void> {
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
