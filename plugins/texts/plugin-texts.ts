import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { LANGUAGES } from '../../lifecycle/defaults/language';
import type { Labels } from '../model/rules-model';

/** Texts by key, each in every language. */
export type PluginTexts = ReadonlyMap<string, Labels>;

const ROOT = join(__dirname, '../..');

/** The texts that the client scripts show, so that a refusal reads the same; then those of the plug-ins alone. */
const FILES = ['webresources/strings/LeadLifecycle', 'plugins/texts/Plugins'];

/** @throws Error that names a text which a language lacks */
export function readPluginTexts(root = ROOT): PluginTexts {
    const texts = new Map<string, Labels>();
    for (const file of FILES) {
        const [english, french] = LANGUAGES.map((language) => readResx(join(root, `${file}.${language}.resx`)));
        for (const [key, text] of english ?? []) {
            const translated = french?.get(key);
            if (translated === undefined) throw new Error(`${file}.1036.resx has no text "${key}".`);
            texts.set(key, { 1033: text, 1036: translated });
        }
    }
    return texts;
}

function readResx(path: string): ReadonlyMap<string, string> {
    const document = new DOMParser().parseFromString(readFileSync(path, 'utf8'), 'text/xml');
    return new Map(
        Array.from(document.getElementsByTagName('data'), (element) => [
            element.getAttribute('name') ?? '',
            element.getElementsByTagName('value')[0]?.textContent ?? '',
        ]),
    );
}
