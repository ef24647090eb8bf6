/** Operators with the types of their operands decided; `'Number'` operations work on floating-point numbers. */
export type UnaryOperation =
    | 'negateDecimal'
    | 'negateNumber'
    | 'negateDate'
    | 'negateTime'
    | 'percentDecimal'
    | 'percentNumber'
    | 'not';

export type ArithmeticOperation = 'add' | 'subtract' | 'multiply' | 'divide' | 'power';

export type BinaryOperation =
    | { readonly kind: 'decimal'; readonly operator: ArithmeticOperation }
    | { readonly kind: 'number'; readonly operator: ArithmeticOperation }
    /** Sums and differences of dates and times: the operands' kinds are those of their types. */
    | { readonly kind: 'dateAndTime'; readonly operator: 'add' | 'subtract' }
    | { readonly kind: 'concatenate' }
    | { readonly kind: 'logical'; readonly operator: 'and' | 'or' }
    | { readonly kind: 'equality'; readonly isNegated: boolean }
    | { readonly kind: 'order'; readonly operator: '<' | '<=' | '>' | '>=' }
    | { readonly kind: 'in'; readonly isExact: boolean; readonly container: 'text' | 'table' };
