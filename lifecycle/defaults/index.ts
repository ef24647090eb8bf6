import type { Configuration } from '../configuration/configuration';
import { defaultCriteria } from './criteria';
import type { Language } from './language';
import { defaultReasons } from './disqualification-reasons';
import { defaultTransitions } from './transitions';

export type { Language } from './language';
export { languageOf } from './language';
export { defaultCriteria } from './criteria';
export { defaultReasons } from './disqualification-reasons';
export { defaultTransitions } from './transitions';
export { defaultRows } from './rows';

/** What applies while no maker has set anything. */
export function defaultConfiguration(language: Language): Configuration {
    return {
        transitions: defaultTransitions(language),
        reasons: defaultReasons(language),
        criteria: defaultCriteria(language),
        reasonsAreRows: false,
    };
}
