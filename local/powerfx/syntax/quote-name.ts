import { isNameCharacter, isNameStart } from './characters';
import { keywords, reservedWords } from './keywords';

/** A name as it is written in a formula: in quotes when it could not be read without. */
export function quoteName(name: string): string {
    const [first = ''] = name;
    const isPlain =
        isNameStart(first) && [...name].every(isNameCharacter) && !keywords.has(name) && !reservedWords.has(name);
    return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}
