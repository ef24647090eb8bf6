import type { FunctionDefinition } from '../function-definition';
import { char } from './char';
import { concatenate } from './concatenate';
import { encodeHtml } from './encode-html';
import { encodeUrl } from './encode-url';
import { endsWith } from './ends-with';
import { find } from './find';
import { left } from './left';
import { len } from './len';
import { lower } from './lower';
import { mid } from './mid';
import { plainText } from './plain-text';
import { proper } from './proper';
import { replace } from './replace';
import { right } from './right';
import { split } from './split';
import { startsWith } from './starts-with';
import { substitute } from './substitute';
import { trimEnds } from './trim-ends';
import { trim } from './trim';
import { uniChar } from './uni-char';
import { upper } from './upper';

export const textFunctions: readonly FunctionDefinition[] = [
    char,
    concatenate,
    encodeHtml,
    encodeUrl,
    endsWith,
    find,
    left,
    len,
    lower,
    mid,
    plainText,
    proper,
    replace,
    right,
    split,
    startsWith,
    substitute,
    trimEnds,
    trim,
    uniChar,
    upper,
];
