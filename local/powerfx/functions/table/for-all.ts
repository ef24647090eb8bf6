import type { Frame, Evaluate, ScopeRow } from '../../evaluate/frame';
import { fieldsOf, tableType, Types, type Type } from '../../types';
import {
    DynamicValue,
    ErrorValue,
    joinErrors,
    MemoryTable,
    recordOf,
    RecordValue,
    VoidValue,
    type Row,
    type Value,
} from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { dynamicOf, itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';
import { withTable } from './with-rows';
import { tableScope } from './table-scope';

function resultType(body: Type): Type {
    switch (body.kind) {
        case 'Void':
            return body;
        case 'Record':
            return tableType(body.fields);
        default:
            return tableType(fieldsOf({ Value: body }));
    }
}

/** Runs for every row, also after one has failed; the result is a table, or the errors of all that failed. */
function runAll(rows: Iterable<ScopeRow>, body: Evaluate, frame: Frame, isRecord: boolean, isVoid: boolean): Value {
    const results: Row[] = [];
    const errors: ErrorValue[] = [];
    for (const row of rows) {
        frame.run.checkDeadline();
        const value = body(frame.enter(row));
        if (value instanceof ErrorValue) {
            errors.push(value);
        } else if (isRecord) {
            results.push(value instanceof RecordValue ? value : null);
        } else if (!isVoid) {
            results.push(recordOf({ Value: value }));
        }
    }
    if (errors.length > 0) {
        return joinErrors(errors);
    }
    return isVoid ? VoidValue.only : new MemoryTable(results);
}

/** `ForAll(table, formula)`: a table of what the formula gives for each row. */
export const forAll: FunctionDefinition = {
    name: 'ForAll',
    minimumArguments: 2,
    maximumArguments: 2,
    scopeArguments: [0],
    bind(call) {
        const source = call.argument(0);
        const isDynamic = source.type.kind === 'Dynamic';
        const scope = isDynamic ? call.dynamicScope(0) : tableScope(call, 'ForAll')?.scope;
        if (!scope) {
            return undefined;
        }
        const body = call.lambda(1, scope);
        if (isRefused(call, [source])) {
            return undefined;
        }
        const isRecord = body.type.kind === 'Record';
        const isVoid = body.type.kind === 'Void';
        return {
            type: body.type.kind === 'Error' ? Types.Error : resultType(body.type),
            arguments: [source, body],
            compile([evaluate, formula]) {
                if (!formula) {
                    return () => null;
                }
                if (!isDynamic) {
                    return (frame) =>
                        withTable(evaluate, frame, (table) => runAll(table.rows(), formula, frame, isRecord, isVoid));
                }
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    if (!(value instanceof DynamicValue)) {
                        return value;
                    }
                    const items = itemsOf(value);
                    return items instanceof ErrorValue
                        ? items
                        : runAll(
                              items.map((item) => dynamicOf(item) as DynamicValue | null),
                              formula,
                              frame,
                              isRecord,
                              isVoid,
                          );
                };
            },
        };
    },
};
