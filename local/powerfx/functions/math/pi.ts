import { Types } from '../../types';
import { scalarFunction } from '../scalar-function';

/** `Pi()`: π. */
export const pi = scalarFunction({
    name: 'Pi',
    parameters: [],
    result: Types.Number,
    isTabular: false,
    evaluate: () => Math.PI,
});
