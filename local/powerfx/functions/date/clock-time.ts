/** Hours, minutes, seconds and milliseconds, each cut to a whole number, as milliseconds; undefined when one is too large. */
export function clockTime(hours: number, minutes: number, seconds: number, milliseconds: number): number | undefined {
    const parts = [hours, minutes, seconds, milliseconds].map(Math.trunc);
    if (parts.some((part) => Math.abs(part) >= 2 ** 31)) {
        return undefined;
    }
    const [h = 0, m = 0, s = 0, ms = 0] = parts;
    return ((h * 60 + m) * 60 + s) * 1000 + ms;
}
