import { fieldsOf, tableType, Types } from '../../types';
import { errorValue, MemoryTable, recordOf, type DynamicContent } from '../../values';
import { dynamic } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `ColumnNames(untyped)`: the names of the fields of an untyped object. */
export const columnNames = scalarFunction({
    name: 'ColumnNames',
    parameters: [dynamic],
    result: tableType(fieldsOf({ Value: Types.Text })),
    isTabular: false,
    evaluate(_run, object) {
        if (object === null) {
            return null;
        }
        const { content } = object;
        return content instanceof Map
            ? new MemoryTable(
                  [...(content as ReadonlyMap<string, DynamicContent>).keys()].map((name) => recordOf({ Value: name })),
              )
            : errorValue('InvalidArgument', 'The untyped object does not have fields.');
    },
});
