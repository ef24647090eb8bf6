import { Decimal } from '../numbers/decimal';
import { ChoiceValue, DateTimeValue, DateValue, GuidValue, TimeValue, type Value } from '../values';

/**
 * A text that is the same for equal values of one type and for them alone, by which values can be found again; undefined
 * for kinds that must be compared.
 */
export function valueKey(value: Value): string | undefined {
    if (value === null) {
        return '';
    }
    switch (typeof value) {
        case 'string':
            return `"${value}`;
        case 'boolean':
            return String(value);
        case 'number':
            return String(value);
        default:
    }
    if (value instanceof Decimal) {
        return value.toString();
    }
    if (value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue) {
        return String(value.milliseconds);
    }
    if (value instanceof GuidValue) {
        return value.text;
    }
    return value instanceof ChoiceValue ? `${value.set.name}.${String(value.option.value)}` : undefined;
}
