import type { FunctionDefinition } from '../function-definition';
import { set } from './set';

export const variableFunctions: readonly FunctionDefinition[] = [set];
