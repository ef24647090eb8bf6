/** A parsed `$filter` → conditions of the query model. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Condition, ConditionValue, Exists, Filter, Link } from '../model';
import { operatorOfFunction } from '../operators/registry';
import { navigationOf, PathJoins, type ResolvedPath } from './resolve';
import type { ComparisonOperator, Expression, Literal } from './syntax-tree';

type Node = Condition | Filter | Exists;

/** What a path in an expression starts from. */
interface Scope {
    readonly metadata: Metadata;
    readonly joins: PathJoins;
    /** Inside any() and all(): the name that stands for the related row. */
    readonly variable?: string;
}

const SWAPPED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
    eq: 'eq',
    ne: 'ne',
    gt: 'lt',
    ge: 'le',
    lt: 'gt',
    le: 'ge',
};

const TEXT_FUNCTIONS: ReadonlyMap<string, { readonly operator: string; readonly pattern: (text: string) => string }> =
    new Map([
        ['contains', { operator: 'like', pattern: (text) => `%${text}%` }],
        ['startswith', { operator: 'begins-with', pattern: (text) => text }],
        ['endswith', { operator: 'ends-with', pattern: (text) => text }],
    ]);

const badFilter = (message: string, position: number): DataverseError =>
    new DataverseError(ErrorCode.UnknownResource, `Invalid $filter at position ${position}: ${message}`, 400);

/** @param joins collects the joins that the filter's paths need */
export function filterToQuery(expression: Expression, metadata: Metadata, joins: PathJoins): Filter {
    const node = toNode(expression, { metadata, joins });
    return node.kind === 'filter' ? node : { kind: 'filter', type: 'and', conditions: [node] };
}

function toNode(expression: Expression, scope: Scope): Node {
    switch (expression.kind) {
        case 'and':
        case 'or':
            return {
                kind: 'filter',
                type: expression.kind,
                conditions: expression.operands.map((operand) => toNode(operand, scope)),
            };
        case 'not':
            return negate(toNode(expression.operand, scope));
        case 'comparison':
            return comparison(expression.operator, expression.left, expression.right, scope, expression.position);
        case 'in': {
            const path = resolve(expression.left, scope);
            return condition(
                path,
                'in',
                expression.items.map((item) => valueOfLiteral(item, path.column)),
            );
        }
        case 'call':
            return textFunction(expression, scope);
        case 'queryFunction':
            return queryFunction(expression, scope);
        case 'lambda':
            return lambda(expression, scope);
        case 'path': {
            const path = resolve(expression, scope);
            if (path.column.type !== 'Boolean') {
                throw badFilter(`'${expression.segments.join('/')}' alone is not true or false.`, expression.position);
            }
            return condition(path, 'eq', [true]);
        }
        case 'literal':
            throw badFilter('a value alone is not true or false.', expression.position);
    }
}

const negate = (node: Node): Filter => ({ kind: 'filter', type: 'and', negated: true, conditions: [node] });

const condition = (path: ResolvedPath, operator: string, values: readonly ConditionValue[]): Condition => ({
    kind: 'condition',
    column: path.column.logicalName,
    operator,
    values,
    ...(path.alias === undefined ? {} : { alias: path.alias }),
});

function resolve(expression: Expression, scope: Scope): ResolvedPath {
    if (expression.kind !== 'path') throw badFilter('a property is expected.', expression.position);
    return resolveSegments(expression.segments, scope, expression.position);
}

function resolveSegments(segments: readonly string[], scope: Scope, position: number): ResolvedPath {
    if (scope.variable === undefined) return scope.joins.resolve(segments);
    if (segments[0] === scope.variable && segments.length > 1) return scope.joins.resolve(segments.slice(1));
    throw badFilter(
        `'${segments.join('/')}' is not about the related row; begin it with '${scope.variable}/'.`,
        position,
    );
}

function comparison(
    operator: ComparisonOperator,
    left: Expression,
    right: Expression,
    scope: Scope,
    position: number,
): Node {
    if (left.kind === 'literal' && right.kind !== 'literal') {
        return comparison(SWAPPED[operator], right, left, scope, position);
    }
    if (right.kind === 'path') {
        const path = resolve(left, scope);
        const other = resolve(right, scope);
        return {
            ...condition(path, operator, []),
            otherColumn: {
                column: other.column.logicalName,
                ...(other.alias === undefined ? {} : { alias: other.alias }),
            },
        };
    }
    if (right.kind !== 'literal') throw badFilter('a value or a property is expected on the right.', right.position);
    if (left.kind === 'call' && !TEXT_FUNCTIONS.has(left.name)) {
        throw notSupportedHere(`The filter function "${left.name}"`);
    }
    if (left.kind !== 'path') {
        // contains(name,'x') eq true, (a or b) eq false
        if (right.literal.kind !== 'boolean' || (operator !== 'eq' && operator !== 'ne')) {
            throw badFilter('this can only be compared with true or false by eq or ne.', right.position);
        }
        const node = toNode(left, scope);
        return right.literal.value === (operator === 'eq') ? node : negate(node);
    }
    const path = resolve(left, scope);
    if (right.literal.kind === 'null') {
        if (operator === 'eq') return condition(path, 'null', []);
        if (operator === 'ne') return condition(path, 'not-null', []);
        throw badFilter(`null can be compared by eq and ne only, not by ${operator}.`, right.position);
    }
    return condition(path, operator, [valueOfLiteral(right.literal, path.column)]);
}

