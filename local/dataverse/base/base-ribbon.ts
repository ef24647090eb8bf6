/** Stock command bars: `ribbon/<table>.xml`, each a `<RibbonDefinition>`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseDirectory, readBaseFile } from './base-directory';

/** In the stock ribbon for tables that have no file of their own, this stands for the table's logical name. */
const TABLE_PLACEHOLDER = /\{table\}/g;

const read = new Map<string, string>();

/**
 * The ribbon that a table has before any solution changes it: XML of a `<RibbonDefinition>`.
 * @param table logical name; activities without a file of their own have one together
 */
export function baseRibbon(table: string, isActivity = false): string {
    const known = read.get(table);
    if (known !== undefined) {
        return known;
    }
    const own = existsSync(join(baseDirectory(), 'ribbon', `${table}.xml`)) ? table : undefined;
    const file = own ?? (isActivity ? 'activity' : 'default');
    const ribbon = readBaseFile(`ribbon/${file}.xml`)
        .replace(TABLE_PLACEHOLDER, table)
        .replace(/>\s+</g, '><')
        .trim();
    read.set(table, ribbon);
    return ribbon;
}
