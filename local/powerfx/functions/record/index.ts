import type { FunctionDefinition } from '../function-definition';
import { withFunction } from './with';

export const recordFunctions: readonly FunctionDefinition[] = [withFunction];
