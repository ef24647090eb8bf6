import { Types } from '../../types';
import { ColorValue, errorValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';

const isPart = (value: number) => value >= 0 && value <= 255;

/** `RGBA(red, green, blue, alpha)`: a colour of parts from 0 to 255, and alpha from 0 (clear) to 1 (solid). */
export const rgba = scalarFunction({
    name: 'RGBA',
    parameters: [number, number, number, number],
    result: Types.Color,
    isTabular: false,
    evaluate(_run, red, green, blue, alpha) {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map(Math.trunc);
        if (![r, g, b].every(isPart) || !(alpha >= 0 && alpha <= 1)) {
            return errorValue('InvalidArgument', 'A colour has parts from 0 to 255, and an alpha from 0 to 1.');
        }
        return new ColorValue(r, g, b, Math.round(alpha * 255) / 255);
    },
});
