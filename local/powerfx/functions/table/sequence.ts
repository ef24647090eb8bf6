import { Decimal } from '../../numbers/decimal';
import { fieldsOf, tableType, Types } from '../../types';
import { errorValue, ErrorValue, MemoryTable, recordOf, type RecordValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** The most rows that Power Fx makes (Microsoft Learn, "Sequence function"). */
const mostRows = 50_000;

function numberAt(start: number | Decimal, step: number | Decimal, index: number): Value {
    if (typeof start === 'number' && typeof step === 'number') {
        return start + step * index;
    }
    const sum =
        start instanceof Decimal && step instanceof Decimal
            ? step.times(Decimal.ofInteger(index))?.plus(start)
            : undefined;
    return sum ?? errorValue('Numeric', 'The number is too large.');
}

/** `Sequence(count, start, step)`: a table of evenly spaced numbers. */
export const sequence: FunctionDefinition = {
    name: 'Sequence',
    minimumArguments: 1,
    maximumArguments: 3,
    bind(call) {
        const given = [1, 2].filter((index) => index < call.count).map((index) => call.argument(index));
        const type = given[0]?.type.kind === 'Number' ? Types.Number : Types.Decimal;
        const nodes = [call.coerce(call.argument(0), Types.Number), ...given.map((node) => call.coerce(node, type))];
        if (isRefused(call, nodes)) {
            return undefined;
        }
        const [zero, one] = type.kind === 'Number' ? [0, 1] : [Decimal.zero, Decimal.one];
        const asNumber = (value: Value | undefined, otherwise: number | Decimal): number | Decimal =>
            typeof value === 'number' || value instanceof Decimal ? value : value === null ? zero : otherwise;
        return {
            type: tableType(fieldsOf({ Value: type })),
            arguments: nodes,
            compile: (compiled) => (frame) => {
                const values = compiled.map((evaluate) => evaluate(frame));
                const failed = values.find((value) => value instanceof ErrorValue);
                if (failed) {
                    return failed;
                }
                const [count, start, step] = values;
                const rows = typeof count === 'number' ? Math.trunc(count) : 0;
                if (rows < 0 || rows > mostRows) {
                    return errorValue('InvalidArgument', `The number of rows must be between 0 and ${mostRows}.`);
                }
                const [from, by] = [asNumber(start, one), asNumber(step, one)];
                const records: RecordValue[] = [];
                for (let index = 0; index < rows; index++) {
                    records.push(recordOf({ Value: numberAt(from, by, index) }));
                }
                return new MemoryTable(records);
            },
        };
    },
};
