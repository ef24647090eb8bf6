import { LeadColumn } from '../../../lifecycle/columns';
import { asNumber } from '../../../lifecycle/row';

/** The status reason as it stands in Dataverse, whatever the user has chosen since. */
export interface SavedStatus {
    /** Null for a row that has not been created yet, or without the column on the form. */
    readonly value: number | null;
    /** Called after the form has taken over what Dataverse holds: a save, a refresh. */
    subscribe(listener: () => void): void;
    /** To be called after a successful save. */
    update(): void;
}

export function savedStatus(form: Xrm.FormContext): SavedStatus {
    const listeners: (() => void)[] = [];
    let value = current();
    form.data.addOnLoad(update);
    return {
        get value() {
            return value;
        },
        subscribe: (listener) => void listeners.push(listener),
        update,
    };

    function update(): void {
        value = current();
        listeners.forEach((listener) => listener());
    }

    function current(): number | null {
        return form.data.entity.getId() === '' ? null : chosenStatus(form);
    }
}

/** The status reason that the form shows; null without the column on it. */
export function chosenStatus(form: Xrm.FormContext): number | null {
    return asNumber(form.getAttribute(LeadColumn.status)?.getValue());
}
