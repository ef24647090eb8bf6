/** `{ [name]: value }`, or nothing for undefined: an absent member is not the same as a member that is undefined. */
export function optional<Name extends string, Value>(
    name: Name,
    value: Value | undefined,
): { readonly [Key in Name]?: Value } {
    return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}
