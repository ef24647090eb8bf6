/** What the stock roles may do. `roles.json` states it by table and depth; this writes the privileges one by one. */
import type { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/types';
import { readBaseFile } from './base-directory';

/** 1 own rows, 2 business unit, 4 business unit and those below, 8 organization. */
export type Depth = 1 | 2 | 4 | 8;

export interface BasePrivilege {
    readonly roleId: string;
    /** Such as `prvReadLead`. */
    readonly privilege: string;
    readonly depth: Depth;
}

interface RoleLine {
    readonly role: string;
    readonly id: string;
    /** Depth of every privilege on every table, of the base and of solutions. */
    readonly everything?: Depth;
    /** By table (`*` is any other) and then by privilege (`*` is any other). */
    readonly tables?: Readonly<Record<string, Readonly<Partial<Record<Access | '*', Depth>>>>>;
    /** Privileges that belong to no table. */
    readonly other?: readonly string[];
}

const ACCESS = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'] as const;
type Access = (typeof ACCESS)[number];

export function basePrivileges(metadata: Metadata): readonly BasePrivilege[] {
    const { roles, other } = JSON.parse(readBaseFile('roles.json')) as {
        readonly roles: readonly RoleLine[];
        readonly other: readonly string[];
    };
    const groups = privilegeGroups(metadata.tables);
    return roles.flatMap(role => [
        ...groups.flatMap(({ suffix, tables, accesses }) =>
            accesses.flatMap(access => {
                const depth = role.everything ?? depthOf(role, tables, access);
                return depth ? [{ roleId: role.id, privilege: `prv${access}${suffix}`, depth }] : [];
            }),
        ),
        ...(role.everything ? other : (role.other ?? [])).map(privilege => ({
            roleId: role.id,
            privilege,
            depth: 8 as const,
        })),
    ]);
}

/**
 * The name that a table's privileges end in. All activities share one set, and so do notes
 * (Microsoft Learn, "Security role privileges").
 */
export function privilegeSuffix(table: Table): string {
    if (table.isActivity) {
        return 'Activity';
    }
    return table.logicalName === 'annotation' ? 'Note' : table.schemaName;
}

interface PrivilegeGroup {
    readonly suffix: string;
    readonly tables: readonly string[];
    readonly accesses: readonly Access[];
}

function privilegeGroups(tables: readonly Table[]): readonly PrivilegeGroup[] {
    const groups = new Map<string, { tables: string[]; accesses: readonly Access[] }>();
    for (const table of tables) {
        if (table.ownership === 'None') {
            continue;
        }
        const suffix = privilegeSuffix(table);
        const group = groups.get(suffix);
        if (group) {
            group.tables.push(table.logicalName);
        } else {
            groups.set(suffix, { tables: [table.logicalName], accesses: accessesOf(table) });
        }
    }
    return [...groups].map(([suffix, group]) => ({ suffix, ...group }));
}

/** Rows that belong to the organization cannot be assigned or shared. */
function accessesOf(table: Table): readonly Access[] {
    return table.ownership === 'OrganizationOwned'
        ? ACCESS.filter(access => access !== 'Assign' && access !== 'Share')
        : ACCESS;
}

function depthOf(role: RoleLine, tables: readonly string[], access: Access): Depth | undefined {
    const named = tables.map(table => role.tables?.[table]).find(line => line !== undefined);
    const line = named ?? role.tables?.['*'];
    return line?.[access] ?? line?.['*'];
}
