import { Types } from '../../types';
import type { FunctionDefinition } from '../function-definition';

/** `Blank()`: no value. */
export const blank: FunctionDefinition = {
    name: 'Blank',
    minimumArguments: 0,
    maximumArguments: 0,
    bind: () => ({ type: Types.Blank, arguments: [], compile: () => () => null }),
};
