import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { errorValue } from '../../values';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Hex2Dec(text)`: up to ten hexadecimal digits as a number; ten digits beyond 8000000000 are negative. */
export const hex2Dec = scalarFunction({
    name: 'Hex2Dec',
    parameters: [text],
    result: Types.Decimal,
    evaluate: (_run, digits) => {
        if (digits === '') {
            return Decimal.zero;
        }
        if (digits.length > 10 || !/^\s*[0-9a-f]+\s*$/i.test(digits)) {
            return errorValue('Numeric', 'Hex2Dec: the text is not one of at most ten hexadecimal digits.');
        }
        const value = parseInt(digits.trim(), 16);
        return Decimal.ofInteger(value > 2 ** 39 ? value - 2 ** 40 : value);
    },
});
