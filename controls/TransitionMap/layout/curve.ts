export interface Point {
    readonly x: number;
    readonly y: number;
}

/** A cubic Bézier curve: start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** Both halves of a curve, which together look like the whole (de Casteljau). */
export function halves([a, b, c, d]: Curve): readonly [Curve, Curve] {
    const ab = middle(a, b);
    const bc = middle(b, c);
    const cd = middle(c, d);
    const abc = middle(ab, bc);
    const bcd = middle(bc, cd);
    const centre = middle(abc, bcd);
    return [
        [a, ab, abc, centre],
        [centre, bcd, cd, d],
    ];
}

export function reversed([a, b, c, d]: Curve): Curve {
    return [d, c, b, a];
}

/** The point half way along. */
export function centreOf(curve: Curve): Point {
    return halves(curve)[0][3];
}

export function pathOf([a, b, c, d]: Curve): string {
    return `M${text(a)} C${text(b)} ${text(c)} ${text(d)}`;
}

function middle(a: Point, b: Point): Point {
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function text({ x, y }: Point): string {
    return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
