import type { FunctionDefinition } from '../function-definition';
import { isMatch } from './is-match';
import { match } from './match';
import { matchAll } from './match-all';

export const regexFunctions: readonly FunctionDefinition[] = [isMatch, match, matchAll];
