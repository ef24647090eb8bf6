import type { FunctionDefinition } from './function-definition';
import { aggregateFunctions } from './aggregate';
import { choiceFunctions } from './choice';
import { colourFunctions } from './colour';
import { conversionFunctions } from './conversion';
import { dateFunctions } from './date';
import { errorFunctions } from './error';
import { jsonFunctions } from './json';
import { logicFunctions } from './logic';
import { mathFunctions } from './math';
import { mutationFunctions } from './mutation';
import { recordFunctions } from './record';
import { regexFunctions } from './regex';
import { tableFunctions } from './table';
import { textFunctions } from './text';
import { traceFunctions } from './trace';
import { variableFunctions } from './variables';

/** Every function of the language; each family lists its own. */
export const functions: readonly FunctionDefinition[] = [
    ...aggregateFunctions,
    ...choiceFunctions,
    ...colourFunctions,
    ...conversionFunctions,
    ...dateFunctions,
    ...errorFunctions,
    ...jsonFunctions,
    ...logicFunctions,
    ...mathFunctions,
    ...mutationFunctions,
    ...recordFunctions,
    ...regexFunctions,
    ...tableFunctions,
    ...textFunctions,
    ...traceFunctions,
    ...variableFunctions,
];

const byName = new Map(
    functions.map((definition) => [[...(definition.namespace ?? []), definition.name].join('.'), definition]),
);

/** The function of the language of this name, with its namespace in front if it has one, or undefined. */
export function findFunction(qualifiedName: string): FunctionDefinition | undefined {
    return byName.get(qualifiedName);
}
