import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf, type Tree } from '../packager/tree';
import { child, descendants, parseXml, type XmlElement } from '../packager/xml';

/** A table as far as generated code names it. */
export interface NamedTable {
    readonly logicalName: string;
    /** Logical names of its columns. */
    readonly columns: readonly string[];
    readonly choices: readonly NamedChoice[];
}

export interface NamedChoice {
    /** Such as `LeadStatusCode` or `CriterionTest`. */
    readonly name: string;
    readonly options: readonly { readonly value: number; readonly label: string }[];
}

const BASE_LANGUAGE = '1033';

/** A table of the base environment, from its data file. */
export function baseTable(directory: string, logicalName: string): NamedTable {
    const table = parseBaseTable(readFileSync(join(directory, `${logicalName}.json`), 'utf8'));
    return {
        logicalName,
        columns: Object.keys(table.columns),
        choices: Object.values(table.columns).flatMap(({ schema, type, options }) =>
            options && type !== 'Boolean'
                ? [
                      {
                          name: `${table.schema}${schema}`,
                          options: options.map(([value, label]) => ({ value: Number(value), label: String(label) })),
                      },
                  ]
                : [],
        ),
    };
}

interface BaseTable {
    readonly schema: string;
    readonly columns: Readonly<
        Record<
            string,
            { readonly schema: string; readonly type: string; readonly options?: readonly (readonly unknown[])[] }
        >
    >;
}

function parseBaseTable(json: string): BaseTable {
    return JSON.parse(json) as BaseTable;
}

/** The solution's own tables, and what it adds to others. */
export function solutionTables(tree: Tree): readonly NamedTable[] {
    return [...tree.keys()]
        .filter((path) => path.endsWith('/Entity.xml'))
        .sort()
        .map((path) => {
            const root = parseXml(textOf(tree, path), path);
            const columns = [...descendants(root)]
                .filter((element) => element.name === 'attribute')
                .map((element) => (element.attributes['PhysicalName'] ?? '').toLowerCase());
            return { logicalName: (child(root, 'Name')?.text ?? '').toLowerCase(), columns, choices: [] };
        });
}

/** The solution's global choices. */
export function solutionChoices(tree: Tree): readonly NamedChoice[] {
    return [...tree.keys()]
        .filter((path) => path.startsWith('OptionSets/'))
        .sort()
        .map((path) => {
            const root = parseXml(textOf(tree, path), path);
            return {
                name: pascalCase(root.attributes['localizedName'] ?? ''),
                options: [...descendants(root)]
                    .filter((element) => element.name === 'option')
                    .map((option) => ({ value: Number(option.attributes['value']), label: labelOf(option) })),
            };
        });
}

function labelOf(option: XmlElement): string {
    const label = [...descendants(option)].find((element) => element.attributes['languagecode'] === BASE_LANGUAGE);
    return label?.attributes['description'] ?? '';
}

export function pascalCase(text: string): string {
    return text
        .split(/[^A-Za-z0-9]+/)
        .filter((word) => word !== '')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}
