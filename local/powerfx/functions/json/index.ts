import type { FunctionDefinition } from '../function-definition';
import { asType } from './as-type';
import { column } from './column';
import { columnNames } from './column-names';
import { isType } from './is-type';
import { json } from './json';
import { parseJson } from './parse-json';

export const jsonFunctions: readonly FunctionDefinition[] = [asType, column, columnNames, isType, json, parseJson];
