/**
 * Compares versions of one to four numbers; what is absent counts as 0.
 * @returns below 0 when `left` is older, above 0 when it is newer
 */
export function compareVersions(left: string, right: string): number {
    const [ofLeft, ofRight] = [left.split('.').map(Number), right.split('.').map(Number)];
    for (let index = 0; index < 4; index += 1) {
        const difference = (ofLeft[index] ?? 0) - (ofRight[index] ?? 0);
        if (difference !== 0) return difference;
    }
    return 0;
}
