import type { FunctionDefinition } from '../function-definition';
import { trace } from './trace';

export const traceFunctions: readonly FunctionDefinition[] = [trace];
