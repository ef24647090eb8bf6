/** Shows or hides the sections that hold the columns' fields. */
export function showSectionOf(form: Xrm.FormContext, columns: readonly string[], visible: boolean): void {
    for (const column of columns) {
        form.getAttribute(column)?.controls.forEach((control) => {
            const section: unknown = control.getParent();
            if (isSection(section)) section.setVisible(visible);
        });
    }
}

function isSection(container: unknown): container is Xrm.Controls.Section {
    return typeof container === 'object' && container !== null && 'setVisible' in container;
}
