import { Binder } from './binding/binder';
import type { BoundNode } from './binding/bound-node';
import { Dependencies, type FormulaDependencies } from './binding/dependencies';
import type { BindingOptions } from './binding/options';
import type { Problem } from './binding/problem';
import { Problems } from './binding/problems';
import type { Schema } from './binding/schema';
import { compileNode } from './evaluate/compile';
import { Frame } from './evaluate/frame';
import type { RunContext } from './evaluate/run-context';
import { parseFormula, type ParsedFormula } from './syntax/parser';
import { recordType, type Type } from './types/type';
import type { ScopeRow } from './evaluate/frame';
import type { Value } from './values/value';

/** What can be said of a formula without running it. */
export interface CheckedFormula {
    readonly type: Type;
    readonly errors: readonly Problem[];
    readonly warnings: readonly Problem[];
    readonly dependencies: FormulaDependencies;
}

/** A formula that can be run, as often as wanted. */
export interface CompiledFormula extends CheckedFormula {
    /**
     * Runs the formula.
     * @param row The record in whose scope it stands, when its schema has one.
     * @returns its value; what goes wrong while it runs is an `ErrorValue`.
     * @throws what `checkDeadline` of the context throws.
     */
    run(context: RunContext, row?: ScopeRow): Value;
}

/** A formula has errors and cannot be run. */
export class FormulaError extends Error {
    constructor(
        readonly text: string,
        readonly problems: readonly Problem[],
    ) {
        super(problems.map(({ start, end, message }) => `${start}-${end}: ${message}`).join('\n'));
        this.name = 'FormulaError';
    }
}

/** Reads a formula into a tree, without knowing what its names mean. */
export function parse(text: string, options: BindingOptions = {}): ParsedFormula {
    return parseFormula(text, {
        allowChaining: options.allowChaining ?? options.allowSideEffects ?? false,
        allowReservedWords: options.allowReservedWords ?? false,
        isTextFirst: options.isTextFirst ?? false,
    });
}

/** Says what a formula gives, what is wrong with it, and what it reads and writes. */
export function check(text: string, schema: Schema, options: BindingOptions = {}): CheckedFormula {
    return bind(text, schema, options).checked;
}

/**
 * Makes a formula ready to run.
 * @throws FormulaError when it has errors.
 */
export function compile(text: string, schema: Schema, options: BindingOptions = {}): CompiledFormula {
    const { checked, root } = bind(text, schema, options);
    if (checked.errors.length > 0) {
        throw new FormulaError(text, checked.errors);
    }
    const evaluate = compileNode(root);
    const hasScope = schema.scope !== undefined;
    return {
        ...checked,
        run(context, row = null) {
            const outermost = new Frame(context, null, null);
            return evaluate(hasScope ? outermost.enter(row) : outermost);
        },
    };
}

function bind(text: string, schema: Schema, options: BindingOptions): { checked: CheckedFormula; root: BoundNode } {
    const parsed = parse(text, options);
    const problems = new Problems();
    const dependencies = new Dependencies();
    const binder = new Binder(schema, options, problems, dependencies);
    const { scope } = schema;
    const root =
        scope?.kind === 'Record'
            ? binder.lambda(parsed.root, {
                  type: recordType(scope.fields, scope.source),
                  name: 'ThisRecord',
                  isImplicit: true,
                  depth: 0,
              })
            : binder.bind(parsed.root);
    const syntaxErrors = parsed.faults.map(
        ({ span, message }): Problem => ({ kind: 'syntax', severity: 'error', message, ...span }),
    );
    const all = [...syntaxErrors, ...problems.all];
    return {
        root,
        checked: {
            type: root.type,
            errors: all.filter((problem) => problem.severity === 'error'),
            warnings: all.filter((problem) => problem.severity === 'warning'),
            dependencies: dependencies.all,
        },
    };
}
