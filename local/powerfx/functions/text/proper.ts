import { findCulture } from '../../culture';
import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { lowerCase, upperCase } from '../../culture/letter-case';

/** A letter and what follows it in the same word: letters, digits and apostrophes. */
const word = /\p{L}[\p{L}\p{M}\p{N}']*/gu;

/** `Proper(text)`: the first letter of each word in upper case, the others in lower case. */
export const proper = scalarFunction({
    name: 'Proper',
    parameters: [text],
    result: Types.Text,
    evaluate: (run, value) => {
        const culture = findCulture(run.culture)?.name || 'en';
        return lowerCase(value, culture).replace(word, (found) => {
            const [first = ''] = found;
            return upperCase(first, culture) + found.slice(first.length);
        });
    },
});
