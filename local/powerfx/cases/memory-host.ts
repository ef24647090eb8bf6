import type { ChoiceSet } from '../types/choice';
import type {
    HostFunction,
    HostFunctionDefinition,
    RunContext,
    Schema,
    TimeZone,
    Type,
    Value,
    Variable,
    VariableRights,
} from '../index';
import { utcZone } from '../index';

/** What the plain variables of a host may have done to them. */
export const settable: VariableRights = { canMutate: false, canSet: true, canSetMutate: false };

/** A host that keeps its variables in memory. */
export class MemoryHost {
    readonly variables = new Map<string, Variable>();
    readonly values = new Map<string, Value>();
    readonly choices = new Map<string, ChoiceSet>();
    readonly functions: HostFunctionDefinition[] = [];
    readonly implementations = new Map<string, HostFunction>();
    scope: { readonly type: Type; readonly row: Value } | undefined;
    timeZone: TimeZone = utcZone;
    culture = 'en-US';

    add(name: string, type: Type, value: Value, rights: VariableRights = settable): void {
        this.variables.set(name, { name, type, ...rights });
        this.values.set(name, value);
    }

    get schema(): Schema {
        return {
            findVariable: (name) => this.variables.get(name),
            findChoice: (name) => this.choices.get(name),
            functions: this.functions,
            ...(this.scope ? { scope: this.scope.type } : {}),
        };
    }

    /** What a run of a formula asks for. @param milliseconds How long the run may take. */
    context(milliseconds: number): RunContext {
        const deadline = Date.now() + milliseconds;
        return {
            variables: {
                get: (name) => this.values.get(name) ?? null,
                set: (name, value) => {
                    this.values.set(name, value);
                    return undefined;
                },
            },
            now: () => Date.now(),
            timeZone: this.timeZone,
            culture: this.culture,
            random: () => Math.random(),
            newGuid: () => crypto.randomUUID(),
            functions: this.implementations,
            checkDeadline: () => {
                if (Date.now() > deadline) {
                    throw new Error(`The formula ran for more than ${milliseconds} ms.`);
                }
            },
        };
    }
}
