import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { noFields, tableType, typeName, type TableType } from '../../types';
import type { CallBinder } from '../function-definition';

export interface TableArgument {
    readonly node: BoundNode;
    /** Without fields for blank. */
    readonly type: TableType;
}

/** Binds an argument that must be a table or blank. Reports and gives undefined otherwise. */
export function tableArgument(call: CallBinder, index: number): TableArgument | undefined {
    const node = call.argument(index);
    switch (node.type.kind) {
        case 'Table':
            return { node, type: node.type };
        case 'Blank':
        case 'Unknown':
            return { node, type: tableType(noFields) };
        case 'Error':
            break;
        default:
            call.error(node.span, messages.badTypeExpected(typeName(node.type), 'Table'));
    }
    call.invalidArguments();
    return undefined;
}
