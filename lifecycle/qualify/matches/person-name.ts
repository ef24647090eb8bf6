import { wordsOf } from './plain-text';

/** A person's name as two are compared: "Bauer, Amélie" and "Amelie Bauer" are one. Empty for a blank name. */
export function personKey(name: string): string {
    return [...wordsOf(name)].sort().join(' ');
}
