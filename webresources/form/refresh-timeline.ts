/** Microsoft Learn, "Timeline control (Client API reference)"; the platform's main forms call it `notescontrol`. */
export function refreshTimeline(form: Xrm.FormContext): void {
    const timeline: unknown = form.getControl('notescontrol') ?? form.getControl('Timeline');
    if (typeof timeline === 'object' && timeline !== null && 'refresh' in timeline) {
        if (typeof timeline.refresh === 'function') timeline.refresh();
    }
}
