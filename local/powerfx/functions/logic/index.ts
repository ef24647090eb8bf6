import type { FunctionDefinition } from '../function-definition';
import { and } from './and';
import { blank } from './blank';
import { coalesce } from './coalesce';
import { ifFunction } from './if';
import { isBlank } from './is-blank';
import { isBlankOrError } from './is-blank-or-error';
import { isEmpty } from './is-empty';
import { not } from './not';
import { or } from './or';
import { switchFunction } from './switch';

export const logicFunctions: readonly FunctionDefinition[] = [
    and,
    blank,
    coalesce,
    ifFunction,
    isBlank,
    isBlankOrError,
    isEmpty,
    not,
    or,
    switchFunction,
];
