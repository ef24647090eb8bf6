import { enumerations } from '../enumerations';
import { messages } from '../messages';
import { parseDecimal } from '../numbers/decimal-text';
import type { DottedNode, NameNode, SyntaxNode } from '../syntax/nodes';
import type { Span } from '../syntax/span';
import { namespaceOf } from '../syntax/syntax-rules';
import { fieldsOf, type Field } from '../types/fields';
import { choiceType, recordType, tableType, Types, type Type } from '../types/type';
import { typeName } from '../types/type-name';
import { ChoiceValue } from '../values/choice-value';
import type { Value } from '../values/value';
import { bindCall } from './bind-call';
import type { BoundNode, RowScope } from './bound-node';
import { canCoerce } from './coercions';
import { coerceRowTo, coerceTo } from './coerce-node';
import type { Dependencies } from './dependencies';
import { bindBinary, bindUnary } from './operators';
import type { BindingOptions } from './options';
import type { Problems } from './problems';
import type { Schema } from './schema';
import { findField, ScopeStack } from './scopes';
import { unify } from './unify';

/** Gives every node of a formula its type, and says what the formula leaves unsaid: names, scopes, coercions. */
export class Binder {
    readonly scopes = new ScopeStack();

    constructor(
        readonly schema: Schema,
        readonly options: BindingOptions,
        readonly problems: Problems,
        readonly dependencies: Dependencies,
    ) {}

    bind(node: SyntaxNode): BoundNode {
        switch (node.kind) {
            case 'blank':
                return constant(node.span, Types.Blank, null);
            case 'number':
                return this.number(node.span, node.text);
            case 'text':
                return constant(node.span, Types.Text, node.text);
            case 'boolean':
                return constant(node.span, Types.Boolean, node.value);
            case 'name':
                return this.name(node);
            case 'dotted':
                return this.dotted(node);
            case 'unary':
                return bindUnary(node, this.bind(node.operand), this.problems);
            case 'binary':
                return bindBinary(node, this.bind(node.left), this.bind(node.right), this.problems);
            case 'call':
                return bindCall(this, node);
            case 'record':
                return this.record(node);
            case 'table':
                return this.table(node);
            case 'interpolation':
                return this.interpolation(node);
            case 'chain':
                return this.chain(node);
            case 'as':
                this.bind(node.operand);
                return this.fault(node.span, messages.asNotAllowed);
            case 'keyword':
                return this.fault(node.span, messages.unknownName(node.keyword));
            case 'fault':
                return { kind: 'fault', span: node.span, type: Types.Error };
        }
    }

    fault(span: Span, message: string): BoundNode {
        this.problems.error(span, message);
        return { kind: 'fault', span, type: Types.Error };
    }

    /** Binds something with a row of the scope entered. */
    lambda(node: SyntaxNode, scope: RowScope): BoundNode {
        const body = this.scopes.within(scope, () => this.bind(node));
        return { kind: 'lambda', span: body.span, type: body.type, scope, body };
    }

    private number(span: Span, text: string): BoundNode {
        const value = parseDecimal(text);
        return value === undefined || value === 'overflow'
            ? this.fault(span, messages.numberTooLarge)
            : constant(span, Types.Decimal, value);
    }

    private name(node: NameNode): BoundNode {
        const { name } = node.identifier;
        return this.find(name, node.span, node.isGlobal) ?? this.fault(node.span, messages.unknownName(name));
    }

    private find(name: string, span: Span, isGlobal: boolean): BoundNode | undefined {
        const scoped = isGlobal ? undefined : this.scopes.find(name);
        if (scoped) {
            const { scope, hops, field } = scoped;
            if (!field) {
                return { kind: 'row', span, scope, hops, type: scope.type };
            }
            this.dependencies.read(scope.type, field);
            return { kind: 'scopeField', span, scope, hops, field: field.name, type: field.type };
        }
        const variable = this.schema.findVariable(name);
        if (variable) {
            this.dependencies.readVariable(variable);
            return { kind: 'variable', span, variable, type: variable.type };
        }
        const set = this.schema.findChoice(name) ?? enumerations.get(name);
        return set && constant(span, { kind: 'ChoiceSet', set }, null);
    }

    private dotted(node: DottedNode): BoundNode {
        if (node.operator === '[@') {
            return this.scopedName(node);
        }
        return this.namespaceMember(node) ?? this.member(node, this.bind(node.left));
    }

