import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
        }
        const maker = await AppPage.open(browser, local.url, people.maker, { width: 1280, height: 860 });
        await makersPictures(maker);
        await maker.close();
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

async function makersPictures(app: AppPage): Promise<void> {
    await app.page.getByRole('button', { name: /Change area/ }).click();
    await app.page.getByRole('menu').getByText('Settings').click();
    for (const [area, name] of [
        ['Transitions', 'transitions'],
        ['Disqualification reasons', 'disqualification-reasons'],
        ['Criteria', 'criteria'],
    ] as const) {
        await app.openArea(area);
        if (area === 'Transitions') await transitionMap(app);
        await app.page.getByRole('grid').getByRole('link').first().waitFor();
        await picture(app, name);
        await app.page.getByRole('grid').getByRole('link').first().click();
        await app.page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
        await picture(app, `${name}-form`);
    }
}

/** The page opens with the map; the pictures after it are those of the list. */
async function transitionMap(app: AppPage): Promise<void> {
    await app.page.getByRole('button', { name: /^Contacted [\d,]+ leads$/ }).click();
    await app.page.mouse.move(0, 0);
    await picture(app, 'transition-map');
    await app.showAs(/grid/i);
}

async function focusedView(app: AppPage): Promise<void> {
    await app.showAs(/Focused/);
    await app.page
        .getByText(/\d+ leads/)
        .first()
        .waitFor();
}

async function gridView(app: AppPage): Promise<void> {
    await app.showAs(/grid/i);
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
