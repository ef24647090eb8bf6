/** An expression as OData text; `parseFilter` reads it back to the same tree. */
import type { Expression, Literal } from './syntax-tree';

export function printLiteral(literal: Literal): string {
    switch (literal.kind) {
        case 'string':
            return `'${literal.value.replace(/'/g, "''")}'`;
        case 'number':
        case 'boolean':
            return String(literal.value);
        case 'null':
            return 'null';
        case 'guid':
        case 'date':
        case 'dateTime':
            return literal.value;
        case 'enum':
            return `${literal.type}'${literal.value.replace(/'/g, "''")}'`;
        case 'list':
            return `[${literal.items.map(printLiteral).join(',')}]`;
        case 'json':
            return JSON.stringify(literal.value);
    }
}

const isSimple = (expression: Expression): boolean =>
    expression.kind === 'path' || expression.kind === 'literal' || expression.kind === 'call';

const inParentheses = (expression: Expression): string =>
    isSimple(expression) ? printFilter(expression) : `(${printFilter(expression)})`;

export function printFilter(expression: Expression): string {
    switch (expression.kind) {
        case 'literal':
            return printLiteral(expression.literal);
        case 'path':
            return expression.segments.join('/');
        case 'comparison':
            return `${inParentheses(expression.left)} ${expression.operator} ${inParentheses(expression.right)}`;
        case 'in':
            return `${inParentheses(expression.left)} in (${expression.items.map(printLiteral).join(',')})`;
        case 'and':
        case 'or':
            return expression.operands.map(inParentheses).join(` ${expression.kind} `);
        case 'not':
            return `not (${printFilter(expression.operand)})`;
        case 'call':
            return `${expression.name}(${expression.arguments.map(printFilter).join(',')})`;
        case 'queryFunction': {
            const parameters = [...expression.arguments].map(([name, value]) => `${name}=${printLiteral(value)}`);
            return `Microsoft.Dynamics.CRM.${expression.name}(${parameters.join(',')})`;
        }
        case 'lambda': {
            const body = expression.predicate
                ? `${expression.variable ?? ''}:${printFilter(expression.predicate)}`
                : '';
            return `${expression.path.join('/')}/${expression.quantifier}(${body})`;
        }
    }
}
