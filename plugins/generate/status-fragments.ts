import { generatedFragment, type Fragment } from '../formula/fragment';
import type { RulesModel } from '../model/rules-model';
import { localized, switchOn } from './literals';

/** What the environment says of status reasons. One that a maker adds later goes by its number until the next deploy. */
export function statusFragments({ statusReasons }: RulesModel): readonly Fragment[] {
    const labels = statusReasons.map(({ value, labels }): [string, string] => [String(value), localized(labels)]);
    const defaults = statusReasons
        .filter((reason) => reason.isDefault)
        .map(({ state, value }): [string, string] => [String(state), String(value)]);
    const states = statusReasons.map(({ value, state }): [string, string] => [String(value), String(state)]);
    return [
        generatedFragment('StatusLabel', ['statusReason'], switchOn('statusReason', labels, 'Text(statusReason)')),
        generatedFragment('DefaultStatus', ['ofState'], switchOn('ofState', defaults, 'Blank()')),
        generatedFragment('StateOfStatus', ['statusReason'], switchOn('statusReason', states, 'Blank()')),
    ];
}
