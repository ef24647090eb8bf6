import { recordType, Types } from '../../types';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { withTable } from './with-rows';

/** `LookUp(table, condition, result)`: the first row for which the condition is true, or the result in that row. */
export const lookUp: FunctionDefinition = {
    name: 'LookUp',
    minimumArguments: 2,
    maximumArguments: 3,
    scopeArguments: [0],
    bind(call) {
        const source = call.argument(0);
        const scope = call.openScope(0);
        if (!scope) {
            call.invalidArguments();
            return undefined;
        }
        const condition = call.coerce(call.lambda(1, scope), Types.Boolean);
        const result = call.count > 2 ? call.lambda(2, scope) : undefined;
        if (isRefused(call, [source, condition, result ?? condition])) {
            return undefined;
        }
        const row = source.type.kind === 'Table' ? recordType(source.type.fields, source.type.source) : source.type;
        return {
            type: result?.type ?? row,
            arguments: result ? [source, condition, result] : [source, condition],
            compile([evaluate, test, reduce]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        for (const found of table.rows()) {
                            frame.run.checkDeadline();
                            const inner = frame.enter(found);
                            const verdict = test?.(inner) ?? null;
                            if (verdict instanceof ErrorValue) {
                                return verdict;
                            }
                            if (verdict === true) {
                                return reduce ? reduce(inner) : found;
                            }
                        }
                        return null;
                    });
            },
        };
    },
};
