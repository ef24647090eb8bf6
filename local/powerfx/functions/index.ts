import type { FunctionDefinition } from './function-definition';
import { filter } from './table/filter';
import { len } from './text/len';

/** Every function of the language: one line each, in alphabetical order. */
export const functions: readonly FunctionDefinition[] = [filter, len];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

/** The function of the language of this name, or undefined. */
export function findFunction(name: string): FunctionDefinition | undefined {
    return byName.get(name);
}
