import type { Fragment } from '../formula/fragment';
import type { Labels } from '../model/rules-model';
import type { PluginTexts } from '../texts/plugin-texts';
import { inReadersLanguage, textLiteral } from './literals';

const FILE = 'plugins/generate (Message)';

/**
 * `Message("key", value, …)`: the text that the client scripts show under the same key, in the reader's language, with
 * the values where it says `{0}`, `{1}` ….
 */
export function messageFragment(texts: PluginTexts): Fragment {
    const find = (key: string): Labels => {
        const text = texts.get(key);
        if (text) return text;
        throw new Error(`There is no text "${key}". The texts are in webresources/strings and plugins/texts`);
    };
    return {
        name: 'Message',
        literals: ['key'],
        parameters([key = '']) {
            const places = [...find(key)[1033].matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1]));
            return Array.from(
                { length: places.length === 0 ? 0 : Math.max(...places) + 1 },
                (_, index) => `value${index}`,
            );
        },
        body([key = '']) {
            const { 1033: english, 1036: french } = find(key);
            return { file: FILE, text: inReadersLanguage(joined(english), joined(french)) };
        },
    };
}

/** `"A lead cannot go from " & value0 & "."` */
function joined(text: string): string {
    const parts = text.split(/\{(\d+)\}/).map((part, index) => (index % 2 === 0 ? textLiteral(part) : `value${part}`));
    return parts.filter((part) => part !== '""').join(' & ') || '""';
}
