import type { Browser } from 'playwright-core';
import { WebApiClient } from '../solution/deploy/web-api-client';
import { AppPage, people } from '../test/e2e/app-page';
import { launchBrowser } from '../test/e2e/browser';
import { startLocalApp } from '../test/e2e/local-app';
import {
    disqualifyDialogs,
    leadForm,
    qualifyConflict,
    qualifyDialog,
    qualifyMany,
    qualifyOnATelephone,
    reactivateDialog,
    stageGate,
} from './pictures/leads';
import { queue, refusals } from './pictures/lists';
import { makersPictures, openSettings, switchRulesOff, transitionMap } from './pictures/makers';
import { closeAndReopen } from './pictures/opportunities';
import { picture } from './pictures/picture';
import { Story } from './pictures/story';

const DESKTOP = { width: 1280, height: 860 } as const;
const TELEPHONE = { width: 320, height: 640 } as const;

/** One of the sample leads. */
const SAMPLE_LEAD = 'Jörg Zimmermann';

/** Takes the pictures of the guides from the running app: `npm run pictures`. */
async function takePictures(): Promise<void> {
    const local = await startLocalApp();
    const browser = await launchBrowser();
    try {
        await sellersPictures(browser, local.url);
        await guidesForMakers(browser, local.url);
    } finally {
        await browser.close();
        await local.stop();
    }
}

async function sellersPictures(browser: Browser, url: string): Promise<void> {
    const story = new Story(new WebApiClient(url));
    await story.begin();
    const seller = await AppPage.open(browser, url, people.seller, DESKTOP);
    await queue(seller);
    await leadForm(seller, SAMPLE_LEAD);
    await stageGate(seller, SAMPLE_LEAD);
    await qualifyDialog(seller, story);
    await qualifyConflict(seller, story);
    await qualifyMany(seller, story);
    await disqualifyDialogs(seller, story);
    await reactivateDialog(seller);
    await closeAndReopen(seller, story);
    await seller.close();

    const dark = await AppPage.open(browser, url, people.seller, { ...DESKTOP, theme: 'dark' });
    await leadForm(dark, SAMPLE_LEAD, '-dark');
    await dark.close();
    const telephone = await AppPage.open(browser, url, people.seller, TELEPHONE);
    await qualifyOnATelephone(telephone);
    await telephone.close();
}

/** Changes the rules, so it comes last. */
async function guidesForMakers(browser: Browser, url: string): Promise<void> {
    const api = new WebApiClient(url);
    for (const theme of ['dark', 'light'] as const) {
        const maker = await AppPage.open(browser, url, people.maker, { ...DESKTOP, theme });
        await openSettings(maker, 'Transitions');
        await transitionMap(maker, theme === 'dark' ? '-dark' : '');
        if (theme === 'light') await makersPictures(maker);
        await maker.close();
    }
    const refused = await AppPage.open(browser, url, people.seller, DESKTOP);
    await refusals(refused, api);
    await refused.close();
    await switchRulesOff(api);
    const warned = await AppPage.open(browser, url, people.maker, DESKTOP);
    await openSettings(warned, 'Transitions');
    await warned.page.getByText('The rules are switched off.').waitFor();
    await picture(warned, 'rules-off');
    await warned.close();
}

takePictures().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
