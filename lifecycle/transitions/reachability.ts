/** A move without what it demands. */
export interface Edge {
    readonly from: number;
    readonly to: number;
}

/** Everything that can be reached from the starts by any number of moves, the starts themselves included. */
export function reachableFrom(starts: Iterable<number>, edges: readonly Edge[]): ReadonlySet<number> {
    const targets = new Map<number, number[]>();
    for (const { from, to } of edges) {
        const known = targets.get(from);
        if (known) known.push(to);
        else targets.set(from, [to]);
    }
    const reached = new Set(starts);
    // A set hands out what is added while it is walked through.
    for (const status of reached) for (const target of targets.get(status) ?? []) reached.add(target);
    return reached;
}

/** Everything from which one of the ends can be reached, the ends themselves included. */
export function leadingTo(ends: Iterable<number>, edges: readonly Edge[]): ReadonlySet<number> {
    return reachableFrom(
        ends,
        edges.map(({ from, to }) => ({ from: to, to: from })),
    );
}
