import type { BuiltPlugin } from '../../plugins';

/**
 * Reads the list of automated plug-ins that the build writes beside the zip.
 * @param path named in errors
 * @param text the list as JSON
 * @throws Error that names the entry and what it lacks
 */
export function readAutomatedPlugIns(path: string, text: string): readonly BuiltPlugin[] {
    const list = parsed(path, text);
    if (!Array.isArray(list)) throw new Error(`${path} is no list of plug-ins: expected a JSON array.`);
    return list.map((entry: unknown, index) => {
        if (!isPlugIn(entry)) {
            throw new Error(
                `${path}: entry ${index + 1} is no plug-in. It needs uniqueName, name, description, table, message ` +
                    '(Create, Update or Delete), stage (preOperation or postOperation), rank, filteringColumns and ' +
                    'expression; build again.',
            );
        }
        return entry;
    });
}

function parsed(path: string, text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${path} is no list of plug-ins: it is no JSON (${reason}). Give the one that the build made.`);
    }
}

function isPlugIn(value: unknown): value is BuiltPlugin {
    if (typeof value !== 'object' || value === null) return false;
    const entry: { readonly [key: string]: unknown } = { ...value };
    const texts = ['uniqueName', 'name', 'description', 'table', 'expression'];
    return (
        texts.every((key) => typeof entry[key] === 'string') &&
        ['Create', 'Update', 'Delete'].includes(String(entry['message'])) &&
        ['preOperation', 'postOperation'].includes(String(entry['stage'])) &&
        typeof entry['rank'] === 'number' &&
        Array.isArray(entry['filteringColumns']) &&
        entry['filteringColumns'].every((column) => typeof column === 'string')
    );
}
