/** @jest-environment jsdom */
import type { ReadAnswer, WebApi } from '../../../lifecycle/web-api/web-api';
import { keepDefinitions, type Store } from '../../../webresources/dialog/kept-web-api';

const DEFINITION = "EntityDefinitions(LogicalName='lead')?$select=LogicalName";
const MAPS = "entitymaps?$filter=sourceentityname eq 'lead'";
const LEAD = 'leads(7)?$select=subject';
const FOR = { clientUrl: 'https://org', userId: 'u1', language: 1033 };

let clock = 0;
let asked: (readonly string[])[];
let refuse: boolean;

const webApi: WebApi = {
    read: async (addresses) => {
        asked.push(addresses);
        return addresses.map(
            (address): ReadAnswer =>
                refuse
                    ? { ok: false, problem: { status: 403, code: 0, message: 'no' } }
                    : { ok: true, body: `${address} at ${clock}` },
        );
    },
    write: async (changeSets) => changeSets.map(() => ({ ok: true, bodies: [] })),
};

beforeEach(() => {
    [clock, asked, refuse] = [1_000_000, [], false];
    sessionStorage.clear();
});

const kept = (keptFor = FOR, store: Store = sessionStorage): WebApi =>
    keepDefinitions(webApi, store, keptFor, () => clock);

const bodies = (answers: readonly ReadAnswer[]): unknown[] => answers.map((answer) => (answer.ok ? answer.body : null));

describe('a Web API that keeps definitions', () => {
    it('asks for all at once at first, then only for what may change, and answers in order', async () => {
        await kept().read([DEFINITION, LEAD, MAPS]);
        clock += 1;
        const answers = await kept().read([LEAD, DEFINITION, MAPS]);
        expect(asked).toEqual([[DEFINITION, LEAD, MAPS], [LEAD]]);
        expect(bodies(answers)).toEqual([`${LEAD} at 1000001`, `${DEFINITION} at 1000000`, `${MAPS} at 1000000`]);
    });

    it('asks nobody when it knows everything', async () => {
        await kept().read([DEFINITION]);
        await kept().read([DEFINITION]);
        expect(asked).toHaveLength(1);
    });

    it('asks again after ten minutes', async () => {
        await kept().read([DEFINITION]);
        clock += 599_999;
        await kept().read([DEFINITION]);
        expect(asked).toHaveLength(1);
        clock += 1;
        await kept().read([DEFINITION]);
        expect(asked).toHaveLength(2);
    });

    it('keeps nothing for another environment, user or language', async () => {
        await kept().read([DEFINITION]);
        await kept({ ...FOR, clientUrl: 'https://other' }).read([DEFINITION]);
        await kept({ ...FOR, userId: 'u2' }).read([DEFINITION]);
        await kept({ ...FOR, language: 1036 }).read([DEFINITION]);
        expect(asked).toHaveLength(4);
    });

    it('keeps no refusal', async () => {
        refuse = true;
        await kept().read([DEFINITION]);
        refuse = false;
        expect(bodies(await kept().read([DEFINITION]))).toEqual([`${DEFINITION} at 1000000`]);
    });

    it('lives with a store that holds rubbish, is full, or is closed', async () => {
        await kept().read([DEFINITION]);
        sessionStorage.setItem(sessionStorage.key(0) ?? '', '{');
        expect(bodies(await kept().read([DEFINITION]))).toEqual([`${DEFINITION} at 1000000`]);
        const closed = (): never => {
            throw new DOMException('Blocked', 'SecurityError');
        };
        const store: Store = { length: 0, getItem: closed, setItem: closed, removeItem: closed, key: closed };
        expect(bodies(await kept(FOR, store).read([DEFINITION, LEAD]))).toHaveLength(2);
    });

    it('makes room in a full store by what is old', async () => {
        const rows = new Map<string, string>([['of somebody else', 'x']]);
        const store: Store = {
            get length() {
                return rows.size;
            },
            key: (index) => [...rows.keys()][index] ?? null,
            getItem: (key) => rows.get(key) ?? null,
            removeItem: (key) => void rows.delete(key),
            setItem: (key, value) => {
                if (rows.size >= 2 && !rows.has(key)) throw new DOMException('Full', 'QuotaExceededError');
                rows.set(key, value);
            },
        };
        await kept(FOR, store).read([DEFINITION]);
        clock += 600_000;
        await kept(FOR, store).read([MAPS]);
        await kept(FOR, store).read([MAPS]);
        expect(asked).toEqual([[DEFINITION], [MAPS]]);
        expect(rows.get('of somebody else')).toBe('x');
    });
});
