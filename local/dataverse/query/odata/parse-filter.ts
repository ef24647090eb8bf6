/**
 * `$filter`: recursive descent over OData's operators; `and` binds tighter than `or`.
 * Source: Microsoft Learn, "Filter rows using OData"; OData 4.0 URL conventions, section 5.1.1.
 */
import { literalOf, parseLiteral } from './literals';
import type { ComparisonOperator, Expression, Literal } from './syntax-tree';
import { TokenReader } from './token-reader';

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const NAMESPACE = /^(?:Microsoft\.Dynamics\.CRM|mscrm)\./;
/** A filter may nest this deep; more would only exhaust the stack. */
const MAX_DEPTH = 200;

/** Values of parameter aliases by name (`@p1`), still as text. */
export type Aliases = ReadonlyMap<string, string>;

/** @throws DataverseError 0x80060888 that names the position */
export function parseFilter(text: string, aliases: Aliases): Expression {
    const parser = new FilterParser(new TokenReader(text), aliases);
    const expression = parser.parse();
    parser.reader.expectEnd();
    return expression;
}

export class FilterParser {
    private depth = 0;

    constructor(
        readonly reader: TokenReader,
        private readonly aliases: Aliases,
    ) {}

    parse(): Expression {
        this.depth += 1;
        if (this.depth > MAX_DEPTH) throw this.reader.error(`the expression nests deeper than ${MAX_DEPTH} levels`);
        const expression = this.parseSequence('or', () => this.parseSequence('and', () => this.parseNot()));
        this.depth -= 1;
        return expression;
    }

    private parseSequence(kind: 'and' | 'or', parseOperand: () => Expression): Expression {
        const { position } = this.reader.current;
        const operands = [parseOperand()];
        while (this.reader.isWord(kind)) {
            this.reader.next();
            operands.push(parseOperand());
        }
        const [only] = operands;
        return operands.length === 1 && only ? only : { kind, operands, position };
    }

    private parseNot(): Expression {
        const { position } = this.reader.current;
        if (!this.reader.isWord('not')) return this.parseComparison();
        this.reader.next();
        this.depth += 1;
        if (this.depth > MAX_DEPTH) throw this.reader.error(`the expression nests deeper than ${MAX_DEPTH} levels`);
        const operand = this.parseNot();
        this.depth -= 1;
        return { kind: 'not', operand, position };
    }

    private parseComparison(): Expression {
        const left = this.parseOperand();
        const token = this.reader.current;
        if (token.kind !== 'identifier') return left;
        if (COMPARISONS.has(token.text)) {
            this.reader.next();
            const operator = token.text as ComparisonOperator;
            return { kind: 'comparison', operator, left, right: this.parseOperand(), position: token.position };
        }
        if (token.text === 'in') {
            this.reader.next();
            return { kind: 'in', left, items: this.parseItems(), position: token.position };
        }
        return left;
    }

    private parseItems(): readonly Literal[] {
        if (this.reader.current.kind === 'alias') {
            const literal = this.parseLiteral();
            return literal.kind === 'list' ? literal.items : [literal];
        }
        this.reader.expect('(');
        const items: Literal[] = [];
        do {
            items.push(this.parseLiteral());
        } while (this.reader.skip(','));
        this.reader.expect(')');
        return items;
    }

    private parseOperand(): Expression {
        const token = this.reader.current;
        if (this.reader.skip('(')) {
            const inner = this.parse();
            this.reader.expect(')');
            return inner;
        }
        if (token.kind === 'alias' || literalOf(token)) {
            return { kind: 'literal', literal: this.parseLiteral(), position: token.position };
        }
        if (token.kind !== 'identifier') throw this.reader.error('an expression is expected');
        if (this.reader.is('(', 1)) return this.parseCall();
        return this.parsePath();
    }

    private parseCall(): Expression {
        const { text, position } = this.reader.next();
        this.reader.expect('(');
        if (NAMESPACE.test(text)) {
            const parameters = this.parseNamedArguments();
            return { kind: 'queryFunction', name: text.replace(NAMESPACE, ''), arguments: parameters, position };
        }
        const parameters: Expression[] = [];
        if (!this.reader.is(')')) {
            do {
                parameters.push(this.parse());
            } while (this.reader.skip(','));
        }
        this.reader.expect(')');
        return { kind: 'call', name: text, arguments: parameters, position };
    }

    private parseNamedArguments(): ReadonlyMap<string, Literal> {
        const parameters = new Map<string, Literal>();
        if (!this.reader.is(')')) {
            do {
                const name = this.reader.expectIdentifier().text;
                this.reader.expect('=');
                parameters.set(name, this.parseLiteral());
            } while (this.reader.skip(','));
        }
        this.reader.expect(')');
        return parameters;
    }

    /** A path; one that ends in any or all with parentheses is a lambda. */
    private parsePath(): Expression {
        const { position } = this.reader.current;
        const segments = this.reader.readPath();
        const last = segments.at(-1);
        if (!this.reader.is('(') || segments.length < 2) return { kind: 'path', segments, position };
        if (last === 'any' || last === 'all') {
            this.reader.next();
            return { ...this.parseLambda(), quantifier: last, path: segments.slice(0, -1), position };
        }
        if (last && NAMESPACE.test(last)) {
            // Inside a lambda: t/Microsoft.Dynamics.CRM.Today(PropertyName='createdon')
            this.reader.next();
            const parameters = new Map(this.parseNamedArguments());
            const property = parameters.get('PropertyName');
            if (property?.kind === 'string') {
                const value = [...segments.slice(0, -1), property.value].join('/');
                parameters.set('PropertyName', { kind: 'string', value });
            }
            return { kind: 'queryFunction', name: last.replace(NAMESPACE, ''), arguments: parameters, position };
        }
        throw this.reader.error(`'${String(last)}' cannot be called on a path`);
    }

    private parseLambda(): { kind: 'lambda'; variable?: string; predicate?: Expression } {
        if (this.reader.skip(')')) return { kind: 'lambda' };
        const variable = this.reader.expectIdentifier().text;
        this.reader.expect(':');
        const predicate = this.parse();
        this.reader.expect(')');
        return { kind: 'lambda', variable, predicate };
    }

    private parseLiteral(): Literal {
        const token = this.reader.current;
        if (token.kind === 'alias') {
            const text = this.aliases.get(token.text);
            if (text === undefined) throw this.reader.error(`the parameter alias '${token.text}' has no value`);
            this.reader.next();
            return parseLiteral(text);
        }
        if (this.reader.skip('[')) {
            const items: Literal[] = [];
            if (!this.reader.is(']')) {
                do {
                    items.push(this.parseLiteral());
                } while (this.reader.skip(','));
            }
            this.reader.expect(']');
            return { kind: 'list', items };
        }
        const literal = literalOf(token);
        if (!literal) throw this.reader.error('a literal value is expected');
        this.reader.next();
        return literal;
    }
}
