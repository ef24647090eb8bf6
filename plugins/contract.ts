import type { Labels } from './model/rules-model';

export type PluginMessage = 'Create' | 'Update' | 'Delete';
export type PluginStage = 'preOperation' | 'postOperation';

/** A plug-in that runs when rows of a table change. */
export interface AutomatedContract {
    readonly kind: 'automated';
    readonly uniqueName: string;
    readonly name: string;
    readonly description: string;
    readonly table: string;
    readonly messages: readonly PluginMessage[];
    readonly stage: PluginStage;
    /** Order among the steps of a stage; lower ones run first. */
    readonly rank: number;
    /** An update runs the plug-in only when it gives one of these; none for every update. */
    readonly filteringColumns: readonly string[];
}

/** Types of parameters and outputs with their codes (Microsoft Learn, "CustomAPIRequestParameter table reference"). */
export const PARAMETER_TYPES = {
    Boolean: 0,
    DateTime: 1,
    Decimal: 2,
    Float: 6,
    Integer: 7,
    String: 10,
} as const;
export type ParameterType = keyof typeof PARAMETER_TYPES;

export interface FunctionOutput {
    readonly name: string;
    readonly type: ParameterType;
    readonly description: string;
}

export interface FunctionParameter extends FunctionOutput {
    readonly isRequired: boolean;
}

/** A plug-in that is called by name: a Custom API. */
export interface FunctionContract {
    readonly kind: 'function';
    readonly uniqueName: string;
    readonly name: string;
    /** Of the row that lists it for makers; stays for good. */
    readonly id: string;
    readonly label: Labels;
    readonly description: Labels;
    /** Logical names of the tables that the formula reads; five at most. */
    readonly tables: readonly string[];
    readonly parameters: readonly FunctionParameter[];
    readonly outputs: readonly FunctionOutput[];
}

export type Contract = AutomatedContract | FunctionContract;

/** @throws Error that names the member which is missing or wrong */
export function parseContract(json: string): Contract {
    const contract: unknown = JSON.parse(json);
    const kind = member(contract, 'kind');
    if (kind === 'automated') return automated(contract);
    if (kind === 'function') return callable(contract);
    throw new Error(`"kind" is ${JSON.stringify(kind)}; it must be "automated" or "function"`);
}

function automated(contract: unknown): AutomatedContract {
    const rank = member(contract, 'rank');
    if (typeof rank !== 'number') throw new Error('"rank" must be a number');
    return {
        kind: 'automated',
        ...texts(contract, 'uniqueName', 'name', 'description', 'table'),
        messages: list(contract, 'messages').map((it) => oneOf(['Create', 'Update', 'Delete'], it, 'messages')),
        stage: oneOf(['preOperation', 'postOperation'], member(contract, 'stage'), 'stage'),
        rank,
        filteringColumns: list(contract, 'filteringColumns').map(String),
    };
}

function callable(contract: unknown): FunctionContract {
    return {
        kind: 'function',
        ...texts(contract, 'uniqueName', 'name', 'id'),
        label: labels(contract, 'label'),
        description: labels(contract, 'description'),
        tables: list(contract, 'tables').map(String),
        parameters: list(contract, 'parameters').map((it) => ({
            ...output(it),
            isRequired: member(it, 'isRequired') === true,
        })),
        outputs: list(contract, 'outputs').map(output),
    };
}

function output(value: unknown): FunctionOutput {
    const types = Object.keys(PARAMETER_TYPES) as ParameterType[];
    return { ...texts(value, 'name', 'description'), type: oneOf(types, member(value, 'type'), 'type') };
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function texts<Name extends string>(value: unknown, ...names: readonly Name[]): Record<Name, string> {
    const entries = names.map((name) => {
        const text = member(value, name);
        if (typeof text !== 'string' || text === '') throw new Error(`"${name}" must be a text`);
        return [name, text];
    });
    return Object.fromEntries(entries) as Record<Name, string>;
}

function list(value: unknown, name: string): readonly unknown[] {
    const items = member(value, name);
    if (Array.isArray(items)) return items;
    throw new Error(`"${name}" must be a list`);
}

function labels(value: unknown, name: string): Labels {
    return texts(member(value, name), '1033', '1036');
}

function oneOf<Option extends string>(options: readonly Option[], value: unknown, name: string): Option {
    const option = options.find((it) => it === value);
    if (option) return option;
    throw new Error(`"${name}" is ${JSON.stringify(value)}; it must be one of ${options.join(', ')}`);
}
