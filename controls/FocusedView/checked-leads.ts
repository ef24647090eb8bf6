/** Leads that are checked for a command on several of them, by id, as pure functions. */
export type CheckedLeads = ReadonlySet<string>;

export const NONE_CHECKED: CheckedLeads = new Set();

/** Checks a lead, or takes its check away. */
export function withToggled(checked: CheckedLeads, id: string): CheckedLeads {
    return checked.has(id) ? without(checked, [id]) : new Set([...checked, id]);
}

/**
 * Checks all leads from one to another, both included.
 * @param ids in the order in which they are shown
 * @param from where the range starts; at `to` itself when it is not shown
 */
export function withRange(
    checked: CheckedLeads,
    ids: readonly string[],
    from: string | null,
    to: string,
): CheckedLeads {
    const end = ids.indexOf(to);
    const start = from === null ? end : ids.indexOf(from);
    const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
    return new Set([...checked, ...ids.slice(first, last + 1)]);
}

/** Checks every lead that is shown, or, when all of them are, none of them any more. */
export function withAllToggled(checked: CheckedLeads, ids: readonly string[]): CheckedLeads {
    return areAllChecked(checked, ids) ? without(checked, ids) : new Set([...checked, ...ids]);
}

export function without(checked: CheckedLeads, ids: readonly string[]): CheckedLeads {
    return new Set([...checked].filter((id) => !ids.includes(id)));
}

export function areAllChecked(checked: CheckedLeads, ids: readonly string[]): boolean {
    return ids.length > 0 && ids.every((id) => checked.has(id));
}
