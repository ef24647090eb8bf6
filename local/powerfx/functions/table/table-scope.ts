import type { BoundNode, RowScope } from '../../binding/bound-node';
import { messages } from '../../messages';
import type { CallBinder } from '../function-definition';

export interface TableScope {
    readonly source: BoundNode;
    readonly scope: RowScope;
}

/** The first argument, which must be a table, and the scope of its rows. Reports and gives undefined otherwise. */
export function tableScope(call: CallBinder, name: string): TableScope | undefined {
    const source = call.argument(0);
    if (source.type.kind === 'Record') {
        call.error(call.span, messages.needTable(name));
        call.invalidArguments();
        return undefined;
    }
    const scope = call.openScope(0);
    if (!scope) {
        call.invalidArguments();
        return undefined;
    }
    return { source, scope };
}
