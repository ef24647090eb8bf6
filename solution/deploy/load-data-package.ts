import { unzipSync } from 'fflate';
import { parseXml } from '../packager/xml';
import { WebApiRefusal, type WebApiClient } from './web-api-client';

export interface LoadedData {
    readonly created: number;
    /** Rows that were there already; they keep what a maker made of them. */
    readonly kept: number;
}

/**
 * Loads a Configuration Migration package: creates the rows that are missing, by their ids, and touches no other.
 * @throws WebApiRefusal that names the row
 */
export async function loadDataPackage(client: WebApiClient, zip: Uint8Array): Promise<LoadedData> {
    const files = unzipSync(zip);
    const schema = parseXml(textOf(files, 'data_schema.xml'), 'data_schema.xml');
    const data = parseXml(textOf(files, 'data.xml'), 'data.xml');
    const entitySets = await entitySetNames(
        client,
        schema.children.map((entity) => entity.attributes['name'] ?? ''),
    );
    let created = 0;
    let kept = 0;
    for (const entity of data.children) {
        const table = entity.attributes['name'] ?? '';
        const fields = schema.children.find((it) => it.attributes['name'] === table)?.children[0]?.children ?? [];
        const types = new Map(fields.map((field) => [field.attributes['name'], field.attributes['type'] ?? 'string']));
        for (const record of entity.children.find((it) => it.name === 'records')?.children ?? []) {
            const body = Object.fromEntries(
                record.children.map(({ attributes: { name = '', value = '' } }) => [
                    name,
                    typed(types.get(name), value),
                ]),
            );
            const path = `${entitySets.get(table) ?? table}(${record.attributes['id'] ?? ''})`;
            try {
                await client.patch(path, body, { 'If-None-Match': '*' });
                created += 1;
            } catch (error) {
                if (!(error instanceof WebApiRefusal) || error.status !== 412) throw error;
                kept += 1;
            }
        }
    }
    return { created, kept };
}

async function entitySetNames(client: WebApiClient, tables: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = await Promise.all(
        tables.map(async (table) => {
            const definition = await client.get(`EntityDefinitions(LogicalName='${table}')?$select=EntitySetName`);
            return [table, String(definition['EntitySetName'])] as const;
        }),
    );
    return new Map(names);
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

function textOf(files: Readonly<Record<string, Uint8Array>>, name: string): string {
    const content = files[name];
    if (!content) throw new Error(`The data package has no ${name}.`);
    return new TextDecoder().decode(content);
}
