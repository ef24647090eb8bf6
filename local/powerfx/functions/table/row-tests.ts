import type { BoundNode, RowScope } from '../../binding/bound-node';
import type { Evaluate, Frame, ScopeRow } from '../../evaluate/frame';
import { messages } from '../../messages';
import { ErrorValue, type TableValue } from '../../values';
import type { CallBinder } from '../function-definition';
import { narrowed, splitConditions } from './delegation';

/** The rows of a table that meet conditions: what the table's source can test it tests itself. */
export interface RowTests {
    /** Arguments of the call, after those that come before the conditions. */
    readonly arguments: readonly BoundNode[];
    /** Puts the compiled arguments together. */
    compile(compiled: readonly Evaluate[]): CompiledTests;
}

export interface CompiledTests {
    /** The table left to look at, and the test that is left for each of its rows; none when the source does all. */
    of(
        table: TableValue,
        frame: Frame,
    ): {
        readonly table: TableValue;
        readonly test: ((row: ScopeRow) => boolean | ErrorValue) | undefined;
    };
}

/**
 * Splits conditions between a call's data source and the evaluation here, and warns of what the source cannot test.
 * @param conditions lambdas, as booleans
 */
export function rowTests(
    call: CallBinder,
    source: BoundNode,
    scope: RowScope,
    conditions: readonly BoundNode[],
): RowTests {
    const origin = source.type.kind === 'Table' ? source.type.source : undefined;
    const { delegated, rest } = splitConditions(conditions, scope, origin);
    if (origin) {
        rest.forEach(({ span }) => call.delegationWarning(span, messages.notDelegable));
    }
    const operands = delegated?.operands ?? [];
    return {
        arguments: [...conditions, ...(delegated ? [...rest, ...operands] : [])],
        compile: (compiled) => {
            const whole = compiled.slice(0, conditions.length);
            const left = compiled.slice(conditions.length, conditions.length + rest.length);
            const values = compiled.slice(conditions.length + rest.length);
            return {
                of: (table, frame) => {
                    const narrow = delegated && narrowed(table, delegated, values, frame);
                    const tests = narrow ? left : whole;
                    return {
                        table: narrow ?? table,
                        test: tests.length === 0 ? undefined : (row) => meetsAll(tests, frame.enter(row)),
                    };
                },
            };
        },
    };
}

function meetsAll(tests: readonly Evaluate[], frame: Frame): boolean | ErrorValue {
    for (const test of tests) {
        const result = test(frame);
        if (result instanceof ErrorValue) {
            return result;
        }
        if (result !== true) {
            return false;
        }
    }
    return true;
}
