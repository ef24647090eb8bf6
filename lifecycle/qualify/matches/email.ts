/** Providers whose addresses say nothing about where someone works; each name stands for it in every country. */
const PROVIDERS: ReadonlySet<string> = new Set(
    (
        'aol bbox bluewin btinternet comcast fastmail freenet gmail gmx googlemail hotmail icloud laposte libero ' +
        'live msn naver outlook posteo protonmail qq t-online verizon virgilio wanadoo yahoo yandex ymail 126 163'
    ).split(' '),
);

/** Providers whose name is also an ordinary word, so that elsewhere it may be a company's. */
const EXACT_PROVIDERS: ReadonlySet<string> = new Set([
    'free.fr',
    'hey.com',
    'mail.com',
    'mail.ru',
    'mailbox.org',
    'me.com',
    'online.de',
    'orange.fr',
    'proton.me',
    'sfr.fr',
    'sky.com',
    'web.de',
]);

/** An address as two are compared; null for what is none. */
export function emailKey(address: string): string | null {
    const plain = address.trim().toLowerCase();
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? plain : null;
}

/** The domain of a company behind an e-mail address; null for private ones. */
export function companyDomain(address: string): string | null {
    const domain = emailKey(address)?.split('@')[1];
    return domain === undefined || isProvider(domain) ? null : domain;
}

/** The domain of a web site; null for what is none. */
export function siteDomain(url: string): string | null {
    const host = url
        .trim()
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/^www\d?\./, '')
        .split(/[/?#:]/)[0];
    return host !== undefined && /^[^\s.]+(?:\.[^\s.]+)+$/.test(host) ? host : null;
}

function isProvider(domain: string): boolean {
    return EXACT_PROVIDERS.has(domain) || PROVIDERS.has(domain.split('.')[0] ?? '');
}
