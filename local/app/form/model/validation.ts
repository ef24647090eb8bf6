import type { Texts } from '../../platform/types';
import type { FormAttribute } from './attribute';
import type { FormControl } from './control';
import { isEmpty } from './values';

/** Id of the notification that validation puts on a control. */
const VALIDATION = 'form.validation';

export interface Invalid {
    readonly attribute: FormAttribute;
    readonly message: string;
}

/** What is wrong with an attribute's value; null when nothing is. */
export function faultOf(attribute: FormAttribute, texts: Texts): string | null {
    if (attribute.invalidMessage !== null) {
        return attribute.invalidMessage;
    }
    const label = labelOf(attribute);
    const { value, column } = attribute;
    if (isEmpty(value)) {
        // A column nobody can see cannot be filled in; the platform does not ask for it either.
        const asked = attribute.controls.some((control) => control.isShown && control.place !== 'process');
        return attribute.requiredLevel === 'required' && asked ? texts('form.validation.required', label) : null;
    }
    if (typeof value === 'string' && column.maxLength !== undefined && value.length > column.maxLength) {
        return texts('form.validation.tooLong', label, column.maxLength);
    }
    if (typeof value === 'number' && attribute.type !== 'optionset') {
        if (column.minValue !== undefined && value < column.minValue) {
            return texts('form.validation.tooSmall', label, column.minValue);
        }
        if (column.maxValue !== undefined && value > column.maxValue) {
            return texts('form.validation.tooLarge', label, column.maxValue);
        }
    }
    return null;
}

/** Checks every attribute and marks the controls of those that are wrong. */
export function validate(attributes: Iterable<FormAttribute>, texts: Texts): readonly Invalid[] {
    const invalid: Invalid[] = [];
    for (const attribute of attributes) {
        const message = faultOf(attribute, texts);
        for (const control of attribute.controls) {
            showFault(control, message);
        }
        if (message !== null) {
            invalid.push({ attribute, message });
        }
    }
    return invalid;
}

/** Shows or takes away the message of validation on one control. */
export function showFault(control: FormControl, message: string | null): void {
    if (message === null) {
        control.clearNotification(VALIDATION);
    } else {
        control.addNotification({ id: VALIDATION, level: 'ERROR', messages: [message], actions: [] });
    }
}

/** Notifications of scripts on controls also keep a form from being saved. */
export function blockingNotifications(controls: readonly FormControl[]): readonly string[] {
    return controls.flatMap((control) =>
        control.notifications
            .filter(({ level, id }) => level === 'ERROR' && id !== VALIDATION)
            .flatMap(({ messages }) => messages),
    );
}

export function labelOf(attribute: FormAttribute): string {
    const control = attribute.controls.find(({ place }) => place === 'body') ?? attribute.controls[0];
    return control?.label || attribute.column.displayName;
}
