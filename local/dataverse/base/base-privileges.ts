/**
 * What the stock roles may do. `roles.json` states it by table and depth; this writes the privileges one by one,
 * also for the tables that solutions bring: administrators and customizers get those at once, as on the platform.
 */
import type { Metadata } from '../metadata/metadata';
import type { Store } from '../store/store';
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

/** Gives the stock roles what they lack of their privileges on the tables of `metadata`; takes nothing away. */
export function grantBasePrivileges(store: Store, metadata: Metadata): void {
    const insert = store.prepare(
        'INSERT OR IGNORE INTO roleprivileges (roleid, privilegename, depth) VALUES (?, ?, ?)',
    );
    for (const { roleId, privilege, depth } of basePrivileges(metadata)) {
        insert.run(roleId, privilege, depth);
    }
}

interface RoleLine {
    readonly role: string;
    readonly id: string;
    /** Depth of every privilege on every table, of the base and of solutions. */
    readonly everything?: Depth;
    /** Depth of every privilege on tables that solutions bring. */
    readonly customTables?: Depth;
    /** By table (`*` is any other table of the base) and then by privilege (`*` is any other); 0 is none. */
    readonly tables?: Readonly<Record<string, Readonly<Partial<Record<Access | '*', Depth | 0>>>>>;
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
    return roles.flatMap((role) => [
        ...groups.flatMap(({ suffix, tables, accesses, isCustom }) =>
            accesses.flatMap((access) => {
                const depth = role.everything ?? (isCustom ? role.customTables : depthOf(role, tables, access));
                return depth ? [{ roleId: role.id, privilege: `prv${access}${suffix}`, depth }] : [];
            }),
        ),
        ...(role.everything ? other : (role.other ?? [])).map((privilege) => ({
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
    readonly isCustom: boolean;
}

function privilegeGroups(tables: readonly Table[]): readonly PrivilegeGroup[] {
    const groups = new Map<string, PrivilegeGroup>();
    for (const table of tables) {
        if (table.ownership === 'None') {
            continue;
        }
        const suffix = privilegeSuffix(table);
        const group = groups.get(suffix);
        groups.set(suffix, {
            suffix,
            tables: [...(group?.tables ?? []), table.logicalName],
            accesses: group?.accesses ?? accessesOf(table),
            isCustom: group?.isCustom ?? table.isCustom,
        });
    }
    return [...groups.values()];
}

/** Rows that belong to the organization cannot be assigned or shared. */
function accessesOf(table: Table): readonly Access[] {
    return table.ownership === 'OrganizationOwned'
        ? ACCESS.filter((access) => access !== 'Assign' && access !== 'Share')
        : ACCESS;
}

function depthOf(role: RoleLine, tables: readonly string[], access: Access): Depth | 0 | undefined {
    const named = tables.map((table) => role.tables?.[table]).find((line) => line !== undefined);
    const line = named ?? role.tables?.['*'];
    return line?.[access] ?? line?.['*'];
}
