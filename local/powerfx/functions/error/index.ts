import type { FunctionDefinition } from '../function-definition';
import { error } from './error';
import { ifError } from './if-error';
import { isError } from './is-error';

export const errorFunctions: readonly FunctionDefinition[] = [error, ifError, isError];
