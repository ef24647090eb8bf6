import type { AppPage } from '../../test/e2e/app-page';
import { dialogOf, leaveDialog, picture } from './picture';
import type { Story } from './story';

/** An opportunity is won, and reopened. */
export async function closeAndReopen(app: AppPage, story: Story): Promise<void> {
    const name = 'Press line 4';
    await story.opportunity(name, 78500);
    await app.openArea('Opportunities');
    await app.openRow(name);
    await app.command('Close as Won').click();
    const dialog = app.frame();
    await dialog.getByRole('textbox', { name: 'Description' }).fill('They signed.');
    await dialog.getByRole('checkbox').check();
    await picture(app, 'close-opportunity', dialogOf(app));
    await dialog.getByRole('button', { name: 'Close as won' }).click();
    await app.page.locator('iframe').waitFor({ state: 'detached' });
    await app.command('Reopen').click();
    await dialog.getByRole('radio').first().waitFor();
    await picture(app, 'reopen-opportunity', dialogOf(app));
    await leaveDialog(app);
}
