import { messages } from '../../messages';
import { recordType, typeName } from '../../types';
import { errorValue, ErrorValue, MemoryRecord, RecordValue, TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindChanges } from './changed-fields';
import { findRow } from './find-row';
import { storedNames } from './stored-names';
import { targetTable } from './target-table';

/** `Update(table, old record, new record)`: puts a record in another's place; columns not given become blank. */
export const update: FunctionDefinition = {
    name: 'Update',
    minimumArguments: 3,
    maximumArguments: 4,
    isBehavior: true,
    isImpure: true,
    bind(call) {
        const target = targetTable(call, 'Update');
        if (!target) {
            return undefined;
        }
        const { fields } = target.type;
        const [old, replacement] = [1, 2].map((index) => {
            const node = call.argument(index);
            if (node.type.kind !== 'Record' && node.type.kind !== 'Blank' && node.type.kind !== 'Error') {
                call.error(node.span, messages.badTypeExpected(typeName(node.type), 'Record'));
            }
            return bindChanges(call, node, fields, index > 1);
        });
        if (!old || !replacement || isRefused(call, [target.node, old, replacement])) {
            return undefined;
        }
        const names = fields.names();
        const [nameOld, nameNew] = [storedNames(old.type, fields), storedNames(replacement.type, fields)];
        return {
            type: recordType(fields, target.type.source),
            arguments: [target.node, old, replacement],
            compile([from, before, after]) {
                return (frame) => {
                    const [one, other] = [before?.(frame) ?? null, after?.(frame) ?? null];
                    const table = from?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table;
                    }
                    if (!(one instanceof RecordValue) || !(other instanceof RecordValue)) {
                        return one instanceof ErrorValue ? one : other instanceof ErrorValue ? other : null;
                    }
                    const row = findRow(table, nameOld(one));
                    const given = nameNew(other);
                    const content = names.map((name): [string, Value] => [name, given.get(name)]);
                    return row
                        ? table.update(row, new MemoryRecord(content))
                        : errorValue('NotFound', 'The specified record was not found.');
                };
            },
        };
    },
};
