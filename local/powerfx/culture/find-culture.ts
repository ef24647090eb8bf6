import type { Culture } from './culture';
import { dateCulture } from './date-culture';
import { numberCulture } from './number-culture';

/** `fr`, `fr-FR`, `zh-Hans-CN`; .NET takes any name of this form for a culture, known or not. */
const namePattern = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

const known = new Map<string, Culture>();

/**
 * The culture of this name, in any case. An empty name is the culture of no country, as .NET's invariant one.
 * @returns undefined when it cannot be the name of a culture.
 */
export function findCulture(name: string): Culture | undefined {
    const key = name.toLowerCase();
    const found = known.get(key);
    if (found) {
        return found;
    }
    if (key !== '' && !namePattern.test(key)) {
        return undefined;
    }
    const tag = key === '' ? '' : canonicalTag(key);
    if (tag === undefined) {
        return undefined;
    }
    const culture = { name: tag, numbers: numberCulture(tag), dates: dateCulture(tag) };
    known.set(key, culture);
    return culture;
}

function canonicalTag(name: string): string | undefined {
    try {
        return Intl.getCanonicalLocales(name)[0];
    } catch {
        return undefined;
    }
}
