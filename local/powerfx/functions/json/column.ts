import { Types } from '../../types';
import { errorValue, type DynamicContent } from '../../values';
import { dynamic, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { dynamicOf } from './dynamic-items';

/** `Column(untyped, name)`: the field of that name of an untyped object; blank when it has none. */
export const column = scalarFunction({
    name: 'Column',
    parameters: [dynamic, text],
    result: Types.Dynamic,
    isTabular: false,
    evaluate(_run, object, name) {
        if (object === null) {
            return null;
        }
        const { content } = object;
        return content instanceof Map
            ? dynamicOf((content as ReadonlyMap<string, DynamicContent>).get(name) ?? null)
            : errorValue('InvalidArgument', 'The untyped object does not have fields.');
    },
});
