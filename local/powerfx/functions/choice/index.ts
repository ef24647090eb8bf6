import type { FunctionDefinition } from '../function-definition';
import { optionSetInfo } from './option-set-info';

export const choiceFunctions: readonly FunctionDefinition[] = [optionSetInfo];
