import type { Edge } from '../../../lifecycle/transitions/reachability';
import { centreOf, halves, pathOf, reversed, type Curve, type Point } from './curve';
import type { Box, Lanes } from './lanes';

/** One arrow of the map. Where moves lead both ways, each owns the half of the line that ends at its target. */
export interface Arrow {
    readonly from: number;
    readonly to: number;
    readonly path: string;
    /** Tip of the arrowhead. */
    readonly tip: Point;
    readonly points: 'left' | 'right';
    /** Where something may be marked on the line. */
    readonly mark: Point;
}

/** Length of an arrowhead; the line ends where it begins. In pixels. */
export const HEAD = 8;
const WIDEST_PORT_GAP = 11;
const PORT_PADDING = 8;

/**
 * Routes the arrows: between the columns as flat curves, within a column as arcs outside of it, the longer the wider.
 * At each box the lines are put in the order of where they lead, so that they leave without crossing each other.
 * Moves from or to what is not on the map are left out.
 */
export function routeArrows(edges: readonly Edge[], { lanes, margin }: Lanes): readonly Arrow[] {
    const boxes = new Map(lanes.flatMap((lane) => lane.boxes.map((box) => [box.status, box] as const)));
    const lines = new Map<string, Line>();
    for (const { from, to } of edges) {
        const [one, other] = [boxes.get(from), boxes.get(to)];
        if (one === undefined || other === undefined || from === to) continue;
        const [first, second] = before(one, other) ? [one, other] : [other, one];
        const key = `${first.status}-${second.status}`;
        const line = lines.get(key) ?? { first, second, forward: false, backward: false };
        lines.set(key, from === first.status ? { ...line, forward: true } : { ...line, backward: true });
    }
    const ports = placePorts([...lines.values()]);
    return [...lines.values()].flatMap((line) => arrowsOf(line, ports, margin));
}

interface Line {
    readonly first: Box;
    readonly second: Box;
    /** A move leads from the first to the second. */
    readonly forward: boolean;
    readonly backward: boolean;
}

function before(one: Box, other: Box): boolean {
    return one.side === other.side ? one.row < other.row : one.side === 'left';
}

/** Where a line touches a box: towards the other column, or outwards. */
type Ports = ReadonlyMap<string, number>;

function portKey(box: Box, other: Box): string {
    return `${box.status}-${other.status}`;
}

function placePorts(lines: readonly Line[]): Ports {
    const ends = lines.flatMap(({ first, second }) => [
        { box: first, other: second },
        { box: second, other: first },
    ]);
    const byBoxAndSide = new Map<string, { readonly box: Box; readonly other: Box }[]>();
    for (const end of ends) {
        const key = `${end.box.status} ${end.box.side === end.other.side ? 'outside' : 'inside'}`;
        byBoxAndSide.set(key, [...(byBoxAndSide.get(key) ?? []), end]);
    }
    const ports = new Map<string, number>();
    for (const group of byBoxAndSide.values()) {
        const [{ box } = { box: null }] = group;
        if (box === null) continue;
        const sorted = [...group].sort((a, b) => rank(a.box, a.other) - rank(b.box, b.other));
        const gap = Math.min(WIDEST_PORT_GAP, (box.height - 2 * PORT_PADDING) / Math.max(1, sorted.length - 1));
        const top = box.y + box.height / 2 - (gap * (sorted.length - 1)) / 2;
        sorted.forEach((end, index) => ports.set(portKey(end.box, end.other), top + index * gap));
    }
    return ports;
}

/**
 * The order of the lines at a box from top to bottom. Lines to the other column: as their ends stand there. Arcs: those
 * that lead up above those that lead down, and the widest ones in the middle, because they pass around the others.
 */
function rank(box: Box, other: Box): number {
    if (box.side !== other.side) return other.y;
    const rows = box.row - other.row;
    return rows > 0 ? rows - 1000 : rows + 1000;
}

/** The handles of an arc that just stays within the margin: the arc goes three quarters of the way to them. */
function widestReach(margin: number): number {
    return (margin - HEAD - 3) / 0.75;
}

function arrowsOf(line: Line, ports: Ports, margin: number): readonly Arrow[] {
    const { first, second, forward, backward } = line;
    const start = ports.get(portKey(first, second)) ?? 0;
    const end = ports.get(portKey(second, first)) ?? 0;
    const sameSide = first.side === second.side;
    // Towards the right a line leaves from the right edge of a box; arcs of the left column lie left of it.
    const outward = first.side === 'left' ? -1 : 1;
    const leaving = sameSide ? outward : 1;
    const arriving = sameSide ? outward : -1;
    const edge = (box: Box, direction: number): number => (direction > 0 ? box.x + box.width : box.x);
    const from: Point = { x: edge(first, leaving) + (backward ? leaving * HEAD : 0), y: start };
    const to: Point = { x: edge(second, arriving) + (forward ? arriving * HEAD : 0), y: end };
    const reach = sameSide
        ? Math.min(widestReach(margin), 20 + 13 * Math.abs(first.row - second.row))
        : Math.max(24, (to.x - from.x) * 0.45);
    const curve: Curve = [
        from,
        { x: from.x + leaving * reach, y: from.y },
        { x: to.x + arriving * reach, y: to.y },
        to,
    ];
    const arrow = (origin: Box, target: Box, own: Curve, direction: number): Arrow => ({
        from: origin.status,
        to: target.status,
        path: pathOf(own),
        tip: { x: own[3].x - direction * HEAD, y: own[3].y },
        points: direction > 0 ? 'left' : 'right',
        mark: centreOf(own),
    });
    if (forward && backward) {
        const [near, far] = halves(curve);
        return [arrow(first, second, far, arriving), arrow(second, first, reversed(near), leaving)];
    }
    return forward ? [arrow(first, second, curve, arriving)] : [arrow(second, first, reversed(curve), leaving)];
}
