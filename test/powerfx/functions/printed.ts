import {
    compile,
    findTimeZone,
    FormulaError,
    printValue,
    utcZone,
    type RunContext,
    type Schema,
} from '../../../local/powerfx';

/** Where a formula of a test runs, as far as it differs from UTC and American English. */
export interface Place {
    readonly timeZone?: string;
    readonly culture?: string;
}

const schema: Schema = { findVariable: () => undefined, findChoice: () => undefined, functions: [] };

/** Half past three in the afternoon of Tuesday, 10 March 2026, in UTC. */
const now = Date.UTC(2026, 2, 10, 15, 30);

function context({ timeZone, culture }: Place): RunContext {
    return {
        variables: { get: () => null, set: () => undefined },
        now: () => now,
        timeZone: timeZone === undefined ? utcZone : (findTimeZone(timeZone) ?? utcZone),
        culture: culture ?? 'en-US',
        random: () => 0.5,
        newGuid: () => '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
        functions: new Map(),
        checkDeadline: () => undefined,
    };
}

/**
 * What a formula gives, printed as a formula itself. A formula that is refused gives `refused: ` and the messages of what
 * is wrong with it.
 */
export function printed(formula: string, place: Place = {}): string {
    try {
        const compiled = compile(formula, schema);
        return printValue(compiled.run(context(place)), { type: compiled.type });
    } catch (fault) {
        if (fault instanceof FormulaError) {
            return `refused: ${fault.problems.map(({ message }) => message).join(' ')}`;
        }
        throw fault;
    }
}
