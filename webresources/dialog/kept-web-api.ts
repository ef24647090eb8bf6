import type { ReadAnswer, WebApi } from '../../lifecycle/web-api/web-api';

/** Where answers are kept; `sessionStorage` for one. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface KeptFor {
    /** Address of the environment. */
    readonly clientUrl: string;
    /** Definitions have labels in a language, and rows are secured by user. */
    readonly userId: string;
    readonly language: number;
}

/** What is the same for the whole session of a page: definitions, mappings, stages, currencies. */
const KEPT_COLLECTIONS = [
    'EntityDefinitions',
    'RelationshipDefinitions',
    'GlobalOptionSetDefinitions',
    'entitymaps',
    'attributemaps',
    'duplicaterules',
    'processstages',
    'transactioncurrencies',
];

const KEPT = new RegExp(`^(${KEPT_COLLECTIONS.join('|')})\\b`);

const TEN_MINUTES = 600_000;
const PREFIX = 'LeadLifecycle.kept ';

interface Kept {
    /** Milliseconds since 1970. */
    readonly since: number;
    readonly body: unknown;
}

/**
 * Answers what asks for definitions from a store, for ten minutes after it was read; only the rest is asked of
 * Dataverse, all in one request, or in none. A store that is full or closed costs a request, nothing else.
 */
export function keepDefinitions(webApi: WebApi, store: Store, keptFor: KeptFor, now: () => number): WebApi {
    const prefix = `${PREFIX}${keptFor.clientUrl} ${keptFor.userId} ${keptFor.language} `;
    return {
        read: async (addresses) => {
            const kept = addresses.map((address) => (KEPT.test(address) ? present(prefix + address) : null));
            const asked = addresses.filter((_, index) => kept[index] === null);
            const answers = asked.length === 0 ? [] : await webApi.read(asked);
            asked.forEach((address, index) => {
                const answer = answers[index];
                if (KEPT.test(address) && answer?.ok) keep(prefix + address, answer.body);
            });
            let next = 0;
            return kept.map((answer): ReadAnswer => {
                if (answer !== null) return answer;
                const fresh = answers[next++];
                if (!fresh) throw new Error(`Dataverse answered ${answers.length} of ${asked.length} reads.`);
                return fresh;
            });
        },
        write: (changeSets) => webApi.write(changeSets),
    };

    function present(key: string): ReadAnswer | null {
        try {
            const text = store.getItem(key);
            const kept = text === null ? null : (JSON.parse(text) as Kept);
            return kept !== null && isFresh(kept) ? { ok: true, body: kept.body } : null;
        } catch {
            return null;
        }
    }

    function keep(key: string, body: unknown): void {
        const text = JSON.stringify({ since: now(), body } satisfies Kept);
        try {
            store.setItem(key, text);
        } catch {
            // Full: what is old makes room, once.
            try {
                forgetOld();
                store.setItem(key, text);
            } catch {
                // The next dialog reads it again.
            }
        }
    }

    function forgetOld(): void {
        const keys = Array.from({ length: store.length }, (_, index) => store.key(index)).filter((key) => key !== null);
        for (const key of keys) if (key.startsWith(PREFIX) && present(key) === null) store.removeItem(key);
    }

    function isFresh({ since }: Kept): boolean {
        return now() >= since && now() - since < TEN_MINUTES;
    }
}
