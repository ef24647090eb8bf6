import { strToU8, zipSync } from 'fflate';
import { defaultRows } from '../../lifecycle/defaults';
import { contentTypes } from '../packager/content-types';
import { encode, textOf, type Tree } from '../packager/tree';
import { child, descendants, parseXml, type XmlElement } from '../packager/xml';
import { XML_DECLARATION } from '../packager/xml-declaration';

const BASE_LANGUAGE = 1033;
/** Members carry one fixed time, so that the same rows give the same bytes. */
const MEMBER_TIME = new Date(1980, 0, 1);

/** Column types of Entity.xml in the words of the Configuration Migration tool. */
const FIELD_TYPES: Readonly<Record<string, string>> = {
    bit: 'bool',
    int: 'number',
    memo: 'string',
    nvarchar: 'string',
    ntext: 'string',
    picklist: 'optionsetvalue',
    primarykey: 'guid',
};

/**
 * The default configuration as a data package: data.xml and data_schema.xml as the Configuration Migration tool
 * writes and reads them (Microsoft Learn, "Manage configuration data").
 * @param tree the unpacked solution, which says what type a column has
 * @returns the bytes of the zip
 * @throws an error that names a column the solution does not have
 */
export function dataPackage(tree: Tree): Uint8Array {
    const rows = defaultRows(BASE_LANGUAGE);
    const tables = [...new Set(rows.map((row) => row.table))].map((name) => {
        const ofTable = rows.filter((row) => row.table === name);
        const columns = Object.keys(ofTable[0]?.columns ?? {});
        return { ...describe(tree, name, columns), name, rows: ofTable };
    });
    const schema = tables.map(
        ({ name, displayName, fields }) =>
            `  <entity name="${name}" displayname="${displayName}" primaryidfield="${name}id" primarynamefield="llc_name" disableplugins="false">\n` +
            `    <fields>\n${fields
                .map(
                    (field) =>
                        `      <field displayname="${escape(field.displayName)}" name="${field.name}" type="${field.type}"${field.type === 'guid' ? ' primaryKey="true"' : ' customfield="true"'} />\n`,
                )
                .join('')}    </fields>\n  </entity>\n`,
    );
    const data = tables.map(
        ({ name, displayName, rows: ofTable }) =>
            `  <entity name="${name}" displayname="${displayName}">\n    <records>\n${ofTable
                .map(
                    ({ id, columns }) =>
                        `      <record id="${id}">\n${Object.entries(columns)
                            .filter(([, value]) => value !== null)
                            .map(
                                ([column, value]) =>
                                    `        <field name="${column}" value="${escape(fieldValue(value))}" />\n`,
                            )
                            .join('')}      </record>\n`,
                )
                .join('')}    </records>\n    <m2mrelationships />\n  </entity>\n`,
    );
    const files = {
        'data.xml': encode(`${XML_DECLARATION}<entities>\n${data.join('')}</entities>\n`),
        'data_schema.xml': encode(`${XML_DECLARATION}<entities>\n${schema.join('')}</entities>\n`),
    };
    return zipSync(
        { '[Content_Types].xml': strToU8(contentTypes(Object.keys(files))), ...files },
        { level: 9, mtime: MEMBER_TIME },
    );
}

interface Description {
    readonly displayName: string;
    readonly fields: readonly { readonly name: string; readonly displayName: string; readonly type: string }[];
}

function describe(tree: Tree, table: string, columns: readonly string[]): Description {
    const path = [...tree.keys()].find((it) => it.toLowerCase() === `entities/${table}/entity.xml`);
    if (!path) throw new Error(`Data package: the solution has no table ${table}.`);
    const root = parseXml(textOf(tree, path), path);
    const attributes = new Map(
        [...descendants(root)]
            .filter((element) => element.name === 'attribute')
            .map((element) => [(element.attributes['PhysicalName'] ?? '').toLowerCase(), element]),
    );
    return {
        displayName: escape(child(root, 'Name')?.attributes['LocalizedName'] ?? table),
        fields: columns.map((name) => {
            const attribute = attributes.get(name);
            const type = FIELD_TYPES[(attribute && child(attribute, 'Type')?.text) ?? ''];
            if (!attribute || !type) throw new Error(`Data package: ${table} has no column ${name} of a known type.`);
            return { name, displayName: displayNameOf(attribute) ?? name, type };
        }),
    };
}

function displayNameOf(attribute: XmlElement): string | undefined {
    return child(attribute, 'displaynames')?.children.find(
        (name) => name.attributes['languagecode'] === String(BASE_LANGUAGE),
    )?.attributes['description'];
}

function fieldValue(value: unknown): string {
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    return String(value);
}

function escape(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
