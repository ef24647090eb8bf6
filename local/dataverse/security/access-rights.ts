/** Rights on a row with their bits (Microsoft Learn, "AccessRights EnumType"). */
export const ACCESS_RIGHTS = {
    Read: 1,
    Write: 2,
    Append: 4,
    AppendTo: 16,
    Create: 32,
    Delete: 65536,
    Share: 262144,
    Assign: 524288,
} as const;

export type AccessRight = keyof typeof ACCESS_RIGHTS;

export const ALL_ACCESS_RIGHTS: readonly AccessRight[] = [
    'Read',
    'Write',
    'Append',
    'AppendTo',
    'Create',
    'Delete',
    'Share',
    'Assign',
];

/** `ReadAccess, WriteAccess`: how the Web API writes a set of rights; `None` for an empty one. */
export function accessRightsText(mask: number): string {
    const names = ALL_ACCESS_RIGHTS.filter((right) => (mask & ACCESS_RIGHTS[right]) !== 0).map(
        (right) => `${right}Access`,
    );
    return names.length === 0 ? 'None' : names.join(', ');
}

/**
 * Bits of `ReadAccess,WriteAccess` or of a number.
 * @returns undefined when a name is not a right
 */
export function parseAccessRights(text: string): number | undefined {
    if (/^\d+$/.test(text.trim())) {
        return Number(text);
    }
    let mask = 0;
    for (const name of text.split(',').map((part) => part.trim().replace(/Access$/, ''))) {
        const right = ALL_ACCESS_RIGHTS.find((each) => each.toLowerCase() === name.toLowerCase());
        if (right) {
            mask |= ACCESS_RIGHTS[right];
        } else if (name !== 'None' && name !== '') {
            return undefined;
        }
    }
    return mask;
}
