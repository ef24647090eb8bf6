import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type Text } from '../../../lifecycle/messages';

/** The texts of a language, read from the file that ships. */
export function readTexts(language: 1033 | 1036): ReadonlyMap<string, string> {
    const file = join(__dirname, `../../../webresources/strings/LeadLifecycle.${language}.resx`);
    const entries = readFileSync(file, 'utf8').matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([\s\S]*?)<\/value>/g);
    return new Map([...entries].map(([, name = '', value = '']) => [name, value]));
}

export function textsOf(language: 1033 | 1036): Text {
    const texts = readTexts(language);
    return (key, ...values) => format(texts.get(key) ?? key, values);
}
