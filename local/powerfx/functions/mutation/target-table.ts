import { canMutate } from '../../binding/mutability';
import { messages } from '../../messages';
import { noFields, tableType } from '../../types';
import type { CallBinder } from '../function-definition';
import { tableArgument, type TableArgument } from '../table/table-argument';

/** Binds the table that a function writes into. Reports and gives undefined when it may not. */
export function targetTable(call: CallBinder, name: string): TableArgument | undefined {
    const node = call.argument(0);
    if (node.type.kind === 'Unknown' || node.type.kind === 'Blank') {
        return { node, type: tableType(noFields) };
    }
    const table = tableArgument(call, 0);
    if (table && !canMutate(table.node)) {
        call.error(table.node.span, messages.cannotChange(name));
    }
    return table;
}
