import type { ChoiceValue } from '../../values';

/** How a week is counted: its first day (0 for Sunday), and the number of that day. */
export interface FirstDay {
    readonly day: number;
    readonly number: number;
}

const firstDays: Readonly<Record<string, FirstDay>> = {
    Sunday: { day: 0, number: 1 },
    Monday: { day: 1, number: 1 },
    MondayZero: { day: 1, number: 0 },
    Tuesday: { day: 2, number: 1 },
    Wednesday: { day: 3, number: 1 },
    Thursday: { day: 4, number: 1 },
    Friday: { day: 5, number: 1 },
    Saturday: { day: 6, number: 1 },
};

/** What a member of StartOfWeek says; Sunday when the argument is left out, undefined when it is blank. */
export function firstDayOf(start: ChoiceValue | null | undefined): FirstDay | undefined {
    if (start === null) {
        return undefined;
    }
    return firstDays[start?.option.name ?? 'Sunday'];
}
