import { recordType } from '../../types';
import { matchedRecord, matchFields } from './matched-record';
import { regexFunction } from './regex-function';

/** `Match(text, pattern, options)`: the first match; blank when there is none. */
export const match = regexFunction({
    name: 'Match',
    habit: 'contains',
    typeFor: (pattern) => recordType(matchFields(pattern)),
    evaluate(text, pattern) {
        pattern.expression.lastIndex = 0;
        const found = pattern.expression.exec(text);
        return found && matchedRecord(found, pattern);
    },
});
