import { tableType } from '../../types';
import { MemoryTable } from '../../values';
import { matchedRecord, matchFields } from './matched-record';
import { regexFunction } from './regex-function';

/** `MatchAll(text, pattern, options)`: every match, from left to right. */
export const matchAll = regexFunction({
    name: 'MatchAll',
    habit: 'contains',
    typeFor: (pattern) => tableType(matchFields(pattern)),
    evaluate: (text, pattern) =>
        new MemoryTable([...text.matchAll(pattern.expression)].map((found) => matchedRecord(found, pattern))),
});
