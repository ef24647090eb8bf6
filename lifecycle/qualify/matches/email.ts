/** Providers whose addresses say nothing about where someone works; each name stands for it in every country. */
const PROVIDERS: ReadonlySet<string> = new Set(
    (
        'aol bbox bluewin btinternet comcast fastmail free freenet gmail gmx googlemail hey hotmail icloud laposte ' +
        'libero live mail mailbox me msn naver online orange outlook posteo proton protonmail qq sfr sky t-online ' +
        'verizon virgilio wanadoo web yahoo yandex ymail zoho 126 163'
    ).split(' '),
);

/** Providers whose name is also an ordinary word, with where they are. */
const EXACT_PROVIDERS: ReadonlySet<string> = new Set([
    'free.fr',
    'hey.com',
    'live.com',
    'mail.com',
    'mail.ru',
    'mailbox.org',
    'me.com',
    'online.de',
    'orange.fr',
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
    const [name = ''] = domain.split('.');
    if (EXACT_PROVIDERS.has(domain)) return true;
    const isWord = [...EXACT_PROVIDERS].some((provider) => provider.startsWith(`${name}.`));
    return !isWord && PROVIDERS.has(name);
}
