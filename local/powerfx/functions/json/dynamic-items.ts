import type { ErrorValue } from '../../values';
import { DynamicValue, errorValue, type DynamicContent, type Value } from '../../values';

/** The content as a value: what is null in it is blank. */
export function dynamicOf(content: DynamicContent): Value {
    return content === null ? null : new DynamicValue(content);
}

/** The items of an untyped array, or an error when it is none. */
export function itemsOf(value: DynamicValue): readonly DynamicContent[] | ErrorValue {
    const { content } = value;
    return isArray(content)
        ? content
        : errorValue('InvalidArgument', 'The untyped object does not represent an array.');
}

function isArray(content: DynamicContent): content is readonly DynamicContent[] {
    return Array.isArray(content);
}

/** One item; blank where there is none. */
export function itemOf(items: readonly DynamicContent[], index: number): Value {
    return dynamicOf(items[index] ?? null);
}
