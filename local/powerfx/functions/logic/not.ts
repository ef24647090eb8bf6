import { Types } from '../../types';
import { boolean } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Not(a)`: true when it is false or blank. */
export const not = scalarFunction({
    name: 'Not',
    parameters: [boolean],
    result: Types.Boolean,
    isTabular: false,
    evaluate: (_run, value) => !value,
});
