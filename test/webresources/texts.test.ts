/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTextKeys, format } from '../../lifecycle/messages';
import { loadTexts, parseResx } from '../../webresources/xrm/texts';
import { readTexts } from './fakes/texts';

const ROOT = join(__dirname, '../..');
const english = readTexts(1033);
const french = readTexts(1036);

function sourcesBelow(folder: string): string {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('messages.ts'))
        .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
        .join('\n');
}

const places = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('the texts', () => {
    it('exist in both languages for every key, and for nothing else', () => {
        const keys = [...allTextKeys()].sort();
        expect([...english.keys()].sort()).toEqual(keys);
        expect([...french.keys()].sort()).toEqual(keys);
    });

    it('have the same places for values in both languages', () => {
        for (const key of allTextKeys()) {
            expect([key, places(french.get(key) ?? '')]).toEqual([key, places(english.get(key) ?? '')]);
        }
    });

    it('are all used', () => {
        // Below its lists of keys, messages.ts uses some of them.
        const messages = readFileSync(join(ROOT, 'lifecycle/messages.ts'), 'utf8').split('export type Text =')[1];
        const sources = `${sourcesBelow('lifecycle')}\n${sourcesBelow('webresources')}\n${messages}`;
        const verbs = ['qualify', 'disqualify', 'reactivate'];
        const isUsed = (key: string): boolean => {
            if (sources.includes(`'${key}'`)) return true;
            const [first = '', ...rest] = key.split('.');
            const suffix = rest.join('.');
            // Keys of a verb, a status reason or a problem are put together where the same line serves several.
            return verbs.includes(first)
                ? sources.includes(`}.${suffix}\``)
                : sources.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`);
        };
        expect(allTextKeys().filter((key) => !isUsed(key))).toEqual([]);
    });

    it('are none of them empty, and French differs from English where words do', () => {
        expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([]);
        const same = [...english].filter(([key, text]) => french.get(key) === text).map(([key]) => key);
        expect(same.sort()).toEqual(['criterion.open', 'list.item', 'status.dialog.note']);
    });

    it('put values in their places, and leave a place without a value', () => {
        expect(format('{0} of {1}, {0}', ['1', 2])).toBe('1 of 2, 1');
        expect(format('{0} {1}', ['a'])).toBe('a {1}');
    });
});

describe('loading the texts', () => {
    const file = readFileSync(join(ROOT, 'webresources/strings/LeadLifecycle.1036.resx'), 'utf8');

    it('takes them from the platform where it has them', async () => {
        const getResourceString = jest.fn((_: string, key: string) => `<${key}> {0}`);
        Object.assign(globalThis, { Xrm: { Utility: { getResourceString } } });
        const text = await loadTexts(1033);
        expect(text('button.cancel', 'x')).toBe('<button.cancel> x');
        expect(getResourceString.mock.calls[0]?.[0]).toBe('llc_/strings/LeadLifecycle');
    });

    it.each([
        ['answers nothing', () => null],
        ['answers the key', (_: string, key: string) => key],
        [
            'throws',
            () => {
                throw new Error('not loaded');
            },
        ],
    ])('reads the file in the user’s language where the platform %s', async (_, getResourceString) => {
        const fetched: string[] = [];
        Object.assign(globalThis, {
            Xrm: { Utility: { getResourceString, getGlobalContext: () => ({ getClientUrl: () => 'http://local' }) } },
            fetch: async (address: string) => {
                fetched.push(address);
                return { ok: true, text: async () => file };
            },
        });
        const text = await loadTexts(1036);
        expect(text('button.cancel')).toBe('Annuler');
        expect(fetched).toEqual(['http://local/WebResources/llc_/strings/LeadLifecycle.1036.resx']);
    });

    it('says which file could not be read', async () => {
        Object.assign(globalThis, {
            Xrm: {
                Utility: { getResourceString: () => null, getGlobalContext: () => ({ getClientUrl: () => '' }) },
            },
            fetch: async () => ({ ok: false, status: 404 }),
        });
        await expect(loadTexts(1033)).rejects.toThrow('LeadLifecycle.1033.resx failed with 404');
    });

    it('reads entities as what they stand for', () => {
        expect(parseResx('<root><data name="a"><value>1 &lt; 2 &amp; 3</value></data></root>').get('a')).toBe(
            '1 < 2 & 3',
        );
    });
});
