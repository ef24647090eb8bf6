import type { FunctionDefinition } from './function-definition';
import { aggregateFunctions } from './aggregate';
import { errorFunctions } from './error';
import { logicFunctions } from './logic';
import { mathFunctions } from './math';
import { mutationFunctions } from './mutation';
import { recordFunctions } from './record';
import { tableFunctions } from './table';
import { textFunctions } from './text';
import { variableFunctions } from './variables';

/** Every function of the language; each family lists its own. */
export const functions: readonly FunctionDefinition[] = [
    ...aggregateFunctions,
    ...errorFunctions,
    ...logicFunctions,
    ...mathFunctions,
    ...mutationFunctions,
    ...recordFunctions,
    ...tableFunctions,
    ...textFunctions,
    ...variableFunctions,
];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

/** The function of the language of this name, or undefined. */
export function findFunction(name: string): FunctionDefinition | undefined {
    return byName.get(name);
}
