import type { FunctionDefinition } from './function-definition';
import { filter } from './table/filter';
import { len } from './text/len';

/** Every function of the language: one line each, in alphabetical order. */
export const functions: readonly FunctionDefinition[] = [filter, len];
