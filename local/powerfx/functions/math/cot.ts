import { Types } from '../../types';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { divisionByZero } from './numeric-errors';

/** `Cot(angle)`: the cotangent of an angle in radians. */
export const cot = scalarFunction({
    name: 'Cot',
    parameters: [number],
    result: Types.Number,
    evaluate: (_run, angle) => {
        const tangent = Math.tan(angle);
        return tangent === 0 ? divisionByZero() : 1 / tangent;
    },
});
