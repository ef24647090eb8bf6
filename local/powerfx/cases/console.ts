import { parseFormula } from '../syntax/parser';
import { check, compile, printValue, RecordValue, type Problem, type Type, type Value } from '../index';
import { prepareHost, type PreparedHost } from './setup';

export interface Answer {
    readonly value?: Value;
    readonly type?: Type;
    readonly problems: readonly Problem[];
    readonly text: string;
}

/** Takes formulas one after the other: `Set` makes variables, and `name = formula` names a formula. */
export class Console {
    private readonly prepared: PreparedHost;
    private readonly rights = { canMutate: true, canSet: true, canSetMutate: false };

    constructor(setup: Readonly<Record<string, boolean>>) {
        this.prepared = prepareHost(setup);
    }

    enter(text: string): Answer {
        const named = this.namedFormula(text);
        if (named) {
            const answer = this.evaluate(named.text);
            if (answer.problems.length === 0) {
                this.prepared.host.add(named.name, named.type, answer.value ?? null, {
                    canMutate: false,
                    canSet: false,
                    canSetMutate: false,
                });
            }
            return answer;
        }
        return this.evaluate(text);
    }

    private evaluate(text: string): Answer {
        const { host } = this.prepared;
        const options = {
            allowSideEffects: true,
            allowChaining: true,
            declareVariable: (name: string, type: Type): boolean => {
                host.variables.set(name, { name, type, ...this.rights });
                return true;
            },
        };
        const before = new Map(host.variables);
        const checked = check(text, host.schema, options);
        if (checked.errors.length > 0) {
            host.variables.clear();
            before.forEach((variable, name) => host.variables.set(name, variable));
            return {
                problems: [...checked.errors, ...checked.warnings],
                text: checked.errors.map(({ start, end, message }) => `Error ${start}-${end}: ${message}`).join('|'),
            };
        }
        try {
            const row = host.scope?.row;
            const formula = compile(text, host.schema, options);
            const value = formula.run(host.context(20_000), row instanceof RecordValue ? row : null);
            return { value, type: formula.type, problems: [], text: printValue(value, { type: formula.type }) };
        } catch (fault) {
            return { problems: [], text: `!! ${fault instanceof Error ? (fault.stack ?? '') : String(fault)}` };
        }
    }

    private namedFormula(text: string): { name: string; text: string; type: Type } | undefined {
        const { root, faults } = parseFormula(text);
        if (faults.length > 0 || root.kind !== 'binary' || root.operator !== '=' || root.left.kind !== 'name') {
            return undefined;
        }
        const { name } = root.left.identifier;
        const { host } = this.prepared;
        const body = text.slice(root.right.extent.start, root.right.extent.end);
        return host.variables.has(name)
            ? undefined
            : { name, text: body, type: check(body, host.schema, { allowSideEffects: true }).type };
    }
}
