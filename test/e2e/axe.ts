import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import type { AppPage } from './app-page';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds in the page and in the dialog's frame, as lines. */
export async function violations(app: AppPage): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const frame of app.page.frames()) lines.push(...(await violationsIn(frame)));
    return lines;
}

async function violationsIn(frame: Frame): Promise<readonly string[]> {
    await frame.evaluate(AXE);
    // Contrast is judged when what fades in has come in.
    await frame.evaluate('Promise.allSettled(document.getAnimations().map((animation) => animation.finished))');
    const found: readonly Violation[] = await frame.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations)`,
    );
    return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
}
