import {
    compile,
    Decimal,
    fieldsOf,
    FormulaError,
    MemoryTable,
    printValue,
    recordOf,
    recordType,
    tableType,
    Types,
    utcZone,
    type Schema,
    type Value,
    type Variable,
} from '../../../local/powerfx';

const columns = fieldsOf({ name: Types.Text, score: Types.Decimal });
const lead = (name: string, score: number) => recordOf({ name, score: Decimal.ofInteger(score) });

const variables: readonly Variable[] = [
    { name: 'leads', type: tableType(columns), canMutate: true, canSet: false, canSetMutate: false },
    { name: 'seed', type: recordType(columns), canMutate: false, canSet: false, canSetMutate: true },
];

const schema: Schema = {
    findVariable: (name) => variables.find((variable) => variable.name === name),
    findChoice: () => undefined,
    functions: [],
};

/**
 * Runs formulas one after another over `leads` (Ada with a score of 1, Bob with 2), into which they may write, and
 * `seed` (Sam with 0), whose fields may be set.
 * @returns what the last one gives, printed; or `refused: ` and why, for the first that is refused.
 */
export function runSteps(steps: readonly string[], trace: (line: string) => void = () => undefined): string {
    const values = new Map<string, Value>([
        ['leads', new MemoryTable([lead('Ada', 1), lead('Bob', 2)])],
        ['seed', lead('Sam', 0)],
    ]);
    let last = '';
    for (const step of steps) {
        try {
            const formula = compile(step, schema, { allowSideEffects: true });
            const value = formula.run({
                variables: {
                    get: (name) => values.get(name) ?? null,
                    set: (name, written) => {
                        values.set(name, written);
                        return undefined;
                    },
                },
                now: () => 0,
                timeZone: utcZone,
                culture: 'en-US',
                random: () => 0.5,
                newGuid: () => '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
                functions: new Map(),
                checkDeadline: () => undefined,
                trace,
            });
            last = printValue(value, { type: formula.type });
        } catch (fault) {
            if (fault instanceof FormulaError) {
                return `refused: ${fault.problems.map(({ message }) => message).join(' ')}`;
            }
            throw fault;
        }
    }
    return last;
}
