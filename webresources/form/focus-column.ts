/** Process steps carry this prefix before the column's name, and a number behind it when the column is used twice. */
const PROCESS = /^header_process_/;

const HEADER = /^header_/;

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
    const fields = fieldsOf(form, column).filter((field) => field.getVisible());
    const onForm = fields.find((field) => !HEADER.test(field.getName()));
    const inProcess = fields.find((field) => PROCESS.test(field.getName()));
    // An open flyout would cover the form's own field, or keep the focus.
    if (onForm) showProcess(form, 'collapsed');
    else if (inProcess) showProcess(form, 'floating');
    await nextFrames();
    (onForm ?? inProcess ?? fields[0])?.setFocus();
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

function showProcess(form: Xrm.FormContext, state: 'collapsed' | 'floating'): void {
    // The type definitions lack the state that only the Unified Interface has.
    form.ui.process?.setDisplayState(state as Xrm.DisplayState);
}
