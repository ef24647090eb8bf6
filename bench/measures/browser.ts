import type { Browser, Page, Response } from 'playwright-core';
import { AppPage, people } from '../../test/e2e/app-page';
import { millisecondsText, type Measurement } from '../measure';

interface Step {
    readonly milliseconds: number;
    readonly requests: number;
    readonly bytes: number;
}

/** What a seller waits for: the list, a form, and the way from Qualify to the opportunity. */
export async function measureBrowser(browser: Browser, url: string): Promise<readonly Measurement[]> {
    const app = await AppPage.open(browser, url, people.seller);
    const { page } = app;
    const firstList = await measured(page, async () => {
        await page.goto(url);
        await page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first().waitFor();
    });
    const form = await measured(page, async () => {
        await page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first().click();
        await page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
    });
    await fillCriteria(app);
    const dialog = await measured(page, async () => {
        await app.command('Qualify').click();
        await app.frame().getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    });
    const qualify = await measured(page, async () => {
        await app.frame().getByRole('button', { name: 'Qualify', exact: true }).click();
        await app.stage('Develop').and(page.locator('[aria-current="step"]')).waitFor();
    });
    await app.close();
    const row = (what: string, step: Step): Measurement => ({
        what,
        value: millisecondsText(step.milliseconds),
        against: `${(step.milliseconds / firstList.milliseconds).toFixed(2)} × the first list`,
        traffic: `${step.requests} requests, ${(step.bytes / 1024).toFixed(0)} kB`,
    });
    return [
        row('First page of My Open Leads, browser cache warm', firstList),
        row('Lead form, from the click', form),
        row('Qualify dialog, from the click', dialog),
        row("From the dialog's Qualify to the opportunity's form", qualify),
    ];
}

const QUIET_MILLISECONDS = 500;

/** Time until `work` is done, and what came over the wire until nothing more did. */
async function measured(page: Page, work: () => Promise<void>): Promise<Step> {
    let requests = 0;
    let bytes = 0;
    let last = performance.now();
    const count = (response: Response): void => {
        last = performance.now();
        requests += 1;
        void response.allHeaders().then((headers) => {
            bytes += Number(headers['content-length'] ?? 0);
        });
    };
    page.on('response', count);
    const started = performance.now();
    await work();
    const milliseconds = performance.now() - started;
    while (performance.now() - last < QUIET_MILLISECONDS) {
        await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS / 5));
    }
    page.off('response', count);
    return { milliseconds, requests, bytes };
}

/** Makes sure that the lead may be qualified, whatever the sample gave it. */
async function fillCriteria(app: AppPage): Promise<void> {
    await app.fill('Budget Amount', '50000');
    await app.choose('Decision Maker?', 'completed');
    await app.choose('Need', 'Must have');
    await app.choose('Purchase Timeframe', 'This Quarter');
    await app.choose('Purchase Process', 'Individual');
    await app.save('');
}
