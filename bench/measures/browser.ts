import type { Browser, Locator, Page, Response } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PurchaseProcess, PurchaseTimeframe } from '../../lifecycle/choices';
import { LeadNeed } from '../../lifecycle/generated/choices';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { AppPage, people } from '../../test/e2e/app-page';
import { millisecondsText, type Measurement } from '../measure';

interface Step {
    readonly milliseconds: number;
    readonly bytes: number;
    /** All requests, static files among them. */
    readonly requests: number;
    readonly webApiRequests: number;
    /** Those of the Web API that the dialog's own frame sent. */
    readonly ofDialog: number;
}

/** What a seller waits for: the list, a form, and the way from Qualify to the opportunity. */
export async function measureBrowser(browser: Browser, url: string): Promise<readonly Measurement[]> {
    const app = await AppPage.open(browser, url, people.seller);
    const { page } = app;
    const openList = async (): Promise<void> => {
        await page.goto(url);
        await firstLead(app).waitFor();
    };
    const firstList = await measured(page, openList);
    const form = await measured(page, async () => {
        await firstLead(app).click();
        await page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
    });
    const [dialog, qualify] = await measureQualifying(app, url, 'Ohlsen');
    const [nextDialog] = await measureQualifying(app, url, 'Petrov');
    await app.close();
    const traffic = (step: Step): string => {
        const { requests, webApiRequests, bytes } = step;
        return `${requests} requests, ${webApiRequests} of them to the Web API, ${(bytes / 1024).toFixed(0)} kB`;
    };
    const row = (what: string, step: Step): Measurement => ({
        what,
        value: millisecondsText(step.milliseconds),
        against: `${(step.milliseconds / firstList.milliseconds).toFixed(2)} × the first list`,
        traffic: traffic(step),
    });
    const dialogRow = (what: string, step: Step, aim: string): Measurement => ({
        ...row(what, step),
        traffic: `${step.ofDialog} to the Web API by the dialog; in all ${traffic(step)}`,
        against: `aim: ${aim}; ${row(what, step).against}`,
    });
    return [
        row('First page of My Open Leads, browser cache warm', firstList),
        row('Lead form, from the click', form),
        await scriptOfForm(url),
        dialogRow('Qualify dialog, from the click, first of the session', dialog, 'two requests'),
        dialogRow('Qualify dialog, from the click, from the second on', nextDialog, 'one request'),
        dialogRow("From the dialog's Qualify to the opportunity's form", qualify, 'one request'),
    ];
}

function firstLead(app: AppPage): Locator {
    return app.page.getByRole('grid', { name: 'My Open Leads' }).getByRole('link').first();
}

/** Opens the dialog for a new lead that resembles no other, and qualifies it as proposed. */
async function measureQualifying(
    app: AppPage,
    url: string,
    lastName: string,
): Promise<readonly [dialog: Step, qualify: Step]> {
    const id = randomUUID();
    await new WebApiClient(url).post('leads', {
        leadid: id,
        subject: `Pumps for ${lastName}`,
        lastname: lastName,
        companyname: `${lastName} Pumps`,
        budgetamount: 50000,
        decisionmaker: true,
        need: LeadNeed.mustHave,
        purchasetimeframe: PurchaseTimeframe.thisQuarter,
        purchaseprocess: PurchaseProcess.individual,
        'ownerid@odata.bind': `/systemusers(${people.seller})`,
    });
    const appId = new URL(app.page.url()).searchParams.get('appid') ?? '';
    const form = new URLSearchParams({ appid: appId, pagetype: 'entityrecord', etn: 'lead', id });
    await app.page.goto(`${url}/main.aspx?${form.toString()}`);
    await app.page.getByRole('heading', { level: 1, name: /Saved/ }).waitFor();
    const button = app.frame().getByRole('button', { name: 'Qualify', exact: true });
    const dialog = await measured(app.page, async () => {
        await app.command('Qualify').click();
        await button.waitFor();
    });
    const qualify = await measured(app.page, async () => {
        await button.click();
        await app.stage('Develop').and(app.page.locator('[aria-current="step"]')).waitFor();
    });
    return [dialog, qualify];
}

/** What form and command bar of lead load of ours before anybody has clicked anything. */
async function scriptOfForm(url: string): Promise<Measurement> {
    const response = await fetch(`${url}/WebResources/llc_/lead/lead.js`);
    if (!response.ok) throw new Error(`Loading llc_/lead/lead.js failed with ${response.status}.`);
    const bytes = gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
    return {
        what: 'Script of form and command bar of lead, compressed',
        value: `${(bytes / 1024).toFixed(1)} kB`,
        against: 'aim: under 20 kB; dialogs are loaded when they are opened',
    };
}

const QUIET_MILLISECONDS = 500;

/** Time until `work` is done, and what came over the wire until nothing more did. */
async function measured(page: Page, work: () => Promise<void>): Promise<Step> {
    let [requests, webApiRequests, ofDialog, bytes] = [0, 0, 0, 0];
    let last = performance.now();
    const count = (response: Response): void => {
        last = performance.now();
        requests += 1;
        if (new URL(response.url()).pathname.startsWith('/api/data/')) {
            webApiRequests += 1;
            if (response.frame() !== page.mainFrame()) ofDialog += 1;
        }
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
    return { milliseconds, requests, webApiRequests, ofDialog, bytes };
}
