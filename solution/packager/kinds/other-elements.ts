import type { ComponentKind } from '../kind';
import { addComponents } from '../kind';
import { encode, textOf } from '../tree';
import { innerSource, parseXml } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

/** Containers that are one file in Other/, such as Other/EntityMaps.xml. */
export const otherElementKinds: readonly ComponentKind[] = [
    'EntityMaps',
    'FieldSecurityProfiles',
    'ConnectionRoles',
].map((container): ComponentKind => {
    const path = `Other/${container}.xml`;
    return {
        containers: [container],
        pack(tree, packed) {
            if (!tree.has(path)) return [];
            const xml = textOf(tree, path);
            addComponents(packed, container, [innerSource(xml, parseXml(xml, path)).trim()]);
            return [path];
        },
        unpack(zip, tree) {
            const element = zip.containers.get(container);
            if (!element || element.children.length === 0) return [];
            const inner = innerSource(zip.customizations, element).trim();
            tree.set(path, encode(`${XML_DECLARATION}<${container}>\n${inner}\n</${container}>\n`));
            return [];
        },
    };
});
