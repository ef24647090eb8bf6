import { useEffect, useRef, type RefObject } from 'react';
import { useSubscription } from '../../platform/use-subscription';
import { useForm } from '../form-scope';
import type { FormAttribute } from '../model/attribute';
import type { FormControl } from '../model/control';
import type { FormValue } from '../model/values';
import { holdFocus } from './hold-focus';

/** What a field of any type works with. */
export interface FieldProps {
    readonly control: FormControl;
    readonly attribute: FormAttribute;
    /** Id of the input, which the label points to. */
    readonly inputId: string;
    /** Id of the messages below the field. */
    readonly describedBy?: string;
}

export interface Field {
    readonly value: FormValue;
    readonly readOnly: boolean;
    readonly required: boolean;
    readonly invalid: boolean;
    /** Takes a value from the user: handlers hear of it. */
    change(value: FormValue): void;
}

/** The state of a field; its component renders again when attribute or control change. */
export function useField({ control, attribute }: FieldProps): Field {
    const { form } = useForm();
    useSubscription(control.subscribe);
    useSubscription(attribute.subscribe);
    return {
        value: attribute.value,
        readOnly: !form.mayEdit(control),
        required: attribute.requiredLevel === 'required',
        invalid: control.notifications.some(({ level }) => level === 'ERROR'),
        change: (value) => form.edit(attribute, value),
    };
}

/** Puts the focus on the element when a script or validation asks for it. */
export function useFocusRequests<Element extends HTMLElement>(control: FormControl): RefObject<Element> {
    const element = useRef<Element>(null);
    useFocusRequest(control, () => element.current?.focus());
    return element;
}

/** Takes the focus when a script or validation asks for it, also when it asked before the field was there. */
export function useFocusRequest(control: FormControl, takeFocus: () => void): void {
    useEffect(() => {
        if (control.takeFocusRequest()) {
            takeFocus();
            if (document.activeElement instanceof HTMLElement) {
                holdFocus(document.activeElement);
            }
        }
    });
}
