import { pascalCase, type NamedChoice, type NamedTable } from './tables';

const HEADER = '// Generated from the metadata by `npm run generate`. Do not edit.\n';

/** Source of a file that names every column of every given table. */
export function columnsSource(tables: readonly NamedTable[]): string {
    const members = merged(tables).map(
        ({ logicalName, columns }) =>
            `    readonly ${logicalName}:\n${columns.map((column) => `        | '${column}'`).join('\n')};\n`,
    );
    return `${HEADER}\n/** Logical names of columns, by the logical name of their table. */\nexport interface ColumnNames {\n${members.join('')}}\n`;
}

/** Source of a file with a constant for each choice. */
export function choicesSource(choices: readonly NamedChoice[]): string {
    const constants = choices.map(({ name, options }) => {
        const keys = new Set<string>();
        const entries = options.map(({ value, label }) => {
            const key = camelCase(label) || `value${value}`;
            const unique = keys.has(key) ? `${key}${value}` : key;
            keys.add(unique);
            return `    ${/^\d/.test(unique) ? `_${unique}` : unique}: ${value},\n`;
        });
        return `export const ${name} = {\n${entries.join('')}} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
    });
    return `${HEADER}\n${constants.join('\n')}`;
}

/** What several sources say of one table, together. */
function merged(tables: readonly NamedTable[]): readonly NamedTable[] {
    const byName = new Map<string, NamedTable>();
    for (const table of tables) {
        const known = byName.get(table.logicalName);
        const columns = [...new Set([...(known?.columns ?? []), ...table.columns])].sort();
        byName.set(table.logicalName, { ...table, columns });
    }
    return [...byName.values()].filter(({ columns }) => columns.length > 0);
}

function camelCase(label: string): string {
    const name = pascalCase(label.replace(/'/g, ''));
    return name.charAt(0).toLowerCase() + name.slice(1);
}
