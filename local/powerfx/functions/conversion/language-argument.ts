import { findCulture, type Culture } from '../../culture';
import { cultureOf } from '../../evaluate/conversions';
import type { RunContext } from '../../evaluate/run-context';
import type { ErrorValue } from '../../values';
import { errorValue, type Value } from '../../values';

/** The culture that a language argument names; that of the run when it is blank or left out. */
export function cultureNamed(language: Value | undefined, run: RunContext): Culture | ErrorValue {
    if (typeof language !== 'string') {
        return cultureOf(run);
    }
    return findCulture(language) ?? errorValue('BadLanguageCode', `Language code '${language}' not supported.`);
}
