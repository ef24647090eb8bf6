import { lowerCase } from '../culture/letter-case';
import type { TableValue } from '../values';
import { ErrorValue, RecordValue, type Value } from '../values';
import { areEqual } from './equality';

/**
 * Whether a text stands in another. Empty text, which blank is as well, stands in every text.
 * @param language Whose letters are compared when their case does not matter: a language tag.
 */
export function isInText(part: string, whole: string, isExact: boolean, language: string): boolean {
    return isExact ? whole.includes(part) : lowerCase(whole, language).includes(lowerCase(part, language));
}

/**
 * Whether a value, or record, is among the rows of a table. The first error among the rows is the result.
 * @param language Whose letters are compared when their case does not matter: a language tag.
 */
export function isInTable(value: Value, table: TableValue, isExact: boolean, language: string): boolean | ErrorValue {
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        if (row === null) {
            continue;
        }
        const item = value instanceof RecordValue ? row : onlyValue(row);
        if (item instanceof ErrorValue) {
            return item;
        }
        if (isSame(value, item, isExact, language)) {
            return true;
        }
    }
    return false;
}

function onlyValue(row: RecordValue): Value {
    const [name] = row.names();
    return name === undefined ? null : row.get(name);
}

function isSame(left: Value, right: Value, isExact: boolean, language: string): boolean {
    if (typeof left === 'string' && typeof right === 'string' && !isExact) {
        return lowerCase(left, language) === lowerCase(right, language);
    }
    return areEqual(left, right);
}
