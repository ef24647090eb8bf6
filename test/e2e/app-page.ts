import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** The people of the local environment, by what they do. */
export const people = {
    admin: '11111111-1111-4111-8111-111111111101',
    seller: '11111111-1111-4111-8111-111111111102',
    secondSeller: '11111111-1111-4111-8111-111111111103',
    manager: '11111111-1111-4111-8111-111111111104',
    maker: '11111111-1111-4111-8111-111111111105',
} as const;

const WAIT_MILLISECONDS = 15_000;

/** The app in a browser, in the words of somebody who uses it. */
export class AppPage {
    /** What went wrong in the page so far: uncaught errors and failed requests. */
    readonly problems: string[] = [];
    /** Addresses that the page loaded, without query. */
    readonly loaded = new Set<string>();

    private constructor(
        readonly page: Page,
        readonly context: BrowserContext,
        readonly url: string,
    ) {
        page.setDefaultTimeout(WAIT_MILLISECONDS);
        page.on('pageerror', (error) => this.problems.push(error.message));
        page.on('console', (message) => {
            if (message.type() === 'error') this.problems.push(message.text());
        });
        page.on('response', (response) => this.loaded.add(response.url().replace(/\?.*$/, '')));
    }

    /** Opens the app as one of its people. */
    static async open(
        browser: Browser,
        url: string,
        userId: string,
        options: {
            readonly width?: number;
            readonly height?: number;
            readonly theme?: 'light' | 'dark';
            readonly language?: number;
        } = {},
    ): Promise<AppPage> {
        const { width = 1440, height = 1000, theme = 'light', language = 1033 } = options;
        const context = await browser.newContext({ viewport: { width, height } });
        const session = await context.request.post(`${url}/app/client/session`, {
            data: { userId, theme, language },
            headers: { origin: url },
        });
        if (!session.ok()) throw new Error(`Signing in failed: ${session.status()} ${await session.text()}`);
        const app = new AppPage(await context.newPage(), context, url);
        await app.page.goto(url);
        await app.page.getByRole('main').waitFor();
        return app;
    }

    async openArea(title: string): Promise<void> {
        await this.page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
    }

    command(name: string): Locator {
        return this.page.getByRole('menubar').first().getByRole('menuitem', { name, exact: true });
    }

    /** A field of the form by its label; a read-only one says that it is locked. */
    field(label: string): Locator {
        const main = this.page.getByRole('main');
        const name = new RegExp(`^(Locked )?${label.replace(/[?]/g, '\\$&')}$`);
        return main.getByRole('textbox', { name }).or(main.getByRole('combobox', { name }));
    }

    async fill(label: string, value: string): Promise<void> {
        await this.field(label).fill(value);
        await this.field(label).press('Tab');
    }

    async choose(label: string, option: string): Promise<void> {
        await this.field(label).click();
        await this.page.getByRole('option', { name: option, exact: true }).click();
    }

    /** Opens a row of the list by its primary column. */
    async openRow(name: string): Promise<void> {
        await this.page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
        await this.page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    }

    async chooseView(name: string): Promise<void> {
        await this.page.getByRole('heading', { level: 1 }).getByRole('button').click();
        await this.page
            .getByRole('menu')
            .getByText(new RegExp(`^${name}( |$)`))
            .click();
        await this.page.getByRole('region', { name, exact: true }).waitFor();
    }

    /** Shows the list as the grid or as a code component. */
    async showAs(name: RegExp): Promise<void> {
        await this.command('Show As').click();
        await this.page.getByRole('menu').getByText(name).click();
    }

    async clear(label: string): Promise<void> {
        await this.fill(label, '');
    }

    /** Saves the form and waits until it says so. */
    async save(title: string): Promise<void> {
        await this.command('Save').click();
        await this.page.getByRole('heading', { level: 1, name: new RegExp(`${title}.*Saved`) }).waitFor();
    }

    /** A stage of the business process bar. */
    stage(name: string): Locator {
        return this.page
            .getByRole('region', { name: /^Business process/ })
            .getByRole('button', { name: new RegExp(`^${name}`) });
    }

    flyout(stage: string): Locator {
        return this.page.getByRole('dialog', { name: `Stage ${stage}` });
    }

    async openStage(name: string): Promise<Locator> {
        await this.stage(name).click();
        await this.flyout(name).waitFor();
        return this.flyout(name);
    }

    async nextStage(name: string): Promise<void> {
        const flyout = await this.openStage(name);
        await flyout.getByRole('button', { name: 'Next Stage' }).click();
    }

    async closeFlyout(): Promise<void> {
        await this.page
            .getByRole('dialog', { name: /^Stage / })
            .getByRole('button', { name: 'Close' })
            .click();
    }

    /** Fills texts in a stage's flyout and closes it. */
    async fillStage(name: string, values: Readonly<Record<string, string>>): Promise<void> {
        const flyout = await this.openStage(name);
        for (const [label, value] of Object.entries(values)) {
            await flyout.getByRole('textbox', { name: label, exact: true }).fill(value);
        }
        await this.closeFlyout();
    }

    /** Marks every yes/no step of a stage as completed and closes the flyout. */
    async completeStage(name: string): Promise<void> {
        const flyout = await this.openStage(name);
        for (const step of await flyout.getByRole('combobox').all()) {
            await step.click();
            await this.page.getByRole('option', { name: /^completed$/i }).click();
        }
        await this.closeFlyout();
    }

    tab(name: string): Locator {
        return this.page.getByRole('tab', { name, exact: true });
    }

    dialog(): Locator {
        return this.page.getByRole('dialog');
    }

    /** An alert or a question that waits for an answer. */
    message(title: string | RegExp): Locator {
        return this.page.getByRole('alertdialog', { name: title }).getByRole('document');
    }

    /** Content of the HTML web resource in the open dialog. */
    frame() {
        return this.page.frameLocator('iframe');
    }

    async close(): Promise<void> {
        await this.context.close();
    }
}
