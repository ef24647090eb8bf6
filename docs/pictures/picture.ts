import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { AppPage } from '../../test/e2e/app-page';

const FOLDER = join(__dirname, '../images');

/** How long whatever still loads or moves may take; nothing but a picture depends on it. */
const SETTLING_MILLISECONDS = 900;

/**
 * Takes a picture of the page, or of a part of it, into the folder of images.
 * @param name of the file, without its extension
 */
export async function picture(app: AppPage, name: string, part?: Locator): Promise<void> {
    mkdirSync(FOLDER, { recursive: true });
    await app.page.mouse.move(0, 0);
    await app.page.waitForTimeout(SETTLING_MILLISECONDS);
    await (part ?? app.page).screenshot({ path: join(FOLDER, `${name}.png`) });
    console.log(name);
}

/** The dialog, or the pane at the side, around the frame of its web resource, with its title. */
export function dialogOf(app: AppPage): Locator {
    return app.page.locator('.ms-Dialog-main, .ms-Panel-main').filter({ has: app.page.locator('iframe') });
}

/** Leaves the open dialog as it was found. */
export async function leaveDialog(app: AppPage): Promise<void> {
    await app.page.keyboard.press('Escape');
    await app.page.locator('iframe').waitFor({ state: 'detached' });
}
