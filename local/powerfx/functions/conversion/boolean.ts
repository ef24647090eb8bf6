import { Types } from '../../types';
import { boolean as booleanParameter, orBlank } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Boolean(value)`: true or false from text or a number. */
export const boolean = scalarFunction({
    name: 'Boolean',
    parameters: [orBlank(booleanParameter)],
    result: Types.Boolean,
    evaluate: (_run, value) => value,
});
