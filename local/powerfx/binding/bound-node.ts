import type { Evaluate } from '../evaluate/frame';
import type { FunctionDefinition } from '../functions/function-definition';
import type { Span } from '../syntax/span';
import type { PrimitiveType, RecordType, Type } from '../types/type';
import type { Value } from '../values/value';
import type { Coercion } from './coercions';
import type { BinaryOperation, UnaryOperation } from './operations';
import type { Variable } from './schema';

interface BoundBase {
    readonly span: Span;
    readonly type: Type;
}

/** A row scope opened by a function such as `Filter`; told apart from others by being another object. */
export interface RowScope {
    /** `Types.Dynamic` for the items of an untyped array: they have no fields to be named without `ThisRecord`. */
    readonly type: RecordType | PrimitiveType;
    /** The name given with `As`; `ThisRecord` when none was. */
    readonly name: string;
    /** Whether the row's fields may be named without the scope's name in front: not after `As`. */
    readonly isImplicit: boolean;
    /** Scopes around this one; 0 for the outermost. */
    readonly depth: number;
}

export interface BoundConstant extends BoundBase {
    readonly kind: 'constant';
    readonly value: Value;
}

/** A variable or data source of the host. */
export interface BoundVariable extends BoundBase {
    readonly kind: 'variable';
    readonly variable: Variable;
}

/** The current row of a scope. `hops` counts the scopes between. */
export interface BoundRow extends BoundBase {
    readonly kind: 'row';
    readonly scope: RowScope;
    readonly hops: number;
}

/** A field of the current row of a scope. */
export interface BoundScopeField extends BoundBase {
    readonly kind: 'scopeField';
    readonly scope: RowScope;
    readonly hops: number;
    readonly field: string;
}

/** `record.field`, also on an untyped object. */
export interface BoundMember extends BoundBase {
    readonly kind: 'member';
    readonly record: BoundNode;
    readonly field: string;
}

/** A value turned into another type; what a formula leaves unsaid is said here. */
export interface BoundCoercion extends BoundBase {
    readonly kind: 'coercion';
    readonly operand: BoundNode;
    readonly coercion: Coercion;
}

export interface BoundUnary extends BoundBase {
    readonly kind: 'unary';
    readonly operation: UnaryOperation;
    readonly operand: BoundNode;
}

export interface BoundBinary extends BoundBase {
    readonly kind: 'binary';
    readonly operation: BinaryOperation;
    readonly left: BoundNode;
    readonly right: BoundNode;
}

/** `{a: 1}`. */
export interface BoundRecord extends BoundBase {
    readonly kind: 'record';
    readonly fields: readonly { readonly name: string; readonly value: BoundNode }[];
}

/** `[1, 2]`: with `wraps`, each item is the `Value` of a row. */
export interface BoundTable extends BoundBase {
    readonly kind: 'table';
    readonly items: readonly BoundNode[];
    readonly wraps: boolean;
}

/** `a; b; c`. */
export interface BoundChain extends BoundBase {
    readonly kind: 'chain';
    readonly steps: readonly BoundNode[];
}

/** `$"…{…}…"`, each part turned into text. */
export interface BoundInterpolation extends BoundBase {
    readonly kind: 'interpolation';
    readonly parts: readonly BoundNode[];
}

/** A piece of formula that a function runs with a row of its scope entered. */
export interface BoundLambda extends BoundBase {
    readonly kind: 'lambda';
    readonly scope: RowScope;
    readonly body: BoundNode;
}

export interface BoundCall extends BoundBase {
    readonly kind: 'call';
    readonly definition: FunctionDefinition;
    readonly arguments: readonly BoundNode[];
    /** Puts the compiled arguments together. */
    readonly compile: (compiled: readonly Evaluate[], call: BoundCall) => Evaluate;
}

/** Where a fault has been reported; it never runs. */
export interface BoundFault extends BoundBase {
    readonly kind: 'fault';
}

export type BoundNode =
    | BoundConstant
    | BoundVariable
    | BoundRow
    | BoundScopeField
    | BoundMember
    | BoundCoercion
    | BoundUnary
    | BoundBinary
    | BoundRecord
    | BoundTable
    | BoundChain
    | BoundInterpolation
    | BoundLambda
    | BoundCall
    | BoundFault;
