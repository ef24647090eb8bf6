import { messages } from '../../messages';
import { ErrorValue, RecordValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** `With(record, formula)`: the formula, in which the record's fields can be named. */
export const withFunction: FunctionDefinition = {
    name: 'With',
    minimumArguments: 2,
    maximumArguments: 2,
    scopeArguments: [0],
    bind(call) {
        const record = call.argument(0);
        if (record.type.kind === 'Blank') {
            const body = call.argument(1);
            return isRefused(call, [body]) ? undefined : { type: body.type, arguments: [], compile: () => () => null };
        }
        const scope = record.type.kind === 'Table' ? undefined : call.openScope(0);
        if (!scope) {
            if (record.type.kind === 'Table') {
                call.error(record.span, messages.badTypeExpected('Table', 'Record'));
            }
            call.invalidArguments();
            return undefined;
        }
        const body = call.lambda(1, scope);
        if (isRefused(call, [record])) {
            return undefined;
        }
        // What the formula writes must not show in the names that it was given.
        const isCopied = call.allowsBehavior && record.kind !== 'record';
        return {
            type: body.type,
            arguments: [record, body],
            compile([subject, formula]) {
                return (frame) => {
                    const value: Value = subject?.(frame) ?? null;
                    if (value === null) {
                        return null;
                    }
                    if (value instanceof RecordValue) {
                        return formula?.(frame.enter(isCopied ? value.copy() : value)) ?? null;
                    }
                    return value instanceof ErrorValue ? value : null;
                };
            },
        };
    },
};
