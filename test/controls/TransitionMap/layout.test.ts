import fc from 'fast-check';
import { LeadState } from '../../../lifecycle/choices';
import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import { defaultTransitions } from '../../../lifecycle/defaults';
import { routeArrows } from '../../../controls/TransitionMap/layout/arrows';
import { centreOf, halves, reversed, type Curve } from '../../../controls/TransitionMap/layout/curve';
import { placeLanes, type Box } from '../../../controls/TransitionMap/layout/lanes';
import { boxAfterKey } from '../../../controls/TransitionMap/layout/walk';
import { statusReasons } from '../../lifecycle/builders';

const reasonsArbitrary = fc
    .array(fc.constantFrom(...Object.values(LeadState)), { minLength: 1, maxLength: 20 })
    .map((states) => states.map((state, value): StatusReason => ({ value, label: `Reason ${value}`, state })));
const widthArbitrary = fc.integer({ min: 280, max: 2000 });

const boxesOf = (reasons: readonly StatusReason[], width: number): readonly Box[] =>
    placeLanes(reasons, width).lanes.flatMap((lane) => lane.boxes);

describe('the map', () => {
    it('puts open reasons on the left and closed ones on the right, Qualified above Disqualified', () => {
        const boxes = boxesOf(statusReasons, 800);
        expect(boxes.map(({ status, side, row }) => [status, side, row])).toEqual([
            [1, 'left', 0],
            [2, 'left', 1],
            [3, 'right', 0],
            [4, 'right', 1],
            [5, 'right', 2],
            [6, 'right', 3],
            [7, 'right', 4],
        ]);
    });

    it('has a place for every reason, within the width and apart from the others', () => {
        fc.assert(
            fc.property(reasonsArbitrary, widthArbitrary, (reasons, width) => {
                const { lanes, height } = placeLanes(reasons, width);
                const boxes = lanes.flatMap((lane) => lane.boxes);
                expect(boxes.map(({ status }) => status).sort((a, b) => a - b)).toEqual(
                    reasons.map(({ value }) => value),
                );
                for (const box of boxes) {
                    expect(box.x).toBeGreaterThanOrEqual(0);
                    expect(box.x + box.width).toBeLessThanOrEqual(width);
                    expect(box.y + box.height).toBeLessThanOrEqual(height);
                    const overlapping = boxes.filter(
                        (other) =>
                            other !== box &&
                            other.x < box.x + box.width &&
                            box.x < other.x + other.width &&
                            other.y < box.y + box.height &&
                            box.y < other.y + other.height,
                    );
                    expect(overlapping).toEqual([]);
                }
                const left = boxes.find(({ side }) => side === 'left');
                const right = boxes.find(({ side }) => side === 'right');
                if (left && right) expect(right.x - left.x - left.width).toBeGreaterThanOrEqual(40);
            }),
        );
    });
});

describe('the arrows', () => {
    const lanes = placeLanes(statusReasons, 800);
    const arrowsOf = (...edges: readonly (readonly [number, number])[]) =>
        routeArrows(
            edges.map(([from, to]) => ({ from, to })),
            lanes,
        );
    const box = (status: number) => lanes.lanes.flatMap((lane) => lane.boxes).find((one) => one.status === status);

    it('end at the box that they lead to', () => {
        const [arrow] = arrowsOf([1, 4]);
        expect(arrow?.tip.x).toBeCloseTo(box(4)?.x ?? 0);
        expect(arrow?.points).toBe('right');
        const [back] = arrowsOf([4, 1]);
        expect(back?.tip.x).toBeCloseTo((box(1)?.x ?? 0) + (box(1)?.width ?? 0));
        expect(back?.points).toBe('left');
    });

    it('share a line where moves lead both ways, each owning the half before its head', () => {
        const [out, back] = arrowsOf([1, 4], [4, 1]);
        expect([out?.from, out?.to, back?.from, back?.to]).toEqual([1, 4, 4, 1]);
        const start = (path = '') => path.slice(1).split(' ')[0];
        expect(start(out?.path)).toBe(start(back?.path));
    });

    it('bend around the boxes between, within a column, and stay on the map', () => {
        for (const width of [296, 800]) {
            const narrow = placeLanes(statusReasons, width);
            for (const arrow of routeArrows(
                [
                    { from: 4, to: 7 },
                    { from: 2, to: 1 },
                ],
                narrow,
            )) {
                const numbers = (arrow.path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
                const [x0 = 0, , x1 = 0, , x2 = 0, , x3 = 0] = numbers;
                const bulge = (x0 + 3 * x1 + 3 * x2 + x3) / 8;
                expect(bulge).toBeGreaterThanOrEqual(0);
                expect(bulge).toBeLessThanOrEqual(width);
                expect(Math.abs(bulge - x0)).toBeGreaterThan(3);
            }
        }
    });

    it('leave a box in the order of where they lead, so that they do not cross there', () => {
        const all = defaultTransitions(1033);
        const tips = routeArrows(all, lanes).filter(({ from }) => from === 1);
        const starts = routeArrows(all, lanes)
            .filter(({ to, from }) => to === 1 && from > 2)
            .map(({ from, tip }) => [from, tip.y] as const);
        const ordered = [...starts].sort((a, b) => a[1] - b[1]).map(([from]) => from);
        expect(ordered).toEqual([3, 4, 5, 6, 7]);
        expect(tips).toHaveLength(6);
    });

    it('are drawn once for each direction, however many moves go there, and not for what is not on the map', () => {
        fc.assert(
            fc.property(
                fc.array(fc.record({ from: fc.integer({ min: 1, max: 9 }), to: fc.integer({ min: 1, max: 9 }) })),
                (edges) => {
                    const expected = new Set(
                        edges
                            .filter(({ from, to }) => from !== to && from <= 7 && to <= 7)
                            .map(({ from, to }) => `${from}-${to}`),
                    );
                    const drawn = routeArrows(edges, lanes).map(({ from, to }) => `${from}-${to}`);
                    expect(new Set(drawn)).toEqual(expected);
                    expect(drawn).toHaveLength(expected.size);
                },
            ),
        );
    });

    it('are cut in the middle', () => {
        const curve: Curve = [
            { x: 0, y: 0 },
            { x: 10, y: 0 },
            { x: 10, y: 20 },
            { x: 20, y: 20 },
        ];
        const [first, second] = halves(curve);
        expect(first[3]).toEqual({ x: 10, y: 10 });
        expect(second[0]).toEqual(first[3]);
        expect(centreOf(reversed(curve))).toEqual(centreOf(curve));
    });
});

describe('the keys of the map', () => {
    const lanes = placeLanes(statusReasons, 800);
    it.each([
        ['ArrowDown', 1, 2],
        ['ArrowUp', 2, 1],
        ['ArrowUp', 1, null],
        ['ArrowDown', 7, null],
        ['ArrowLeft', 1, null],
        ['ArrowLeft', 3, 1],
        ['ArrowDown', 3, 4],
        ['Home', 7, 1],
        ['End', 1, 7],
        ['x', 1, null],
    ])('%s leads from %s to %s', (key, from, to) => {
        expect(boxAfterKey(key, lanes, from)).toBe(to);
    });

    it('lead to the nearest box of the other column and back into the one that was left', () => {
        const target = boxAfterKey('ArrowRight', lanes, 2);
        expect(target).not.toBeNull();
        expect(boxAfterKey('ArrowLeft', lanes, target)).toBe(2);
    });
});