function textFunction(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Node {
    const known = TEXT_FUNCTIONS.get(expression.name);
    if (!known) throw notSupportedHere(`The filter function "${expression.name}"`);
    const [property, text] = expression.arguments;
    if (!property || text?.kind !== 'literal' || expression.arguments.length !== 2) {
        throw badFilter(`${expression.name} needs a property and a text.`, expression.position);
    }
    const path = resolve(property, scope);
    const value = valueOfLiteral(text.literal, path.column);
    return condition(path, known.operator, [known.pattern(String(value ?? ''))]);
}

function queryFunction(expression: Extract<Expression, { kind: 'queryFunction' }>, scope: Scope): Node {
    const operator = operatorOfFunction(expression.name);
    const property = expression.arguments.get('PropertyName');
    if (property?.kind !== 'string') {
        throw badFilter(`${expression.name} needs PropertyName='…'.`, expression.position);
    }
    const segments = property.value.split('/');
    const inScope = scope.variable !== undefined && segments[0] !== scope.variable;
    const path = resolveSegments(inScope ? [scope.variable ?? '', ...segments] : segments, scope, expression.position);
    const literals: Literal[] = [];
    for (const [name, literal] of expression.arguments) {
        if (name === 'PropertyName') continue;
        literals.push(...(literal.kind === 'list' ? literal.items : [literal]));
    }
    const expected = { none: 0, one: 1, two: 2, many: literals.length }[operator.values];
    if (literals.length !== expected) {
        throw badFilter(`${expression.name} takes ${expected} values, not ${literals.length}.`, expression.position);
    }
    return condition(
        path,
        operator.name,
        literals.map((literal) => valueOfLiteral(literal, path.column)),
    );
}

function lambda(expression: Extract<Expression, { kind: 'lambda' }>, scope: Scope): Node {
    const path =
        scope.variable !== undefined && expression.path[0] === scope.variable
            ? expression.path.slice(1)
            : expression.path;
    const collection = path.at(-1) ?? '';
    const owner = path.length > 1 ? scope.joins.resolve([...path.slice(0, -1), idOf(path, scope)]) : undefined;
    const table = owner?.table ?? scope.joins.table;
    const navigation = navigationOf(scope.metadata, table, collection);
    const related = scope.metadata.table(navigation.otherTable);
    const alias = `any${expression.position}`;
    const joins = new PathJoins(related, scope.metadata, `${alias}_`);
    let filter: Filter | undefined;
    if (expression.predicate) {
        const inner = { metadata: scope.metadata, joins, variable: expression.variable ?? '' };
        const node = toNode(expression.predicate, inner);
        const positive: Filter = node.kind === 'filter' ? node : { kind: 'filter', type: 'and', conditions: [node] };
        // All rows meet it: there is none that does not.
        filter = expression.quantifier === 'all' ? negate(positive) : positive;
    }
    const link: Link = {
        table: related.logicalName,
        from: '',
        to: '',
        alias,
        type: 'inner',
        columns: [],
        ...(filter ? { filter } : {}),
        links: joins.links,
        orders: [],
    };
    return {
        kind: 'exists',
        negated: expression.quantifier === 'all',
        link: linkAlong(navigation, link, table, related),
        ...(owner?.alias === undefined ? {} : { alias: owner.alias }),
    };
}

/** The id of the row that the path's navigation properties lead to: its column tells the join and the table. */
function idOf(path: readonly string[], scope: Scope): string {
    let { table } = scope.joins;
    for (const segment of path.slice(0, -1)) {
        table = scope.metadata.table(navigationOf(scope.metadata, table, segment).otherTable);
    }
    return table.primaryIdColumn;
}

/** Puts the join columns of a navigation property into a link; many-to-many goes through the intersect table. */
export function linkAlong(navigation: ReturnType<typeof navigationOf>, link: Link, table: Table, related: Table): Link {
    switch (navigation.side) {
        case 'lookup':
            return { ...link, from: related.primaryIdColumn, to: navigation.relationship.referencingColumn };
        case 'collection':
            return { ...link, from: navigation.relationship.referencingColumn, to: table.primaryIdColumn };
        case 'first':
        case 'second': {
            const { intersectTable, column1, column2 } = navigation.relationship;
            const [own, other] = navigation.side === 'first' ? [column1, column2] : [column2, column1];
            return {
                table: intersectTable,
                from: own,
                to: table.primaryIdColumn,
                alias: `${link.alias}_link`,
                type: 'inner',
                isIntersect: true,
                columns: [],
                links: [{ ...link, from: related.primaryIdColumn, to: other }],
                orders: [],
            };
        }
    }
}

function valueOfLiteral(literal: Literal, column: Column): ConditionValue {
    switch (literal.kind) {
        case 'string':
        case 'guid':
        case 'dateTime':
        case 'number':
        case 'boolean':
        case 'enum':
            return literal.value;
        case 'date':
            // A day in an address is a day in UTC; FetchXML's days are the user's.
            return column.type === 'DateTime' && column.dateTimeBehavior !== 'DateOnly'
                ? `${literal.value}T00:00:00Z`
                : literal.value;
        case 'null':
            return null;
        case 'list':
        case 'json':
            throw new DataverseError(
                ErrorCode.UnknownResource,
                `A list or object cannot be compared with '${column.logicalName}'.`,
                400,
            );
    }
}
