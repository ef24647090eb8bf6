import { notSupportedHere } from '../../errors';
import type { Answer } from '../http';
import type { Call } from '../host';
export function csdl(_call: Call): Answer {
    throw notSupportedHere('$metadata');
}
