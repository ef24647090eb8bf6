import axe from 'axe-core';

/**
 * Holds what is on the page against the rules of accessibility. Colours need a browser: jsdom draws nothing; landmarks
 * are the frame's.
 */
export async function expectNoBarriers(): Promise<void> {
    document.documentElement.lang = 'en';
    document.title = 'Dialog';
    const { violations } = await axe.run(document, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: document.querySelector('form') !== null } },
    });
    expect(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)])).toEqual([]);
}
