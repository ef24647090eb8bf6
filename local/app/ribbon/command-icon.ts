/**
 * Icons of the platform's own commands, where the ribbon names an image that is not a web resource.
 */

/** By the last part of a platform function's name, and by the names that base ribbons give their images. */
const ICONS: Readonly<Record<string, string>> = {
    activate: 'Accept',
    addexisting: 'AddTo',
    addnew: 'Add',
    assign: 'Assign',
    closeaslost: 'BlockContact',
    closeaswon: 'Completed',
    deactivate: 'BlockContact',
    delete: 'Delete',
    disqualify: 'BlockContact',
    edit: 'Edit',
    new: 'Add',
    open: 'OpenFile',
    qualify: 'CheckList',
    reactivate: 'Undo',
    refresh: 'Refresh',
    remove: 'Remove',
    reopen: 'Undo',
    save: 'Save',
    saveandclose: 'SaveAndClose',
    showas: 'ThumbnailView',
};

/** The icon for a command; undefined when there is none, then only the text shows. */
export function iconNameOf(image: string, functionNames: readonly string[]): string | undefined {
    const names = [image, ...functionNames.map((name) => name.slice(name.lastIndexOf('.') + 1))];
    return names.map((name) => ICONS[name.toLowerCase()]).find((name) => name !== undefined);
}
