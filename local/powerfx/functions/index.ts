import type { FunctionDefinition } from './function-definition';
import { filter } from './table/filter';
import { mathFunctions } from './math';
import { textFunctions } from './text';

/** Every function of the language; each family lists its own. */
export const functions: readonly FunctionDefinition[] = [filter, ...mathFunctions, ...textFunctions];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

/** The function of the language of this name, or undefined. */
export function findFunction(name: string): FunctionDefinition | undefined {
    return byName.get(name);
}
