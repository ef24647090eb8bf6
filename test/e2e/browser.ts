import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds a Chromium: the one in CHROMIUM_PATH, Playwright's own, or the system's.
 * @throws an error that says how to install one
 */
export function browserPath(): string {
    const candidates = [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...SYSTEM_BROWSERS];
    const found = candidates.find((path) => path && existsSync(path));
    if (found) return found;
    throw new Error(
        'No Chromium was found. Install one (Debian: "sudo apt-get install chromium"; anywhere: "npx playwright install chromium") or set CHROMIUM_PATH.',
    );
}

/** Starts a headless browser that makes no connections of its own. */
export function launchBrowser(): Promise<Browser> {
    return chromium.launch({
        executablePath: browserPath(),
        args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
        ],
    });
}
