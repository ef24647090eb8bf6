import type { Box, Lanes } from './lanes';

/**
 * The status reason that a key leads to on the map: up and down within a column, left and right to the nearest one of
 * the other column, Home and End to the first and last.
 * @returns null when the key leads nowhere
 */
export function boxAfterKey(key: string, { lanes }: Pick<Lanes, 'lanes'>, current: number | null): number | null {
    const boxes = lanes.flatMap((lane) => lane.boxes);
    const here = boxes.find((box) => box.status === current);
    if (key === 'Home') return boxes[0]?.status ?? null;
    if (key === 'End') return boxes.at(-1)?.status ?? null;
    if (here === undefined) return null;
    switch (key) {
        case 'ArrowUp':
        case 'ArrowDown': {
            const row = here.row + (key === 'ArrowUp' ? -1 : 1);
            return boxes.find((box) => box.side === here.side && box.row === row)?.status ?? null;
        }
        case 'ArrowLeft':
        case 'ArrowRight': {
            const side = key === 'ArrowLeft' ? 'left' : 'right';
            return here.side === side
                ? null
                : nearest(
                      boxes.filter((box) => box.side === side),
                      here,
                  );
        }
        default:
            return null;
    }
}

function nearest(boxes: readonly Box[], here: Box): number | null {
    const [best] = [...boxes].sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y));
    return best?.status ?? null;
}
