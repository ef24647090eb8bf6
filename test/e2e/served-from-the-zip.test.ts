import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { child, descendants, parseXml } from '../../solution/packager/xml';
import { AppPage, people } from './app-page';
import { launchBrowser } from './browser';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(120_000);

const DIST = join(__dirname, '../../dist');

/** Members of the unmanaged zip, and its web resources by name. */
function zipFiles(): { members: Readonly<Record<string, Uint8Array>>; webResources: ReadonlyMap<string, Uint8Array> } {
    const name = readdirSync(DIST).find((it) => /^LeadLifecycle_[\d.]+\.zip$/.test(it));
    if (!name) throw new Error('dist/ has no LeadLifecycle zip: run "npm run build".');
    const members = unzipSync(readFileSync(join(DIST, name)));
    const file = 'customizations.xml';
    const root = parseXml(new TextDecoder().decode(members[file]), file);
    const resources = [...descendants(root)].filter((element) => element.name === 'WebResource');
    return {
        members,
        webResources: new Map(
            resources.map((element) => [
                child(element, 'Name')?.text ?? '',
                members[(child(element, 'FileName')?.text ?? '').slice(1)] ?? new Uint8Array(),
            ]),
        ),
    };
}

describe('what the browser runs of the product', () => {
    let local: LocalApp;
    let browser: Browser;
    let app: AppPage;
    const bodies = new Map<string, Buffer>();

    beforeAll(async () => {
        local = await startLocalApp(['--no-sample']);
        browser = await launchBrowser();
        app = await AppPage.open(browser, local.url, people.seller);
        await app.page.route(/\/(WebResources|CustomControls)\//, async (route) => {
            const response = await route.fetch();
            const path = decodeURIComponent(new URL(response.url()).pathname);
            bodies.set(path, await response.body());
            await route.fulfill({ response });
        });
        await app.page.goto(local.url);
        await app.openArea('Leads');
        await app.command('New').click();
        await app.fill('Topic', 'Sensors');
        await app.fill('Last Name', 'Voss');
        await app.save('Voss');
        await app.command('Qualify').click();
        await app.frame().getByRole('heading', { name: 'Criteria' }).waitFor();
        await app.page.goto(local.url);
        await app.command('Show As').click();
        await app.page
            .getByRole('menu')
            .getByText(/Focused/)
            .click();
        await app.page.getByText('Voss').first().waitFor();
        await app.page.unrouteAll({ behavior: 'wait' });
    });

    afterAll(async () => {
        await browser?.close();
        await local?.stop();
    });

    it('is, file by file, what the zip holds', () => {
        const { members, webResources } = zipFiles();
        const names = [...bodies.keys()];
        expect(names).toContain('/WebResources/llc_/lead/lead.js');
        expect(names).toContain('/WebResources/llc_/lead/qualify.js');
        expect(names).toContain('/CustomControls/llc_LeadLifecycle.FocusedView/bundle.js');
        for (const [path, body] of bodies) {
            const [, kind = '', ...rest] = path.split('/');
            const inZip =
                kind === 'WebResources' ? webResources.get(rest.join('/')) : members[`Controls/${rest.join('/')}`];
            expect({ path, inZip: inZip !== undefined }).toEqual({ path, inZip: true });
            expect({ path, same: Buffer.compare(body, Buffer.from(inZip ?? [])) }).toEqual({ path, same: 0 });
        }
    });

    it('comes from this machine and, beside the zip, only from the player and the Web API', () => {
        const others = [...app.loaded].filter((address) => !address.startsWith('data:'));
        for (const address of others) {
            const url = new URL(address);
            expect(url.origin).toBe(local.url);
            expect(url.pathname).toMatch(
                /^\/($|main\.aspx$|app\/|api\/data\/|WebResources\/|CustomControls\/|favicon)/,
            );
        }
    });
});
