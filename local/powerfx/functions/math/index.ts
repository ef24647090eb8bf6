import type { FunctionDefinition } from '../function-definition';
import { abs } from './abs';
import { acos } from './acos';
import { acot } from './acot';
import { asin } from './asin';
import { atan } from './atan';
import { atan2 } from './atan2';
import { cos } from './cos';
import { cot } from './cot';
import { dec2Hex } from './dec2hex';
import { degrees } from './degrees';
import { exp } from './exp';
import { hex2Dec } from './hex2dec';
import { int } from './int';
import { ln } from './ln';
import { log } from './log';
import { mod } from './mod';
import { pi } from './pi';
import { power } from './power';
import { radians } from './radians';
import { rand } from './rand';
import { randBetween } from './rand-between';
import { round } from './round';
import { roundDown } from './round-down';
import { roundUp } from './round-up';
import { sin } from './sin';
import { sqrt } from './sqrt';
import { tan } from './tan';
import { trunc } from './trunc';

export const mathFunctions: readonly FunctionDefinition[] = [
    abs,
    acos,
    acot,
    asin,
    atan,
    atan2,
    cos,
    cot,
    dec2Hex,
    degrees,
    exp,
    hex2Dec,
    int,
    ln,
    log,
    mod,
    pi,
    power,
    radians,
    rand,
    randBetween,
    round,
    roundDown,
    roundUp,
    sin,
    sqrt,
    tan,
    trunc,
];
