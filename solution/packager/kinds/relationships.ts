import { addComponents, pathsBelow, type ComponentKind } from '../kind';
import { encode, textOf } from '../tree';
import { child, parseXml, source } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

const INDEX = 'Other/Relationships.xml';
const FOLDER = 'Other/Relationships';
const SCHEMA_INSTANCE = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/**
 * Relationships: one file per referenced table in Other/Relationships/, and Other/Relationships.xml that lists all
 * names.
 */
export const relationships: ComponentKind = {
    containers: ['EntityRelationships'],
    pack(tree, packed) {
        const paths = pathsBelow(tree, FOLDER);
        const elements = paths.flatMap((path) => {
            const xml = textOf(tree, path);
            return parseXml(xml, path).children.map((relationship) => source(xml, relationship));
        });
        if (elements.length > 0) addComponents(packed, 'EntityRelationships', elements);
        return tree.has(INDEX) ? [INDEX, ...paths] : paths;
    },
    unpack(zip, tree) {
        const relationshipElements = zip.containers.get('EntityRelationships')?.children ?? [];
        const files = new Map<string, string[]>();
        for (const relationship of relationshipElements) {
            const referenced =
                child(relationship, 'ReferencedEntityName')?.text ??
                child(relationship, 'FirstEntityName')?.text ??
                'Unknown';
            files.set(referenced, [...(files.get(referenced) ?? []), source(zip.customizations, relationship)]);
        }
        const write = (path: string, elements: readonly string[]): void => {
            const inner = elements.map((element) => `  ${element}\n`).join('');
            tree.set(
                path,
                encode(`${XML_DECLARATION}<EntityRelationships ${SCHEMA_INSTANCE}>\n${inner}</EntityRelationships>\n`),
            );
        };
        for (const [referenced, elements] of files) write(`${FOLDER}/${referenced}.xml`, elements);
        if (files.size > 0) {
            const names = relationshipElements.map((relationship) => relationship.attributes['Name'] ?? '').sort();
            write(
                INDEX,
                names.map((name) => `<EntityRelationship Name="${name}" />`),
            );
        }
        return [];
    },
};
