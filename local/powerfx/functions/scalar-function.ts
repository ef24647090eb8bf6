import type { RunContext } from '../evaluate/run-context';
import type { Type } from '../types/type';
import type { Value } from '../values';
import type { FunctionDefinition } from './function-definition';
import type { Parameter } from './parameter';
import { bindScalarCall } from './scalar-binding';

type ParameterValues<P extends readonly Parameter[]> = {
    [I in keyof P]: P[I] extends Parameter<infer V> ? V : never;
};

type OptionalValues<P extends readonly Parameter[]> = {
    [I in keyof P]: P[I] extends Parameter<infer V> ? V | undefined : never;
};

/**
 * A function whose arguments are all evaluated first, each a scalar. Errors among them are its result; blank is
 * replaced as the parameter says.
 */
export interface ScalarFunction<
    Required extends readonly Parameter[],
    Optional extends readonly Parameter[],
    Rest extends Value,
> {
    readonly name: string;
    readonly parameters: readonly [...Required];
    /** Not given: `undefined`. */
    readonly optional?: readonly [...Optional];
    /** Any number more of the same kind. */
    readonly rest?: Parameter<Rest>;
    /**
     * `'numeric'`: the kind that the numeric arguments have. A function is called with the arguments' types as given.
     */
    readonly result: Type | 'numeric' | ((types: readonly Type[]) => Type);
    /** Which numeric arguments make the others floating-point: the first alone, or any (the default). */
    readonly numericBy?: 'first' | 'any';
    /** Whether single-column tables may stand for the scalars, giving a table of results. Default true. */
    readonly isTabular?: boolean;
    readonly isImpure?: boolean;
    evaluate(run: RunContext, ...values: [...ParameterValues<Required>, ...OptionalValues<Optional>, ...Rest[]]): Value;
}

/** What `scalar-binding.ts` needs of a scalar function, its parameters' value types left out. */
export interface AnyScalarFunction {
    readonly name: string;
    readonly parameters: readonly Parameter[];
    readonly optional?: readonly Parameter[];
    readonly rest?: Parameter;
    readonly result: Type | 'numeric' | ((types: readonly Type[]) => Type);
    readonly numericBy?: 'first' | 'any';
    readonly isTabular?: boolean;
    readonly isImpure?: boolean;
    evaluate(run: RunContext, ...values: (Value | undefined)[]): Value;
}

/** Defines a strict scalar function, and with it the form that takes single-column tables. */
export function scalarFunction<
    const Required extends readonly Parameter[],
    const Optional extends readonly Parameter[] = [],
    Rest extends Value = never,
>(definition: ScalarFunction<Required, Optional, Rest>): FunctionDefinition {
    const scalar = definition as unknown as AnyScalarFunction;
    const required = scalar.parameters.length;
    return {
        name: scalar.name,
        minimumArguments: required,
        maximumArguments: scalar.rest ? Infinity : required + (scalar.optional?.length ?? 0),
        isImpure: scalar.isImpure ?? false,
        bind: (call) => bindScalarCall(scalar, call),
    };
}
