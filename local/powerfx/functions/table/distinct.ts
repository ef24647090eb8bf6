import { fieldsOf, tableType } from '../../types';
import { errorValue, ErrorValue, MemoryTable, recordOf, type RecordValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { isSameValue } from '../same-value';
import { valueKey } from '../value-key';
import { withTable } from './with-rows';
import { tableScope } from './table-scope';

/** Finds values that came before, by their keys where they have one. */
class SeenValues {
    private readonly keys = new Set<string>();
    private readonly others: Value[] = [];

    /** @returns whether the value is new. */
    add(value: Value): boolean {
        const key = valueKey(value);
        if (key !== undefined) {
            const isNew = !this.keys.has(key);
            this.keys.add(key);
            return isNew;
        }
        if (this.others.some((other) => isSameValue(other, value))) {
            return false;
        }
        this.others.push(value);
        return true;
    }
}

/** `Distinct(table, formula)`: what the formula gives for the rows, each once. */
export const distinct: FunctionDefinition = {
    name: 'Distinct',
    minimumArguments: 2,
    maximumArguments: 2,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'Distinct');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const formula = call.lambda(1, scope);
        if (isRefused(call, [source, formula])) {
            return undefined;
        }
        const isScalar = formula.type.kind !== 'Record' && formula.type.kind !== 'Table';
        return {
            type: tableType(fieldsOf({ Value: formula.type })),
            arguments: [source, formula],
            compile([evaluate, valueOf]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const seen = new SeenValues();
                        const rows: RecordValue[] = [];
                        for (const row of table.rows()) {
                            frame.run.checkDeadline();
                            const value = row instanceof ErrorValue ? row : (valueOf?.(frame.enter(row)) ?? null);
                            if (value instanceof ErrorValue) {
                                return value;
                            }
                            if (!isScalar) {
                                return errorValue('InvalidArgument', 'Only primitive values are allowed.');
                            }
                            if (seen.add(value)) {
                                rows.push(recordOf({ Value: value }));
                            }
                        }
                        return new MemoryTable(rows);
                    });
            },
        };
    },
};
