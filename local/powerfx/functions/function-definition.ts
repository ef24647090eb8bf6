import type { BoundCall, BoundNode, RowScope } from '../binding/bound-node';
import type { Evaluate } from '../evaluate/frame';
import type { Span } from '../syntax/span';
import type { Field, Fields } from '../types/fields';
import type { RecordType, TableType, Type } from '../types/type';

/** What can be seen of how an argument is written, for the functions whose arguments are more than expressions. */
export interface ArgumentForm {
    /** Where the argument as a whole is reported: at `As` when it is there. */
    readonly span: Span;
    /** Whether it is a name alone, but for `As`. */
    readonly isName: boolean;
    /** The name after `As`. */
    readonly asName?: string;
    /** `name` or, with `x.` in front, the last name; of the part before `As` when there is one. */
    readonly name?: string;
    /** The name before the last dot, when it is a plain name as well. */
    readonly owner?: string;
}

/** A variable, or a field of the record that a node gives. */
export type AssignmentTarget =
    | { readonly kind: 'variable'; readonly name: string; readonly type: Type }
    | { readonly kind: 'field'; readonly record: BoundNode; readonly name: string; readonly type: Type };

/**
 * What a function's `bind` works with: one call in a formula. Arguments are bound when asked for, so a function decides
 * which of them are plain values, which run with a row entered, and which are names of columns.
 */
export interface CallBinder {
    /** The number of arguments written. */
    readonly count: number;
    /** The whole call, and the function's name in it. */
    readonly span: Span;
    readonly nameSpan: Span;

    /** Binds the argument in the scope the call stands in; a second time gives the same. */
    argument(index: number): BoundNode;
    argumentSpan(index: number): Span;
    /** How the argument is written when it is `x As name`, `a.b` or a plain name; the rest is undefined. */
    argumentForm(index: number): ArgumentForm;
    /** The type that an argument names, `Type({…})` or `Number`. Reports and gives undefined when it is none. */
    typeArgument(index: number): Type | undefined;
    /** Where the type that an argument names is reported. */
    typeArgumentSpan(index: number): Span;

    /**
     * The row scope that a table or record given as argument opens, with the name after `As` if there is one. Reports
     * and gives undefined when the argument is neither.
     */
    openScope(index: number): RowScope | undefined;
    /** The scope of the items of an untyped array, as in `ForAll(ParseJSON(…), ThisRecord)`. */
    dynamicScope(index: number): RowScope;
    /** A row scope of these fields, such as `FirstError` of IfError; its fields are named without its name. */
    scopeOf(fields: Fields): RowScope;
    /** Binds the argument inside the scope; compiled, it is run with `frame.enter(row)`. */
    lambda(index: number, scope: RowScope): BoundNode;
    /** Binds the argument before its `As`, inside the scope; without `As`, the same as `lambda`. */
    namedLambda(index: number, scope: RowScope): BoundNode;

    /** The column that an argument names (an identifier, not an expression). Reports and gives undefined otherwise. */
    column(index: number, fields: Fields): Field | undefined;
    /** The name that an argument gives to a new column. Reports and gives undefined when it is not an identifier. */
    newColumnName(index: number): string | undefined;

    /**
     * What `Set` writes into. Reports and gives undefined when it may not.
     * @param value The type of what is written, which a variable not seen before takes.
     */
    assignmentTarget(index: number, value: Type): AssignmentTarget | undefined;

    /** The node as a value of the type. Reports (at the node) and gives a fault when its type does not fit. */
    coerce(node: BoundNode, type: Type): BoundNode;
    /** As `coerce`, of a record that becomes a row: the fields that it lacks stay out of it, rather than being blank. */
    coerceRow(node: BoundNode, type: Type): BoundNode;
    /** Whether a value of one type may stand where another is wanted. */
    canCoerce(from: Type, to: Type): boolean;
    /** The type that values of all these types can have, as for the branches of `If`; undefined when there is none. */
    unify(types: readonly Type[]): Type | undefined;

    /** Reports a fault; the call is refused. Messages come from `messages.ts`. */
    error(span: Span, message: string): void;
    warning(span: Span, message: string): void;
    /** Warns that a data source cannot do this by itself, so that its rows are read and looked at here. */
    delegationWarning(span: Span, message: string): void;
    /** Reports, once per call and at the function's name, that the call has invalid arguments. */
    invalidArguments(): void;
    /** Whether the host lets this formula act: without it, a result that cannot be used is a fault. */
    readonly allowsBehavior: boolean;
    /** Whether anything was reported by this call. */
    readonly hasErrors: boolean;
}

/** What a bound call is: its type, its arguments, and how they work together once each is compiled. */
export interface CallBinding {
    readonly type: Type;
    /** In the order that `compile` receives them; need not be those written. */
    readonly arguments: readonly BoundNode[];
    /** Runs once per formula. An argument is evaluated when, and only when, its closure is called. */
    compile(compiled: readonly Evaluate[], call: BoundCall): Evaluate;
}

/** One function of the language. Each has a file of its own and a line in `functions/index.ts`. */
export interface FunctionDefinition {
    readonly name: string;
    /** The names in front, as in `Environment.x`; absent for the functions of the language. */
    readonly namespace?: readonly string[];
    readonly minimumArguments: number;
    /** `Infinity` when any number may follow. */
    readonly maximumArguments: number;
    /** It changes something: allowed only where the host lets formulas act. */
    readonly isBehavior?: boolean;
    /** Its result may differ with the same arguments (time, chance, state). */
    readonly isImpure?: boolean;
    /** Positions whose argument may carry `As`: those that open a row scope. */
    readonly scopeArguments?: readonly number[];
    /** Positions that name columns rather than give values. */
    readonly columnArguments?: (index: number, count: number) => boolean;
    /** The number of arguments has been checked. @returns undefined when the call was refused. */
    bind(call: CallBinder): CallBinding | undefined;
}

/** Record and table types, the ones that open row scopes. */
export type RowsType = RecordType | TableType;
