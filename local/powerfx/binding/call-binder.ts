import type { ArgumentForm, AssignmentTarget, CallBinder, FunctionDefinition } from '../functions/function-definition';
import { messages } from '../messages';
import type { CallNode, SyntaxNode } from '../syntax/nodes';
import type { Span } from '../syntax/span';
import type { Field, Fields } from '../types/fields';
import { recordType, Types, type Type } from '../types/type';
import { typeName } from '../types/type-name';
import type { Binder } from './binder';
import type { BoundNode, RowScope } from './bound-node';
import { canCoerce } from './coercions';
import { coerceRowTo, coerceTo } from './coerce-node';
import { canSetField } from './mutability';
import { findField, similarField } from './scopes';
import { readTypeArgument, typeArgumentSpan } from './type-argument';
import { unify } from './unify';

/** The name of the current row in a scope that was given none. */
const defaultRowName = 'ThisRecord';

/** One call in a formula, as the function's `bind` works with it. */
export class BoundCallBinder implements CallBinder {
    readonly count: number;
    readonly span: Span;
    readonly nameSpan: Span;
    private readonly bound = new Map<number, BoundNode>();
    private errors = 0;
    private refused = false;

    constructor(
        private readonly binder: Binder,
        private readonly node: CallNode,
        private readonly definition: FunctionDefinition,
    ) {
        this.count = node.arguments.length;
        this.span = node.span;
        this.nameSpan = node.name.span;
    }

    /** Whether the call must not run: it, not only one of its arguments, was refused. */
    get isRefused(): boolean {
        return this.refused;
    }

    get allowsBehavior(): boolean {
        return this.binder.options.allowSideEffects ?? false;
    }

    get hasErrors(): boolean {
        return this.errors > 0;
    }

    private written(index: number): SyntaxNode {
        const node = this.node.arguments[index];
        if (!node) {
            throw new RangeError(`${this.definition.name}: there is no argument ${index}, only ${this.count}.`);
        }
        return node;
    }

    /** The argument without `As` and its name. */
    private operand(index: number): SyntaxNode {
        const node = this.written(index);
        return node.kind === 'as' ? node.operand : node;
    }

    argument(index: number): BoundNode {
        const known = this.bound.get(index);
        if (known) {
            return known;
        }
        const node = this.written(index);
        const mayBeNamed = this.definition.scopeArguments?.includes(index) ?? false;
        const bound = this.binder.bind(node.kind === 'as' && mayBeNamed ? node.operand : node);
        if (bound.type.kind === 'Error') {
            this.invalidArguments();
        }
        this.bound.set(index, bound);
        return bound;
    }

    argumentSpan(index: number): Span {
        return this.operand(index).span;
    }

    argumentForm(index: number): ArgumentForm {
        const node = this.written(index);
        const operand = this.operand(index);
        const form: { span: Span; isName: boolean; asName?: string; name?: string; owner?: string } = {
            span: node.span,
            isName: operand.kind === 'name',
        };
        if (node.kind === 'as') {
            form.asName = node.name.name;
        }
        if (operand.kind === 'name') {
            form.name = operand.identifier.name;
        } else if (operand.kind === 'dotted') {
            form.name = operand.right.name;
            if (operand.left.kind === 'name') {
                form.owner = operand.left.identifier.name;
            }
        }
        return form;
    }

    typeArgument(index: number): Type | undefined {
        const type = readTypeArgument(this.written(index), this.span, this.binder.problems);
        this.refused ||= !type;
        return type;
    }

    typeArgumentSpan(index: number): Span {
        return typeArgumentSpan(this.written(index));
    }

    openScope(index: number): RowScope | undefined {
        const source = this.argument(index);
        const { type } = source;
        if (type.kind === 'Record') {
            return this.rowScope(index, type);
        }
        if (type.kind === 'Table') {
            return this.rowScope(index, recordType(type.fields, type.source));
        }
        if (type.kind === 'Blank' || type.kind === 'Unknown') {
            this.error(source.span, messages.badType);
        } else if (type.kind !== 'Error') {
            this.error(this.span, messages.needTable(this.definition.name));
        }
        this.invalidArguments();
        return undefined;
    }

    dynamicScope(index: number): RowScope {
        return this.rowScope(index, Types.Dynamic);
    }

