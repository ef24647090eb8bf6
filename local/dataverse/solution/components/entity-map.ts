/** `<EntityMaps>`: which columns of one table a row made from it takes over. */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { XmlElement } from '../xml';
import { child, childrenNamed, placeOf, requiredText } from '../xml';

import { componentKind } from './component-kind';

interface ParsedEntityMap {
    readonly source: string;
    readonly target: string;
    readonly columns: readonly { readonly source: string; readonly target: string }[];
    readonly element: XmlElement;
}

export const entityMaps = componentKind<ParsedEntityMap>(
    'EntityMaps',
    (section) =>
        childrenNamed(section, 'EntityMap').map((element) => ({
            source: requiredText(element, 'EntitySource').toLowerCase(),
            target: requiredText(element, 'EntityTarget').toLowerCase(),
            columns: childrenNamed(child(element, 'AttributeMaps'), 'AttributeMap').map((map) => ({
                source: requiredText(map, 'AttributeSource').toLowerCase(),
                target: requiredText(map, 'AttributeTarget').toLowerCase(),
            })),
            element,
        })),
    applyEntityMap,
);

function applyEntityMap({ source, target, columns, element }: ParsedEntityMap, content: SolutionContent): void {
    const key = `${source}/${target}`;
    const id = nameBasedId('entitymap', key);
    content.addComponent(ComponentType.EntityMap, key, element, { id, coveredBy: [source, target] });
    content.addRow('entitymap', id, { entitymapid: id, sourceentityname: source, targetentityname: target });
    for (const column of columns) {
        const columnId = nameBasedId('attributemap', `${key}/${column.source}/${column.target}`);
        content.addRow('attributemap', columnId, {
            attributemapid: columnId,
            entitymapid: { table: 'entitymap', id },
            sourceattributename: column.source,
            targetattributename: column.target,
        });
        const need = { neededBy: `map ${key}`, place: placeOf(element) };
        content.require({ kind: 'column', table: source, name: column.source, ...need });
        content.require({ kind: 'column', table: target, name: column.target, ...need });
    }
}
