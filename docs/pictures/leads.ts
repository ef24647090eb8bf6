import type { Locator } from 'playwright-core';
import { people, type AppPage } from '../../test/e2e/app-page';
import { dialogOf, leaveDialog, picture } from './picture';
import type { Story } from './story';

/** The form of a sample lead, and what keeps it from its next stage. */
export async function leadForm(app: AppPage, name: string, suffix = ''): Promise<void> {
    await app.openArea('Leads');
    await app.openRow(name);
    await app.page.getByRole('region', { name: 'Timeline' }).waitFor();
    await picture(app, `lead-form${suffix}`);
}

/** Begins on the form of a lead that lacks something, and saves it. */
export async function stageGate(app: AppPage, name: string): Promise<void> {
    await app.clear('Budget Amount');
    await app.nextStage('Qualify');
    await app.frame().getByRole('progressbar').waitFor();
    await picture(app, 'stage-gate');
    await app.frame().getByRole('button', { name: 'Close' }).click();
    await app.closeFlyout();
    await app.save(name);
}

/** What a lead becomes, with an account that is there already. */
export async function qualifyDialog(app: AppPage, story: Story): Promise<void> {
    await story.leadOfACustomer('Voss');
    await openQualify(app, 'Karin Voss');
    await picture(app, 'qualify-dialog');
    const contact = card(app, 'Contact');
    await contact.locator('summary').click();
    await picture(app, 'qualify-columns', contact);
    await contact.locator('summary').click();
    await app.frame().getByRole('textbox', { name: /^Note/ }).scrollIntoViewIfNeeded();
    await picture(app, 'qualify-losses', dialogOf(app));
    await app.page.setViewportSize({ width: 1280, height: 860 });
    await leaveDialog(app);
}

/** Somebody else qualifies the lead while the seller has it open; it leaves a lead that can be reactivated. */
export async function qualifyConflict(app: AppPage, story: Story): Promise<void> {
    const lead = await story.lead('Anna', 'Lindqvist', 'Vättern Pumpar', { subject: 'Pump monitoring' });
    await openQualify(app, 'Anna Lindqvist');
    await story.qualifyAs(people.manager, lead);
    await app.frame().getByRole('button', { name: 'Qualify', exact: true }).click();
    await app.frame().getByRole('alert').waitFor();
    await picture(app, 'qualify-conflict', app.frame().getByRole('alert'));
    await leaveDialog(app);
}

export async function qualifyMany(app: AppPage, story: Story): Promise<void> {
    await story.lead('Jonas', 'Brandt', 'Fuldatal Guss');
    await story.lead('Mira', 'Sommer', 'Fuldatal Guss GmbH');
    await story.lead('Ines', 'Keller', 'Weserguss', { budgetamount: null });
    await story.lead('Omar', 'Haddad', 'Lindner & Söhne', { purchaseprocess: null });
    await story.lead('Eva', 'Bauer', 'Bergmann');
    await select(app, ['Jonas Brandt', 'Mira Sommer', 'Ines Keller', 'Omar Haddad', 'Eva Bauer']);
    await app.command('Qualify').click();
    await app
        .frame()
        .getByText(/^Ready to be qualified/)
        .waitFor();
    await app.frame().getByText('Created once for several leads').click();
    await picture(app, 'qualify-many-check', dialogOf(app));
    await app.frame().getByRole('listitem').last().scrollIntoViewIfNeeded();
    await picture(app, 'qualify-many-list', dialogOf(app));
    await app
        .frame()
        .getByRole('button', { name: /^Qualify \d+ leads$/ })
        .click();
    await app
        .frame()
        .getByText(/^Qualified: /)
        .waitFor();
    await picture(app, 'qualify-many-result', dialogOf(app));
    await app.frame().getByRole('button', { name: 'Close', exact: true }).click();
    await app.page.locator('iframe').waitFor({ state: 'detached' });
}

export async function disqualifyDialogs(app: AppPage, story: Story): Promise<void> {
    const lead = await story.lead('Tobias', 'Kern', 'Isartal Optik', { subject: 'Quality cameras' });
    await story.activity('phonecalls', 'phonecall', 'Talk about the offer', lead);
    await story.lead('Lea', 'Moser', 'Inntal Holz');
    await story.lead('Paul', 'Ritter', 'Ritter Drehteile');
    await openLeads(app);
    await app.openRow('Tobias Kern');
    await app.command('Disqualify').click();
    await app.frame().getByRole('radio', { name: 'Lost to a competitor' }).check();
    await app.frame().getByRole('textbox', { name: /^Note/ }).fill('They paid less than our cost.');
    await app.frame().getByRole('combobox', { name: 'Competitor' }).fill('fabri');
    await app.frame().getByRole('option', { name: 'Fabrikam Sensors' }).click();
    await app.frame().getByLabel('Keep the person and the company').check();
    await app.frame().getByLabel('Create Tobias Kern').waitFor();
    await picture(app, 'disqualify-dialog', dialogOf(app));
    await leaveDialog(app);
    await select(app, ['Lea Moser', 'Paul Ritter']);
    await app.command('Disqualify').click();
    await app.frame().getByLabel('A reason for each lead').check();
    await reasonOf(app, 'Lea Moser').selectOption({ label: 'Duplicate' });
    await reasonOf(app, 'Paul Ritter').selectOption({ label: 'Wrong timing' });
    await picture(app, 'disqualify-many', dialogOf(app));
    await leaveDialog(app);
}

/** Begins once the conflict has left a qualified lead. */
export async function reactivateDialog(app: AppPage): Promise<void> {
    await app.openArea('Leads');
    await app.chooseView('Closed Leads');
    await app.openRow('Anna Lindqvist');
    await app.command('Reactivate').click();
    await app
        .frame()
        .getByRole('radio', { name: /^Keep it open/ })
        .waitFor();
    await picture(app, 'reactivate-dialog', dialogOf(app));
    await leaveDialog(app);
}

/** The Qualify dialog where there is hardly any room. */
export async function qualifyOnATelephone(app: AppPage): Promise<void> {
    await app.page.getByRole('link', { name: 'Karin Voss' }).first().click();
    await app.page.getByRole('heading', { level: 1, name: /Karin Voss/ }).waitFor();
    const command = app.page.getByRole('menuitem', { name: 'Qualify', exact: true });
    if ((await command.count()) === 0) {
        await app.page.getByRole('menubar').first().getByRole('menuitem').last().click();
    }
    await command.click();
    await card(app, 'Account').waitFor();
    await picture(app, 'qualify-narrow');
}

/** The list with what the story has added meanwhile. */
async function openLeads(app: AppPage): Promise<void> {
    await app.openArea('Leads');
    await app.command('Refresh').click();
}

async function openQualify(app: AppPage, name: string): Promise<void> {
    await openLeads(app);
    await app.openRow(name);
    await app.command('Qualify').click();
    await card(app, 'Account').waitFor();
}

async function select(app: AppPage, names: readonly string[]): Promise<void> {
    await openLeads(app);
    for (const name of names) await app.page.getByRole('row', { name }).first().getByRole('checkbox').click();
}

function card(app: AppPage, name: string): Locator {
    return app.frame().getByRole('region', { name, exact: true });
}

function reasonOf(app: AppPage, name: string): Locator {
    return app.frame().getByRole('group', { name }).getByLabel('Reason');
}
