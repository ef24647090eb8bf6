import { fieldsOf, tableType, Types } from '../../types';
import { MemoryTable, recordOf } from '../../values';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Split(text, separator)`: the pieces between separators; each character when the separator is empty. */
export const split = scalarFunction({
    name: 'Split',
    parameters: [text, text],
    result: tableType(fieldsOf({ Value: Types.Text })),
    isTabular: false,
    evaluate: (_run, value, separator) =>
        new MemoryTable(value.split(separator).map((piece) => recordOf({ Value: piece }))),
});
