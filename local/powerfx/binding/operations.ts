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

/** Sums and differences of dates, times and days; the operand that is counted from stands on the left. */
export type DateSum =
    | 'dateMinusDate'
    | 'timeMinusTime'
    | 'timePlusTime'
    | 'datePlusTime'
    | 'dateMinusTime'
    | 'datePlusDays'
    | 'dateMinusDays'
    | 'timePlusDays'
    | 'timeMinusDays'
    /** A number less a date or time, which means nothing. */
    | 'unsupported';

export type BinaryOperation =
    | { readonly kind: 'decimal'; readonly operator: ArithmeticOperation }
    | { readonly kind: 'number'; readonly operator: ArithmeticOperation }
    | { readonly kind: 'dateAndTime'; readonly sum: DateSum }
    | { readonly kind: 'concatenate' }
    | { readonly kind: 'logical'; readonly operator: 'and' | 'or' }
    | { readonly kind: 'equality'; readonly isNegated: boolean }
    | { readonly kind: 'order'; readonly operator: '<' | '<=' | '>' | '>=' }
    | { readonly kind: 'in'; readonly isExact: boolean; readonly container: 'text' | 'table' };
