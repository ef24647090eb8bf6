import { Types } from '../../types';
import { regexFunction } from './regex-function';

/** `IsMatch(text, pattern, options)`: whether the text matches, as a whole where the options do not say otherwise. */
export const isMatch = regexFunction({
    name: 'IsMatch',
    habit: 'complete',
    typeFor: () => Types.Boolean,
    evaluate(text, { expression }) {
        expression.lastIndex = 0;
        return expression.test(text);
    },
});
