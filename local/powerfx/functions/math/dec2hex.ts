import { Types } from '../../types';
import { errorValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** Ten hexadecimal digits with a sign in two's complement, as in Excel. */
const least = -549_755_813_888;
const greatest = 549_755_813_887;
const mostPlaces = 10;

/** `Dec2Hex(number[, places])`: a whole number in hexadecimal digits, with zeros in front up to so many places. */
export const dec2Hex = scalarFunction({
    name: 'Dec2Hex',
    parameters: [number],
    optional: [number],
    result: Types.Text,
    evaluate: (_run, value, givenPlaces) => {
        const whole = Math.floor(value);
        const places = givenPlaces === undefined ? undefined : Math.floor(givenPlaces);
        if (whole < least || whole > greatest) {
            return errorValue('Numeric', 'Dec2Hex: the number does not fit into ten hexadecimal digits.');
        }
        if (places !== undefined && (places < 1 || places > mostPlaces)) {
            return errorValue('Numeric', `Dec2Hex: the places must be between 1 and ${mostPlaces}.`);
        }
        if (whole < 0) {
            return (whole + 2 ** 40).toString(16).toUpperCase();
        }
        const digits = whole.toString(16).toUpperCase();
        if (places !== undefined && whole > 0 && digits.length > places) {
            return errorValue('Numeric', `Dec2Hex: the number does not fit into ${places} places.`);
        }
        return digits.padStart(places ?? 0, '0');
    },
});
