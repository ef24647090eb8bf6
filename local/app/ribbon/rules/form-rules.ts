/**
 * Rules about the form a command stands on.
 */
import type { RuleContext } from './rule-context';

const FORM_TYPES: Readonly<Record<string, number>> = { Create: 1, Existing: 2, ReadOnly: 3, Disabled: 4, BulkEdit: 6 };

export function testFormStateRule(element: Element, context: RuleContext): boolean {
    return FORM_TYPES[element.getAttribute('State') ?? ''] === context.target.formType;
}

/** A column has a certain value; an empty column is written as `null` or as an empty text. */
export function testValueRule(element: Element, context: RuleContext): boolean {
    const value = context.target.valueOf(element.getAttribute('Field') ?? '');
    const wanted = element.getAttribute('Value') ?? '';
    if (value === undefined) {
        return element.getAttribute('Default') === 'true';
    }
    if (value === null || value === '') {
        return wanted === '' || wanted === 'null';
    }
    if (typeof value === 'boolean') {
        return wanted === (value ? '1' : '0') || wanted.toLowerCase() === String(value);
    }
    return String(value).toLowerCase() === wanted.toLowerCase();
}

/** Pages of the web client of old; none of them exists in the Unified Interface. */
export function testPageRule(): boolean {
    return false;
}
