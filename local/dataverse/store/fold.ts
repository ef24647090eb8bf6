/** Combining marks that remain of accented letters after decomposition. */
const MARKS = /[\u0300-\u036f]/g;
/** ASCII alone needs no decomposition. */
const PLAIN = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex

/**
 * Text as Dataverse compares it: without case and without accents (its databases use a CI_AI collation).
 * Greek, Cyrillic and Asian letters keep their identity.
 */
export function fold(text: string): string {
    if (PLAIN.test(text)) {
        return text.toLowerCase();
    }
    return text
        .normalize('NFD')
        .replace(MARKS, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/ø/g, 'o')
        .replace(/ł/g, 'l')
        .replace(/æ/g, 'ae')
        .replace(/œ/g, 'oe');
}

const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 200;

/**
 * SQL LIKE as Dataverse has it: `%`, `_`, `[a-f]`, `[^x]`, `[%]`; without case and accents.
 * (Microsoft Learn, "Use wildcard characters in conditions for string values".)
 */
export function likeFold(pattern: string, text: string): boolean {
    let expression = patterns.get(pattern);
    if (!expression) {
        if (patterns.size >= MOST_PATTERNS) {
            patterns.clear();
        }
        expression = likeExpression(fold(pattern));
        patterns.set(pattern, expression);
    }
    return expression.test(fold(text));
}

function likeExpression(pattern: string): RegExp {
    let source = '';
    let position = 0;
    while (position < pattern.length) {
        const letter = pattern.charAt(position);
        const end = letter === '[' ? pattern.indexOf(']', position + 2) : -1;
        if (end > 0) {
            const negated = pattern.charAt(position + 1) === '^';
            const letters = pattern.slice(position + (negated ? 2 : 1), end).replace(/[\\\]^]/g, '\\$&');
            source += letters === '' ? '(?!)' : `[${negated ? '^' : ''}${letters}]`;
            position = end + 1;
            continue;
        }
        source +=
            letter === '%' ? '[\\s\\S]*' : letter === '_' ? '[\\s\\S]' : letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        position += 1;
    }
    try {
        return new RegExp(`^${source}$`, 'u');
    } catch {
        // A range such as [z-a] matches nothing in SQL either.
        return /(?!)/;
    }
}