    private namespaceMember(node: DottedNode): BoundNode | undefined {
        const names = namespaceOf(node.left)?.map((identifier) => identifier.name);
        const [first] = names ?? [];
        if (!names || first === undefined || this.find(first, node.span, false)) {
            return undefined;
        }
        const variable = this.schema.findNamespace?.(names.join('.'))?.findVariable(node.right.name);
        return variable && { kind: 'variable', span: node.span, variable, type: variable.type };
    }

    private scopedName(node: DottedNode): BoundNode {
        const owner = node.left.kind === 'name' ? node.left.identifier.name : '';
        const found = this.scopes.findScope(owner);
        if (!found) {
            return this.fault(node.span, messages.deprecatedScopeSyntax);
        }
        const { scope, hops } = found;
        const field = scope.type.kind === 'Record' ? findField(scope.type, node.right.name) : undefined;
        return field
            ? { kind: 'scopeField', span: node.span, scope, hops, field: field.name, type: field.type }
            : this.fault(node.span, messages.unknownName(node.right.name));
    }

    private member(node: DottedNode, left: BoundNode): BoundNode {
        const { type } = left;
        const { name } = node.right;
        switch (type.kind) {
            case 'Record': {
                const field = findField(type, name);
                if (!field) {
                    return this.fault(node.span, messages.unknownName(name));
                }
                this.dependencies.read(type, field);
                return { kind: 'member', span: node.span, record: left, field: field.name, type: field.type };
            }
            case 'ChoiceSet': {
                const option = type.set.find(name) ?? type.set.findByDisplayName(name);
                return option
                    ? constant(node.span, choiceType(type.set), new ChoiceValue(type.set, option))
                    : this.fault(node.span, messages.unknownName(name));
            }
            case 'Dynamic':
                return { kind: 'member', span: node.span, record: left, field: name, type: Types.Dynamic };
            case 'Table':
                return this.fault(node.span, messages.deprecatedDot);
            default:
                return this.fault(node.span, messages.dotNotAllowed(typeName(type)));
        }
    }

    private record(node: Extract<SyntaxNode, { kind: 'record' }>): BoundNode {
        const fields: { name: string; value: BoundNode }[] = [];
        for (const { name, value } of node.fields) {
            if (fields.some((field) => field.name === name.name)) {
                this.problems.error(name.span, messages.duplicateField(name.name));
            }
            const bound = this.bind(value);
            if (bound.type.kind === 'Void') {
                this.problems.error(bound.span, messages.badTypeExpected('Void', 'Record'));
            }
            fields.push({ name: name.name, value: bound });
        }
        const type = recordType(fieldsOf(fields.map(({ name, value }): Field => ({ name, type: value.type }))));
        return { kind: 'record', span: node.span, fields, type };
    }

    private table(node: Extract<SyntaxNode, { kind: 'table' }>): BoundNode {
        const items = node.items.map((item) => this.bind(item));
        let type: Type = Types.Blank;
        for (const item of items) {
            const joined = unify(type, item.type);
            if (!joined || joined.kind === 'Void') {
                return this.fault(item.span, messages.incompatibleTableItem);
            }
            type = joined;
        }
        if (type.kind === 'Error') {
            return { kind: 'fault', span: node.span, type: Types.Error };
        }
        const itemType = type;
        const coerced = items.map((item) => (canCoerce(item.type, itemType) ? coerceRowTo(item, itemType) : item));
        if (itemType.kind === 'Record') {
            return { kind: 'table', span: node.span, items: coerced, wraps: false, type: tableType(itemType.fields) };
        }
        const fields = items.length === 0 ? [] : [{ name: 'Value', type: itemType }];
        return { kind: 'table', span: node.span, items: coerced, wraps: true, type: tableType(fieldsOf(fields)) };
    }

    private interpolation(node: Extract<SyntaxNode, { kind: 'interpolation' }>): BoundNode {
        const parts: BoundNode[] = [];
        for (const part of node.parts) {
            const bound = this.bind(part);
            if (!canCoerce(bound.type, Types.Text)) {
                this.problems.error(bound.span, messages.badTypeExpected(typeName(bound.type), 'Text'));
                this.problems.error(node.span, messages.badInterpolation);
                continue;
            }
            parts.push(coerceTo(bound, Types.Text));
        }
        return { kind: 'interpolation', span: node.span, parts, type: Types.Text };
    }

    private chain(node: Extract<SyntaxNode, { kind: 'chain' }>): BoundNode {
        const steps = node.steps.map((step) => this.bind(step));
        return { kind: 'chain', span: node.span, steps, type: steps.at(-1)?.type ?? Types.Blank };
    }
}

function constant(span: Span, type: Type, value: Value): BoundNode {
    return { kind: 'constant', span, type, value };
}
