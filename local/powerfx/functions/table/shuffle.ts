import { MemoryTable } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

/** `Shuffle(table)`: the rows in a random order. */
export const shuffle: FunctionDefinition = {
    name: 'Shuffle',
    minimumArguments: 1,
    maximumArguments: 1,
    isImpure: true,
    bind(call) {
        const source = tableArgument(call, 0);
        if (!source || isRefused(call, [source.node])) {
            return undefined;
        }
        return {
            type: source.node.type,
            arguments: [source.node],
            compile: ([evaluate]) => {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const rows = [...table.rows()].map((row) => ({ row, place: frame.run.random() }));
                        rows.sort((left, right) => left.place - right.place);
                        return new MemoryTable(rows.map(({ row }) => row));
                    });
            },
        };
    },
};
