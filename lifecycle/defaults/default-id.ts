const KINDS = { transition: 1, reason: 2, criterion: 3 } as const;

/**
 * The fixed id of a default row, so that loading the defaults twice finds the same rows.
 * @param number 1 to 99, unique within the kind; never given to another row, even after one is dropped
 */
export function defaultId(kind: keyof typeof KINDS, number: number): string {
    return `61740a0${KINDS[kind]}-5e1d-4c27-9a0${KINDS[kind]}-${String(number).padStart(12, '0')}`;
}
