import { Types } from '../../types';
import { ColorValue, errorValue } from '../../values';
import { color, number } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `ColorFade(colour, amount)`: darker down to -1, which is black, or lighter up to 1, which is white. */
export const colorFade = scalarFunction({
    name: 'ColorFade',
    parameters: [color, number],
    result: Types.Color,
    evaluate(_run, given, amount) {
        if (!(amount >= -1 && amount <= 1)) {
            return errorValue('InvalidArgument', 'The amount must be from -1 to 1.');
        }
        const { red, green, blue, alpha } = given ?? new ColorValue(0, 0, 0, 0);
        const share = Math.abs(amount);
        const target = (amount < 0 ? 0 : 255) * share;
        const fade = (part: number) => Math.floor(part * (1 - share) + target);
        return new ColorValue(fade(red), fade(green), fade(blue), alpha);
    },
});
