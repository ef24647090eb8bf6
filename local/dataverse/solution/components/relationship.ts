/** `<EntityRelationships>`: one-to-many and many-to-many relationships. */
import type {
    CascadeBehavior,
    ManyToManyRelationship,
    OneToManyRelationship,
    Relationship,
} from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, childrenNamed, childText, placeOf, requiredAttribute, requiredText, schemaViolation } from '../xml';

import { componentKind } from './component-kind';

interface ParsedRelationship {
    readonly relationship: Relationship;
    readonly element: XmlElement;
}

/** Role type 1 is the many side's (the lookup), 0 the one side's (the collection). */
const LOOKUP_ROLE = '1';
const COLLECTION_ROLE = '0';

const CASCADES: Readonly<Record<string, CascadeBehavior>> = {
    cascade: 'Cascade',
    nocascade: 'NoCascade',
    active: 'Active',
    activeonly: 'Active',
    userowned: 'UserOwned',
    removelink: 'RemoveLink',
    restrict: 'Restrict',
};

export const relationships = componentKind<ParsedRelationship>(
    'EntityRelationships',
    (section) =>
        childrenNamed(section, 'EntityRelationship')
            .filter((element) => element.attributes['unmodified'] !== '1')
            .map((element) => ({ relationship: parseRelationship(element), element })),
    applyRelationship,
);

function parseRelationship(element: XmlElement): Relationship {
    const schemaName = requiredAttribute(element, 'Name');
    const type = requiredText(element, 'EntityRelationshipType');
    switch (type) {
        case 'OneToMany':
            return oneToMany(element, schemaName);
        case 'ManyToMany':
            return manyToMany(element, schemaName);
        default:
            throw schemaViolation(element, `'${type}' is not a relationship type`);
    }
}

function oneToMany(element: XmlElement, schemaName: string): OneToManyRelationship {
    const lookup = requiredText(element, 'ReferencingAttributeName');
    const referencedTable = requiredText(element, 'ReferencedEntityName').toLowerCase();
    const names = new Map(
        roles(element).map((role) => [
            childText(role, 'RelationshipRoleType'),
            childText(role, 'NavigationPropertyName'),
        ]),
    );
    return {
        kind: 'OneToMany',
        schemaName,
        referencedTable,
        // The importer puts the referenced table's real primary id here: activities and some others differ.
        referencedColumn: `${referencedTable}id`,
        referencingTable: requiredText(element, 'ReferencingEntityName').toLowerCase(),
        referencingColumn: lookup.toLowerCase(),
        lookupNavigationProperty: names.get(LOOKUP_ROLE) ?? lookup,
        collectionNavigationProperty: names.get(COLLECTION_ROLE) ?? schemaName,
        cascade: {
            assign: cascade(element, 'CascadeAssign'),
            delete: cascade(element, 'CascadeDelete', 'RemoveLink'),
            merge: cascade(element, 'CascadeMerge'),
            reparent: cascade(element, 'CascadeReparent'),
            share: cascade(element, 'CascadeShare'),
            unshare: cascade(element, 'CascadeUnshare'),
        },
        isCustom: true,
    };
}

function manyToMany(element: XmlElement, schemaName: string): ManyToManyRelationship {
    const table1 = requiredText(element, 'FirstEntityName').toLowerCase();
    const table2 = requiredText(element, 'SecondEntityName').toLowerCase();
    const isSelf = table1 === table2;
    const names = new Map(
        roles(element).map((role) => [
            childText(role, 'AssociationRoleOrdinal'),
            childText(role, 'NavigationPropertyName'),
        ]),
    );
    return {
        kind: 'ManyToMany',
        schemaName,
        intersectTable: (childText(element, 'IntersectEntityName') ?? schemaName).toLowerCase(),
        table1,
        column1: isSelf ? `${table1}idone` : `${table1}id`,
        navigationProperty1: names.get('1') ?? schemaName,
        table2,
        column2: isSelf ? `${table2}idtwo` : `${table2}id`,
        navigationProperty2: names.get('2') ?? schemaName,
        isCustom: true,
    };
}

function roles(element: XmlElement): readonly XmlElement[] {
    return childrenNamed(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
}

function cascade(element: XmlElement, name: string, otherwise: CascadeBehavior = 'NoCascade'): CascadeBehavior {
    const text = childText(element, name);
    if (text === undefined) {
        return otherwise;
    }
    const behavior = CASCADES[text.toLowerCase()];
    if (behavior === undefined) {
        throw schemaViolation(element, `'${text}' is not a value of '${name}'`);
    }
    return behavior;
}

function applyRelationship({ relationship, element }: ParsedRelationship, content: SolutionContent): void {
    content.relationships.push(relationship);
    const tables =
        relationship.kind === 'OneToMany'
            ? [relationship.referencingTable, relationship.referencedTable]
            : [relationship.table1, relationship.table2];
    content.addComponent(ComponentType.EntityRelationship, relationship.schemaName, element, { coveredBy: tables });
    const need = { neededBy: `relationship ${relationship.schemaName}`, place: placeOf(element) };
    for (const name of tables) {
        content.require({ kind: 'table', name, ...need });
    }
    if (relationship.kind === 'OneToMany') {
        const { referencingTable: table, referencingColumn: name } = relationship;
        content.require({ kind: 'column', table, name, ...need });
    }
}
