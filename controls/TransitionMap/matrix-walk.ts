/** A cell of the matrix; both count from 0. */
export interface Cell {
    readonly row: number;
    readonly column: number;
}

/**
 * The cell that a key leads to in a matrix with as many rows as columns (WAI-ARIA Authoring Practices, "Grid").
 * @param withControl whether the Control key is held, which makes Home and End lead to the corners
 * @returns null when the key leads nowhere
 */
export function cellAfterKey(key: string, withControl: boolean, { row, column }: Cell, size: number): Cell | null {
    const last = size - 1;
    const target = ((): Cell | null => {
        switch (key) {
            case 'ArrowUp':
                return { row: row - 1, column };
            case 'ArrowDown':
                return { row: row + 1, column };
            case 'ArrowLeft':
                return { row, column: column - 1 };
            case 'ArrowRight':
                return { row, column: column + 1 };
            case 'Home':
                return { row: withControl ? 0 : row, column: 0 };
            case 'End':
                return { row: withControl ? last : row, column: last };
            case 'PageUp':
                return { row: 0, column };
            case 'PageDown':
                return { row: last, column };
            default:
                return null;
        }
    })();
    if (target === null) return null;
    const isInside = target.row >= 0 && target.row <= last && target.column >= 0 && target.column <= last;
    return isInside ? target : null;
}
