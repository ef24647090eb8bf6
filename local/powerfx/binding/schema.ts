import type { ChoiceSet } from '../types/choice';
import type { Type } from '../types/type';

/** What a formula may do to a variable. */
export interface VariableRights {
    /** Patch, Collect, Remove … may write into it. */
    readonly canMutate: boolean;
    /** `Set` may replace it. */
    readonly canSet: boolean;
    /** `Set` may write one of its fields. */
    readonly canSetMutate: boolean;
}

/** A name that the host gives to formulas: a variable, a record in scope, or a data source. */
export interface Variable extends VariableRights {
    readonly name: string;
    readonly displayName?: string;
    readonly type: Type;
}

/** One parameter of a function of the host. */
export interface HostParameter {
    readonly name: string;
    readonly type: Type;
    readonly isRequired: boolean;
}

/** A function of the host, called with positional arguments or with one record of named ones. */
export interface HostFunctionDefinition {
    readonly name: string;
    /** The names in front: `['Environment']` for `Environment.new_Approve(…)`. */
    readonly namespace: readonly string[];
    readonly parameters: readonly HostParameter[];
    readonly takesRecord: boolean;
    readonly result: Type;
    readonly isBehavior: boolean;
}

/** What a formula can name, besides the language itself. */
export interface Schema {
    /** Variables and data sources, by stored or by display name. */
    findVariable(name: string): Variable | undefined;
    findChoice(name: string): ChoiceSet | undefined;
    readonly functions: readonly HostFunctionDefinition[];
    /** `Environment.Variables.x`: namespaces whose members are values, by qualified namespace name. */
    findNamespace?(qualifiedName: string): { findVariable(name: string): Variable | undefined } | undefined;
    /** The type of a record in whose row scope the formula stands, if any. */
    readonly scope?: Type;
}
