import type { FunctionDefinition } from '../function-definition';
import { average } from './average';
import { max, min } from './extreme';
import { sum } from './sum';
import { stdevP, varP } from './variance';

export const aggregateFunctions: readonly FunctionDefinition[] = [average, max, min, stdevP, sum, varP];
