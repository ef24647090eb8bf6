import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Len(text)`: how many characters (UTF-16 units) the text has. */
export const len = scalarFunction({
    name: 'Len',
    parameters: [text],
    result: Types.Decimal,
    evaluate: (_run, value) => Decimal.ofInteger(value.length),
});
