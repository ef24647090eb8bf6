/** How a pattern is to be matched: what `MatchOptions` says. */
export interface MatchSettings {
    readonly startsAtStart: boolean;
    readonly endsAtEnd: boolean;
    readonly ignoresCase: boolean;
    readonly isMultiline: boolean;
    readonly isFreelySpaced: boolean;
    readonly dotMatchesAll: boolean;
    readonly isNumbered: boolean;
}

/**
 * Reads the letters behind `MatchOptions` members. Where none of Contains, BeginsWith, EndsWith and Complete is among
 * them (each has a `c`), the function's own habit holds.
 */
export function matchSettings(letters: string, habit: 'complete' | 'contains'): MatchSettings {
    const all = letters.includes('c') ? letters : letters + (habit === 'complete' ? '^c$' : 'c');
    return {
        startsAtStart: all.includes('^'),
        endsAtEnd: all.includes('$'),
        ignoresCase: all.includes('i'),
        isMultiline: all.includes('m'),
        isFreelySpaced: all.includes('x'),
        dotMatchesAll: all.includes('s'),
        isNumbered: all.includes('N'),
    };
}
