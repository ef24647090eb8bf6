import type { Texts } from '../../platform/types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long it has been, in the largest unit that fits: minutes, hours, days. */
export function durationText(from: Date, to: Date, texts: Texts): string {
    const elapsed = Math.max(0, to.getTime() - from.getTime());
    if (elapsed < HOUR) {
        return texts('form.process.minutes', Math.floor(elapsed / MINUTE));
    }
    return elapsed < DAY
        ? texts('form.process.hours', Math.floor(elapsed / HOUR))
        : texts('form.process.days', Math.floor(elapsed / DAY));
}
