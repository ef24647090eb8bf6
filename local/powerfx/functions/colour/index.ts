import type { FunctionDefinition } from '../function-definition';
import { colorFade } from './color-fade';
import { colorValue } from './color-value';
import { rgba } from './rgba';

export const colourFunctions: readonly FunctionDefinition[] = [colorFade, colorValue, rgba];
