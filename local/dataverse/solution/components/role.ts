/** `<Roles>`: security roles and their privileges. */
import type { RolePrivilege, SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, childrenNamed, guid, requiredAttribute, schemaViolation } from '../xml';

import { componentKind } from './component-kind';

interface ParsedRole {
    readonly id: string;
    readonly name: string;
    readonly isInherited: boolean;
    readonly privileges: readonly RolePrivilege[];
    readonly element: XmlElement;
}

const DEPTHS: Readonly<Record<string, 1 | 2 | 4 | 8>> = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

export const roles = componentKind<ParsedRole>(
    'Roles',
    (section) =>
        childrenNamed(section, 'Role')
            .filter((element) => element.attributes['unmodified'] !== '1')
            .map(parseRole),
    applyRole,
);

function parseRole(element: XmlElement): ParsedRole {
    const id = guid(requiredAttribute(element, 'id'), element);
    return {
        id,
        name: requiredAttribute(element, 'name'),
        isInherited: element.attributes['isinherited'] === '1',
        privileges: childrenNamed(child(element, 'RolePrivileges'), 'RolePrivilege').map((privilege) => {
            const level = requiredAttribute(privilege, 'level');
            const depth = DEPTHS[level];
            if (depth === undefined) {
                throw schemaViolation(privilege, `'${level}' is not a privilege level`);
            }
            return { roleId: id, name: requiredAttribute(privilege, 'name'), depth };
        }),
        element,
    };
}

function applyRole(role: ParsedRole, content: SolutionContent): void {
    content.addComponent(ComponentType.Role, role.id, role.element, {
        displayName: role.name,
        id: role.id,
        needsRoot: true,
    });
    content.addRow('role', role.id, {
        roleid: role.id,
        name: role.name,
        isinherited: role.isInherited ? 1 : 0,
    });
    content.privileges.push(...role.privileges);
}
