/** `<SavedQueries>`: the views of a table. */
import type { Label } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childInteger,
    childrenNamed,
    descend,
    descendants,
    guid,
    placeOf,
    requiredText,
    serializeXml,
} from '../xml';

import { childLabel, requiredLabel } from './labels';

export interface ParsedView {
    readonly id: string;
    readonly name: Label;
    readonly description: Label;
    readonly queryType: number;
    readonly isDefault: boolean;
    readonly isQuickFind: boolean;
    readonly fetch: XmlElement | undefined;
    readonly grid: XmlElement | undefined;
    readonly columnSet: XmlElement | undefined;
    readonly element: XmlElement;
}

/** Reads the views of one table; unmodified ones are left out. */
export function parseViews(section: XmlElement | undefined): readonly ParsedView[] {
    return childrenNamed(section, 'savedqueries')
        .flatMap((list) => childrenNamed(list, 'savedquery'))
        .filter((element) => element.attributes['unmodified'] !== '1')
        .map(parseView);
}

function parseView(element: XmlElement): ParsedView {
    const id = guid(requiredText(element, 'savedqueryid'), element);
    return {
        id,
        name: requiredLabel(element, `view ${id}`, 'LocalizedNames'),
        description: childLabel(element, 'Descriptions'),
        queryType: childInteger(element, 'querytype') ?? 0,
        isDefault: childFlag(element, 'isdefault') ?? false,
        isQuickFind: childFlag(element, 'isquickfindquery') ?? false,
        fetch: descend(element, 'fetchxml', 'fetch'),
        grid: descend(element, 'layoutxml', 'grid'),
        columnSet: descend(element, 'columnsetxml', 'columnset'),
        element,
    };
}

/** Adds the view's row, and the columns it shows and filters by. */
export function applyView(view: ParsedView, table: string, content: SolutionContent): void {
    const name = Object.values(view.name)[0] ?? view.id;
    content.addComponent(ComponentType.View, view.id, view.element, {
        displayName: name,
        id: view.id,
        coveredBy: [table],
    });
    content.addRow(
        'savedquery',
        view.id,
        {
            savedqueryid: view.id,
            returnedtypecode: table,
            querytype: view.queryType,
            isdefault: view.isDefault,
            isquickfindquery: view.isQuickFind,
            isprivate: false,
            statecode: 0,
            statuscode: 1,
            fetchxml: view.fetch === undefined ? null : serializeXml(view.fetch),
            layoutxml: view.grid === undefined ? null : serializeXml(view.grid),
            columnsetxml: view.columnSet === undefined ? null : serializeXml(view.columnSet),
        },
        { name: view.name, description: view.description },
    );
    const neededBy = `view ${name} (${view.id}) of ${table}`;
    const root = child(view.fetch, 'entity');
    if (root !== undefined) {
        requireQueryParts(root, (root.attributes['name'] ?? table).toLowerCase(), neededBy, content);
    }
    if (view.grid !== undefined) {
        for (const cell of descendants(view.grid, 'cell')) {
            const column = cell.attributes['name'] ?? '';
            // `alias.column` shows a column of a linked table, which the query already names.
            if (column !== '' && !column.includes('.')) {
                content.require({
                    kind: 'column',
                    table,
                    name: column.toLowerCase(),
                    neededBy,
                    place: placeOf(cell),
                });
            }
            const library = cell.attributes['imageproviderwebresource']?.replace(/^\$webresource:/i, '');
            if (library !== undefined && library !== '') {
                content.require({
                    kind: 'row',
                    table: 'webresource',
                    column: 'name',
                    name: library,
                    neededBy,
                    place: placeOf(cell),
                });
            }
        }
    }
}

function requireQueryParts(entity: XmlElement, table: string, neededBy: string, content: SolutionContent): void {
    const need = (name: string | undefined, element: XmlElement): void => {
        if (name !== undefined && name !== '') {
            content.require({ kind: 'column', table, name: name.toLowerCase(), neededBy, place: placeOf(element) });
        }
    };
    content.require({ kind: 'table', name: table, neededBy, place: placeOf(entity) });
    for (const part of entity.children) {
        switch (part.name) {
            case 'attribute':
                need(part.attributes['name'], part);
                break;
            case 'order':
                if (part.attributes['entityname'] === undefined) {
                    need(part.attributes['attribute'], part);
                }
                break;
            case 'filter':
                for (const condition of descendants(part, 'condition')) {
                    if (condition.attributes['entityname'] === undefined) {
                        need(condition.attributes['attribute'], condition);
                    }
                }
                break;
            case 'link-entity': {
                const linked = (part.attributes['name'] ?? '').toLowerCase();
                need(part.attributes['to'], part);
                requireQueryParts(part, linked, neededBy, content);
                break;
            }
            default:
                break;
        }
    }
}
