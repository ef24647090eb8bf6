import { Types } from '../../types';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { divisionByZero } from './numeric-errors';

/** `Atan2(x, y)`: the angle in radians from the x axis to the point. */
export const atan2 = scalarFunction({
    name: 'Atan2',
    parameters: [number, number],
    result: Types.Number,
    isTabular: false,
    evaluate: (_run, x, y) => (x === 0 && y === 0 ? divisionByZero() : Math.atan2(y, x)),
});
