import { unzipSync } from 'fflate';
import { parseXml } from '../packager/xml';

/** The rows of one table in a data package. */
export interface PackagedTable {
    /** Logical name. */
    readonly name: string;
    readonly idColumn: string;
    readonly rows: readonly PackagedRow[];
}

export interface PackagedRow {
    readonly id: string;
    readonly columns: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Reads a Configuration Migration package (Microsoft Learn, "Manage configuration data").
 * @param path named in errors
 * @throws Error when it is no such package
 */
export function readDataPackage(path: string, zip: Uint8Array): readonly PackagedTable[] {
    const files = unzipped(path, zip);
    const schema = parseXml(textOf(path, files, 'data_schema.xml'), `${path}: data_schema.xml`);
    const data = parseXml(textOf(path, files, 'data.xml'), `${path}: data.xml`);
    return data.children.map(({ attributes, children }) => {
        const { name = '' } = attributes;
        const definition = schema.children.find((it) => it.attributes['name'] === name);
        const types = new Map(
            definition?.children[0]?.children.map((field) => [field.attributes['name'], field.attributes['type']]),
        );
        return {
            name,
            idColumn: definition?.attributes['primaryidfield'] ?? `${name}id`,
            rows: (children.find((it) => it.name === 'records')?.children ?? []).map((record) => ({
                id: record.attributes['id'] ?? '',
                columns: Object.fromEntries(
                    record.children.map(({ attributes: { name: column = '', value = '' } }) => [
                        column,
                        typed(types.get(column), value),
                    ]),
                ),
            })),
        };
    });
}

function typed(type: string | undefined, value: string): string | number | boolean {
    switch (type) {
        case 'number':
        case 'optionsetvalue':
        case 'decimal':
            return Number(value);
        case 'bool':
            return value === 'True';
        default:
            return value;
    }
}

function unzipped(path: string, zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
    try {
        return unzipSync(zip);
    } catch (error) {
        throw new Error(`${path} cannot be unpacked. Give the data package that the build made.`, { cause: error });
    }
}

function textOf(path: string, files: Readonly<Record<string, Uint8Array>>, name: string): string {
    const content = files[name];
    if (!content) throw new Error(`${path} is no data package: there is no ${name} in it.`);
    return new TextDecoder().decode(content);
}
