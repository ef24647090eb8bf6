import { Types } from '../../types';
import { scalarFunction } from '../scalar-function';

/** `Rand()`: a random number from 0 up to, but not including, 1. */
export const rand = scalarFunction({
    name: 'Rand',
    parameters: [],
    result: Types.Number,
    isTabular: false,
    isImpure: true,
    evaluate: (run) => run.random(),
});
