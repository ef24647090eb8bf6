import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { tableType, Types, typeName } from '../../types';
import { ErrorValue, joinErrors, MemoryTable, RecordValue, TableValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindChanges } from './changed-fields';
import { storedNames } from './stored-names';
import { targetTable } from './target-table';

/** `UpdateIf(table, condition, changes, …)`: writes the changes into every row for which the condition is true. */
export const updateIf: FunctionDefinition = {
    name: 'UpdateIf',
    minimumArguments: 3,
    maximumArguments: Infinity,
    isBehavior: true,
    isImpure: true,
    scopeArguments: [0],
    bind(call) {
        const target = targetTable(call, 'UpdateIf');
        if (call.count % 2 === 0) {
            call.error(call.span, messages.oddArgumentCount(call.count));
        }
        const scope = target && call.openScope(0);
        if (!target || !scope) {
            return undefined;
        }
        const nodes: BoundNode[] = [];
        for (let index = 1; index + 1 < call.count; index += 2) {
            const changes = call.lambda(index + 1, scope);
            if (changes.type.kind !== 'Record' && changes.type.kind !== 'Error' && changes.type.kind !== 'Blank') {
                call.error(changes.span, messages.badTypeExpected(typeName(changes.type), 'Record'));
            }
            nodes.push(
                call.coerce(call.lambda(index, scope), Types.Boolean),
                bindChanges(call, changes, target.type.fields, true),
            );
        }
        if (isRefused(call, [target.node, ...nodes])) {
            return undefined;
        }
        const named = nodes.map((node) => storedNames(node.type, target.type.fields));
        return {
            type: tableType(target.type.fields),
            arguments: [target.node, ...nodes],
            compile([from, ...compiled]) {
                return (frame) => {
                    const table = from?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table;
                    }
                    const errors: ErrorValue[] = [];
                    const updated: RecordValue[] = [];
                    for (const row of [...table.rows()]) {
                        if (!(row instanceof RecordValue)) {
                            continue;
                        }
                        for (let index = 0; index + 1 < compiled.length; index += 2) {
                            frame.run.checkDeadline();
                            const inner = frame.enter(row);
                            const verdict = compiled[index]?.(inner) ?? null;
                            const changes = verdict === true ? (compiled[index + 1]?.(inner) ?? null) : verdict;
                            const result =
                                changes instanceof RecordValue
                                    ? table.update(row, named[index + 1]?.(changes) ?? changes)
                                    : changes;
                            if (result instanceof ErrorValue) {
                                errors.push(result);
                            } else if (result instanceof RecordValue) {
                                updated.push(result);
                            }
                        }
                    }
                    return errors.length > 0 ? joinErrors(errors) : new MemoryTable(updated);
                };
            },
        };
    },
};
