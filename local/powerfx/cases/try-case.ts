import { check, compile, printValue, RecordValue } from '../index';
import { agrees } from './compare';
import { containsAll, readExpectedProblems } from './expected-problems';
import type { ExpressionCase } from './expression-case';
import { prepareHost } from './setup';

/** What came of a case. `kind` says what was expected of it. */
export interface Outcome {
    readonly kind: 'value' | 'runtimeError' | 'compileError' | 'skipped';
    readonly agrees: boolean;
    /** Of a compile error: whether its texts and places are all as expected. */
    readonly hasExactText: boolean;
    readonly actual: string;
}

/** Longest that a case may take, in milliseconds. */
const timeLimit = 20_000;

/** Runs one case. Never throws: a fault of the interpreter is an outcome as well. */
export function tryCase(one: ExpressionCase): Outcome {
    const kind = kindOf(one.expected);
    if (kind === 'skipped') {
        return { kind, agrees: true, hasExactText: false, actual: '' };
    }
    try {
        return kind === 'compileError' ? tryRefusal(one) : tryValue(one, kind);
    } catch (fault) {
        return {
            kind,
            agrees: false,
            hasExactText: false,
            actual: `!! ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
        };
    }
}

function kindOf(expected: string): Outcome['kind'] {
    if (expected.startsWith('#')) {
        return 'skipped';
    }
    if (expected.startsWith('Errors:')) {
        return 'compileError';
    }
    return expected.startsWith('Error(') ? 'runtimeError' : 'value';
}

function tryRefusal(one: ExpressionCase): Outcome {
    const { host, options } = prepareHost(one.setup);
    const { errors, warnings } = check(one.expression, host.schema, options);
    const found = [...errors, ...warnings];
    const expected = readExpectedProblems(one.expected);
    const isRefusal = expected.some((problem) => problem.severity === 'error');
    return {
        kind: 'compileError',
        agrees: isRefusal ? errors.length > 0 : found.length > 0,
        hasExactText: containsAll(found, expected),
        actual: `Errors: ${found
            .map(({ severity, start, end, message }) => `${severity} ${start}-${end}: ${message}`)
            .join('|')}`,
    };
}

function tryValue(one: ExpressionCase, kind: Outcome['kind']): Outcome {
    const { host, options } = prepareHost(one.setup);
    const { errors } = check(one.expression, host.schema, options);
    if (errors.length > 0) {
        const actual = errors.map(({ start, end, message }) => `Error ${start}-${end}: ${message}`).join('|');
        return { kind, agrees: false, hasExactText: false, actual: `Errors: ${actual}` };
    }
    const row = host.scope?.row;
    const formula = compile(one.expression, host.schema, options);
    const value = formula.run(host.context(timeLimit), row instanceof RecordValue ? row : null);
    const { type } = formula;
    return {
        kind,
        agrees: agrees(value, type, one.expected),
        hasExactText: false,
        actual: printValue(value, { type }),
    };
}
