import type { EnvironmentMetadata } from './environment-metadata';

/** One automated low-code plug-in as the build lists it beside the zip. */
export interface AutomatedPlugIn {
    readonly uniqueName: string;
    readonly name: string;
    readonly description: string;
    /** Logical name. */
    readonly table: string;
    /** `Create`, `Update` or `Delete`. */
    readonly message: string;
    readonly stage: 'preOperation' | 'postOperation';
    readonly rank: number;
    /** Of `Update`: it runs when one of these columns is given; none: always. */
    readonly filteringColumns: readonly string[];
    /** Power Fx. */
    readonly expression: string;
}

/** Makes the plug-ins for the columns that an environment really has. */
export type PlugInGenerator = (metadata: EnvironmentMetadata) => Promise<readonly AutomatedPlugIn[]>;

/**
 * @param path named in errors
 * @param text the list as JSON
 * @throws Error that names the entry and what it lacks
 */
export function readAutomatedPlugIns(path: string, text: string): readonly AutomatedPlugIn[] {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) throw new Error(`${path} is no list of plug-ins: expected a JSON array.`);
    return list.map((entry: unknown, index) => {
        if (!isPlugIn(entry)) {
            throw new Error(
                `${path}: entry ${index + 1} is no plug-in. It needs uniqueName, name, description, table, message, ` +
                    'stage (preOperation or postOperation), rank, filteringColumns and expression; build again.',
            );
        }
        return entry;
    });
}

function isPlugIn(value: unknown): value is AutomatedPlugIn {
    if (typeof value !== 'object' || value === null) return false;
    const entry: { readonly [key: string]: unknown } = { ...value };
    const texts = ['uniqueName', 'name', 'description', 'table', 'message', 'expression'];
    return (
        texts.every((key) => typeof entry[key] === 'string') &&
        (entry['stage'] === 'preOperation' || entry['stage'] === 'postOperation') &&
        typeof entry['rank'] === 'number' &&
        Array.isArray(entry['filteringColumns']) &&
        entry['filteringColumns'].every((column) => typeof column === 'string')
    );
}
