/** The page at `/` and `/main.aspx`: it only loads the player. */
import type { Environment } from '../pipeline/types';

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Scripts come from this server only; 'unsafe-eval' because code components built for development hold eval, and
 * 'unsafe-inline' for styles because Fluent writes style elements.
 */
export const CONTENT_SECURITY_POLICY = [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    // HTML web resources are shown in frames of the app's own pages.
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'self'",
].join('; ');

/** @param locale BCP 47 of the signed-in user */
export function shellPage(environment: Environment, locale: string, theme: string): string {
    const name = environment.store.prepare<{ name: string }>('SELECT name FROM organization LIMIT 1').get()?.name ?? '';
    return `<!doctype html>
<html lang="${escapeHtml(locale.slice(0, 2))}" data-theme="${escapeHtml(theme)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="data:,">
<link rel="modulepreload" href="/app/player/index.js">
</head>
<body>
<div id="app"></div>
<script type="module" src="/app/player/index.js"></script>
</body>
</html>
`;
}
