import { fieldToFocus } from '../../lifecycle/form/field-to-focus';

/** Whether a field of a column can take the focus, on the form or in the process bar. */
export function isReachable(form: Xrm.FormContext, column: string): boolean {
    return fieldsOf(form, column).some((field) => field.getVisible());
}

/**
 * Whether the form hides a column: it has fields for it, and none of them is visible, as a business rule leaves it. A
 * column without any field is not hidden; nobody took it away.
 */
export function isHidden(form: Xrm.FormContext, column: string): boolean {
    const fields = fieldsOf(form, column);
    return fields.length > 0 && !fields.some((field) => field.getVisible());
}

/**
 * Puts the focus into the field of a column: into the form's own where there is one, else into the step of the process
 * bar, whose flyout is opened for it (Microsoft Learn, "process.setDisplayState (Client API reference)").
 */
export async function focusColumn(form: Xrm.FormContext, column: string): Promise<void> {
    const fields = fieldsOf(form, column);
    const target = fieldToFocus(fields.map((field) => ({ name: field.getName(), isVisible: field.getVisible() })));
    if (!target) return;
    // The type definitions lack "floating", which only the Unified Interface has.
    if (target.processBar) form.ui.process?.setDisplayState(target.processBar as Xrm.DisplayState);
    await nextFrames();
    fields.find((field) => field.getName() === target.name)?.setFocus();
}

/**
 * Dialogs and flyouts of Fluent give the focus back in the frame after they have closed; a field that asks for it
 * earlier loses it again.
 */
function nextFrames(): Promise<void> {
    const frame = globalThis.requestAnimationFrame ?? ((then: () => void) => setTimeout(then));
    return new Promise((resolve) => frame(() => frame(() => resolve())));
}

type Field = Pick<Xrm.Controls.StandardControl, 'getName' | 'getVisible' | 'setFocus'>;

function fieldsOf(form: Xrm.FormContext, column: string): readonly Field[] {
    const fields: Field[] = [];
    form.getAttribute(column)?.controls.forEach((control) => {
        const field: Partial<Field> = control;
        // Code components of some hosts lack members of the standard control.
        if (field.getName && field.getVisible && field.setFocus) fields.push(control as unknown as Field);
    });
    return fields;
}
