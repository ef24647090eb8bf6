/**
 * What of a condition a data source can test by itself (Microsoft Power Fx, "Understand delegation"). A test compares a
 * column with something that is the same for every row; the latter is worked out once, before the source is asked.
 */
import type { BoundBinary, BoundCall, BoundNode, RowScope } from '../../binding/bound-node';
import type { Evaluate, Frame } from '../../evaluate/frame';
import type { ComparisonOperator, TableSource } from '../../types';
import type { TableValue } from '../../values';
import { ErrorValue, type QueryCondition, type Value } from '../../values';
import { isSameForEveryRow } from './row-independence';

/** A condition that a source can test, once its operands have values. */
export interface Delegation {
    /** Evaluated with a row of the scope entered, whichever. */
    readonly operands: readonly BoundNode[];
    condition(values: readonly Value[]): QueryCondition;
}

/** Conditions that must all be true, split into those that the source tests and those that are left. */
export interface Split {
    readonly delegated: Delegation | undefined;
    /** In order; evaluated for each row that the source gives. */
    readonly rest: readonly BoundNode[];
}

/**
 * Leaves the leading conditions to the source; from the first one that it cannot test, all are evaluated here, since a
 * condition that fails with an error must not be reached by other rows than before.
 */
export function splitConditions(
    conditions: readonly BoundNode[],
    scope: RowScope,
    source: TableSource | undefined,
): Split {
    const all = conditions.flatMap(conjuncts);
    const delegated: Delegation[] = [];
    for (const condition of source ? all : []) {
        const delegation = source && delegationOf(condition, scope, source);
        if (!delegation) {
            break;
        }
        delegated.push(delegation);
    }
    return {
        delegated: delegated.length > 0 ? joined('and', delegated) : undefined,
        rest: all.slice(delegated.length),
    };
}

/**
 * The table with the delegated conditions laid on it.
 * @returns undefined when it cannot run them after all, or when an operand is an error
 */
export function narrowed(
    table: TableValue,
    delegation: Delegation | undefined,
    operands: readonly Evaluate[],
    frame: Frame,
): TableValue | undefined {
    const query = delegation && table.query;
    if (!query) {
        return undefined;
    }
    const inner = frame.enter(null);
    const values = operands.map((operand) => operand(inner));
    return values.some((value) => value instanceof ErrorValue) ? undefined : query.where(delegation.condition(values));
}

/** The path of a column of the scope's row, such as `parentid.name`; undefined for anything else. */
export function columnPath(node: BoundNode, scope: RowScope): string | undefined {
    switch (node.kind) {
        case 'lambda':
            return columnPath(node.body, scope);
        case 'scopeField':
            return node.scope === scope ? node.field : undefined;
        case 'member': {
            if (node.record.kind === 'row') {
                return node.record.scope === scope ? node.field : undefined;
            }
            const owner = node.record.type.kind === 'Record' ? columnPath(node.record, scope) : undefined;
            return owner === undefined ? undefined : `${owner}.${node.field}`;
        }
        case 'coercion':
            return keepsValue(node.operand.type.kind, node.type.kind) ? columnPath(node.operand, scope) : undefined;
        case 'call': {
            // The number behind a choice is what the source keeps.
            const [operand, ...others] = node.arguments;
            return node.definition.name === 'Value' && operand && others.length === 0 && isNumeric(operand)
                ? columnPath(operand, scope)
                : undefined;
        }
        default:
            return undefined;
    }
}

function isNumeric({ type }: BoundNode): boolean {
    return type.kind === 'Decimal' || type.kind === 'Number' || type.kind === 'Choice';
}

function keepsValue(from: string, to: string): boolean {
    const isNumber = to === 'Decimal' || to === 'Number';
    return (
        from === to ||
        (isNumber && (from === 'Decimal' || from === 'Number' || from === 'Choice')) ||
        (from === 'Date' && to === 'DateTime')
    );
}

function conjuncts(node: BoundNode): readonly BoundNode[] {
    if (node.kind === 'lambda') {
        return conjuncts(node.body);
    }
    if (node.kind === 'binary' && node.operation.kind === 'logical' && node.operation.operator === 'and') {
        return [...conjuncts(node.left), ...conjuncts(node.right)];
    }
    if (node.kind === 'call' && node.definition.name === 'And') {
        return node.arguments.flatMap(conjuncts);
    }
    return [node];
}

