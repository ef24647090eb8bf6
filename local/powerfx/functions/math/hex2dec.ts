import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { errorValue } from '../../values';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Hex2Dec(text)`: up to ten hexadecimal digits as a number; ten digits from 8000000000 on are negative. */
export const hex2Dec = scalarFunction({
    name: 'Hex2Dec',
    parameters: [text],
    result: Types.Decimal,
    evaluate: (_run, digits) => {
        if (digits === '') {
            return Decimal.zero;
        }
        if (!/^[0-9a-f]{1,10}$/i.test(digits)) {
            return errorValue('Numeric', 'Hex2Dec: the text is not one of at most ten hexadecimal digits.');
        }
        const value = parseInt(digits, 16);
        return Decimal.ofInteger(value >= 2 ** 39 ? value - 2 ** 40 : value);
    },
});
