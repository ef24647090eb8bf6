import type { BinaryOperator } from './nodes';
import type { TokenKind } from './token';

/** How tightly operators bind, loosest first (Microsoft Power Fx, "Operators and identifiers"). */
export const Precedence = {
    Chain: 0,
    Single: 1,
    Or: 2,
    And: 3,
    In: 4,
    Compare: 5,
    Concatenate: 6,
    Add: 7,
    Multiply: 8,
    As: 9,
    PrefixUnary: 10,
    Power: 11,
    /** Of what follows two operands with no operator between them. */
    Fault: 10,
} as const;

export interface BinaryRule {
    readonly operator: BinaryOperator;
    readonly precedence: number;
    /** The least precedence of what stands to the right. */
    readonly right: number;
}

function leftAssociative(operator: BinaryOperator, precedence: number): BinaryRule {
    return { operator, precedence, right: precedence + 1 };
}

export const binaryRules: ReadonlyMap<TokenKind, BinaryRule> = new Map<TokenKind, BinaryRule>([
    ['Or', leftAssociative('or', Precedence.Or)],
    ['KeyOr', leftAssociative('or', Precedence.Or)],
    ['And', leftAssociative('and', Precedence.And)],
    ['KeyAnd', leftAssociative('and', Precedence.And)],
    ['In', leftAssociative('in', Precedence.In)],
    ['Exactin', leftAssociative('exactin', Precedence.In)],
    ['Equ', leftAssociative('=', Precedence.Compare)],
    ['LssGrt', leftAssociative('<>', Precedence.Compare)],
    ['Lss', leftAssociative('<', Precedence.Compare)],
    ['LssEqu', leftAssociative('<=', Precedence.Compare)],
    ['Grt', leftAssociative('>', Precedence.Compare)],
    ['GrtEqu', leftAssociative('>=', Precedence.Compare)],
    ['Ampersand', leftAssociative('&', Precedence.Concatenate)],
    ['Add', leftAssociative('+', Precedence.Add)],
    ['Sub', leftAssociative('-', Precedence.Add)],
    ['Mul', leftAssociative('*', Precedence.Multiply)],
    ['Div', leftAssociative('/', Precedence.Multiply)],
    // Binds tighter than a sign on its left, and takes a sign on its right.
    ['Caret', { operator: '^', precedence: Precedence.Power, right: Precedence.PrefixUnary }],
]);
