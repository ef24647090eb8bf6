import { notSupportedHere } from '../../errors';
import type { Answer } from '../http';
import type { Call } from '../host';
import type { Segment } from '../address/split-url';
export function routeMetadata(_call: Call, _first: Segment, _rest: readonly Segment[]): Answer {
    throw notSupportedHere('definitions');
}