    private rowScope(index: number, type: RowScope['type']): RowScope {
        const node = this.written(index);
        const name = node.kind === 'as' ? node.name.name : defaultRowName;
        return { type, name, isImplicit: node.kind !== 'as', depth: this.binder.scopes.depth };
    }

    scopeOf(fields: Fields): RowScope {
        return { type: recordType(fields), name: '', isImplicit: true, depth: this.binder.scopes.depth };
    }

    lambda(index: number, scope: RowScope): BoundNode {
        return this.bindLambda(this.written(index), scope);
    }

    namedLambda(index: number, scope: RowScope): BoundNode {
        return this.bindLambda(this.operand(index), scope);
    }

    private bindLambda(node: SyntaxNode, scope: RowScope): BoundNode {
        const bound = this.binder.lambda(node, scope);
        if (bound.type.kind === 'Error') {
            this.invalidArguments();
        }
        return bound;
    }

    column(index: number, fields: Fields): Field | undefined {
        const name = this.newColumnName(index);
        if (name === undefined) {
            return undefined;
        }
        const field = findField({ fields }, name);
        if (!field) {
            const similar = similarField({ fields }, name);
            this.error(
                this.written(index).span,
                similar === undefined ? messages.unknownColumn(name) : messages.unknownColumnSimilar(name, similar),
            );
            this.invalidArguments();
        }
        return field;
    }

    newColumnName(index: number): string | undefined {
        const node = this.written(index);
        if (node.kind === 'name') {
            return node.identifier.name;
        }
        this.binder.bind(node);
        this.error(node.span, messages.identifierExpected);
        this.invalidArguments();
        return undefined;
    }

    assignmentTarget(index: number, value: Type): AssignmentTarget | undefined {
        const node = this.written(index);
        if (node.kind === 'name') {
            const { name } = node.identifier;
            const variable = this.binder.scopes.find(name) ? undefined : this.binder.schema.findVariable(name);
            if (variable?.canSet) {
                this.binder.dependencies.readVariable(variable);
                return { kind: 'variable', name: variable.name, type: variable.type };
            }
            const isFree = variable === undefined && !this.binder.scopes.find(name);
            if (isFree && this.binder.options.declareVariable?.(name, value)) {
                return { kind: 'variable', name, type: value };
            }
            this.error(node.span, messages.cannotSet(name));
            return undefined;
        }
        const target = this.argument(index);
        if (target.type.kind === 'Error') {
            return undefined;
        }
        if (target.kind !== 'member' || !canSetField(target.record)) {
            this.error(node.span, messages.cannotChange(this.definition.name));
            return undefined;
        }
        const { record } = target;
        const field = record.type.kind === 'Record' ? record.type.fields.find(target.field) : undefined;
        if (field?.isReadOnly) {
            this.error(node.span, messages.readOnlyColumn(field.name));
            return undefined;
        }
        this.binder.dependencies.write(record.type, target.field);
        return { kind: 'field', record, name: target.field, type: target.type };
    }

    coerce(node: BoundNode, type: Type): BoundNode {
        if (node.kind === 'lambda') {
            const body = this.coerce(node.body, type);
            return { ...node, body, type: body.type };
        }
        if (canCoerce(node.type, type)) {
            return coerceTo(node, type);
        }
        if (node.type.kind !== 'Error') {
            this.error(node.span, messages.badTypeExpected(typeName(node.type), typeName(type)));
        }
        this.invalidArguments();
        return { kind: 'fault', span: node.span, type: Types.Error };
    }

    coerceRow(node: BoundNode, type: Type): BoundNode {
        return canCoerce(node.type, type) ? coerceRowTo(node, type) : this.coerce(node, type);
    }

    canCoerce(from: Type, to: Type): boolean {
        return canCoerce(from, to);
    }

    unify(types: readonly Type[]): Type | undefined {
        let joined: Type | undefined = Types.Blank;
        for (const type of types) {
            joined = unify(joined, type);
            if (!joined) {
                return undefined;
            }
        }
        return joined;
    }

    error(span: Span, message: string): void {
        this.errors++;
        this.refused = true;
        this.binder.problems.error(span, message);
    }

    warning(span: Span, message: string): void {
        this.binder.problems.warning(span, message);
    }

    delegationWarning(span: Span, message: string): void {
        this.binder.problems.delegationWarning(span, message);
    }

    invalidArguments(): void {
        this.error(this.nameSpan, messages.invalidArguments(this.definition.name));
    }
}