function joined(kind: 'and' | 'or', parts: readonly Delegation[]): Delegation {
    return {
        operands: parts.flatMap(({ operands }) => operands),
        condition: (values) => {
            let used = 0;
            const conditions = parts.map((part) => {
                const own = values.slice(used, used + part.operands.length);
                used += part.operands.length;
                return part.condition(own);
            });
            return { kind, conditions };
        },
    };
}

function delegationOf(node: BoundNode, scope: RowScope, source: TableSource): Delegation | undefined {
    switch (node.kind) {
        case 'lambda':
            return delegationOf(node.body, scope, source);
        case 'scopeField':
        case 'member':
            return node.type.kind === 'Boolean' ? compared(node, '=', true, scope, source) : undefined;
        case 'unary':
            return node.operation === 'not' ? negated(delegationOf(node.operand, scope, source)) : undefined;
        case 'binary':
            return binaryDelegation(node, scope, source);
        case 'call':
            return callDelegation(node, scope, source);
        default:
            return undefined;
    }
}

function all(
    kind: 'and' | 'or',
    nodes: readonly BoundNode[],
    scope: RowScope,
    source: TableSource,
): Delegation | undefined {
    const parts: Delegation[] = [];
    for (const node of nodes) {
        const part = delegationOf(node, scope, source);
        if (!part) {
            return undefined;
        }
        parts.push(part);
    }
    return joined(kind, parts);
}

const negated = (inner: Delegation | undefined): Delegation | undefined =>
    inner && { ...inner, condition: (values) => ({ kind: 'not', condition: inner.condition(values) }) };

/** A column compared with a value that is known already. */
function compared(
    node: BoundNode,
    operator: ComparisonOperator,
    value: Value,
    scope: RowScope,
    source: TableSource,
): Delegation | undefined {
    const column = columnPath(node, scope);
    return column !== undefined && source.canFilter(column, operator)
        ? { operands: [], condition: () => ({ kind: 'compare', column, operator, value }) }
        : undefined;
}

/** A column compared with what an operand gives. */
function comparison(
    node: BoundNode,
    operator: ComparisonOperator,
    operand: BoundNode,
    scope: RowScope,
    source: TableSource,
): Delegation | undefined {
    const column = columnPath(node, scope);
    return column !== undefined && source.canFilter(column, operator) && isSameForEveryRow(operand, scope)
        ? {
              operands: [operand],
              condition: ([value = null]) => ({ kind: 'compare', column, operator, value }),
          }
        : undefined;
}

const mirrored = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function binaryDelegation(
    { operation, left, right }: BoundBinary,
    scope: RowScope,
    source: TableSource,
): Delegation | undefined {
    switch (operation.kind) {
        case 'logical':
            return all(operation.operator, [left, right], scope, source);
        case 'equality':
        case 'order': {
            const operator = operation.kind === 'order' ? operation.operator : operation.isNegated ? '<>' : '=';
            return (
                comparison(left, operator, right, scope, source) ??
                comparison(right, mirrored[operator], left, scope, source)
            );
        }
        case 'in':
            if (operation.isExact) {
                return undefined;
            }
            return operation.container === 'text'
                ? comparison(right, 'contains', left, scope, source)
                : comparison(left, 'in', right, scope, source);
        default:
            return undefined;
    }
}

function callDelegation(node: BoundCall, scope: RowScope, source: TableSource): Delegation | undefined {
    const [first, second] = node.arguments;
    switch (node.definition.name) {
        case 'And':
            return all('and', node.arguments, scope, source);
        case 'Or':
            return all('or', node.arguments, scope, source);
        case 'Not':
            return first && negated(delegationOf(first, scope, source));
        case 'IsBlank':
            return first && compared(first, '=', null, scope, source);
        case 'StartsWith':
            return first && second && comparison(first, 'startsWith', second, scope, source);
        case 'EndsWith':
            return first && second && comparison(first, 'endsWith', second, scope, source);
        default:
            return undefined;
    }
}
