import { Types } from '../../types';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { withTable } from './with-rows';
import { tableScope } from './table-scope';

/** `Concat(table, text, separator)`: the texts that the formula gives for each row, joined. */
export const concat: FunctionDefinition = {
    name: 'Concat',
    minimumArguments: 2,
    maximumArguments: 3,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'Concat');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const text = call.coerce(call.lambda(1, scope), Types.Text);
        const separator = call.count > 2 ? call.coerce(call.argument(2), Types.Text) : undefined;
        if (isRefused(call, [source, text, separator ?? text])) {
            return undefined;
        }
        return {
            type: Types.Text,
            arguments: separator ? [source, text, separator] : [source, text],
            compile([evaluate, describe, between]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const joint = between?.(frame) ?? '';
                        if (joint instanceof ErrorValue) {
                            return joint;
                        }
                        const parts: string[] = [];
                        for (const row of table.rows()) {
                            frame.run.checkDeadline();
                            const part = describe?.(frame.enter(row)) ?? '';
                            if (part instanceof ErrorValue) {
                                return part;
                            }
                            parts.push(String(part));
                        }
                        return parts.join(String(joint));
                    });
            },
        };
    },
};
