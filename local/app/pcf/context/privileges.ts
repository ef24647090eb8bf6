/** `context.utils.hasEntityPrivilege` (Microsoft Learn, "hasEntityPrivilege"). */
import type { ClientUser } from '../../../dataverse/client/types';

/** Words of the privilege types 1 to 8 in a privilege's name. */
const WORDS = ['', 'Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;

/** Depths 0 to 3 as roles keep them. */
const DEPTHS = [1, 2, 4, 8] as const;

/**
 * @param table logical name; a privilege's name holds the schema name, which differs from it by case only
 * @param privilegeType 0 none, 1 create … 8 append to
 * @param privilegeDepth −1 none, 0 user … 3 organization
 */
export function hasPrivilege(
    user: Pick<ClientUser, 'privileges'>,
    table: string,
    privilegeType: number,
    privilegeDepth: number,
): boolean {
    const word = WORDS[privilegeType];
    if (!word || privilegeDepth < 0) return true;
    const wanted = `prv${word}${table}`.toLowerCase();
    const held = Object.entries(user.privileges).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? 0;
    return held >= (DEPTHS[privilegeDepth] ?? Number.POSITIVE_INFINITY);
}
