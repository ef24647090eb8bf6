/** @jest-environment jsdom */
import { holdFocus } from '../../../../local/app/form/fields/hold-focus';

function aPage(): { readonly field: HTMLElement; readonly button: HTMLElement; readonly inDialog: HTMLElement } {
    document.body.innerHTML =
        '<input id="field" /><button id="button"></button><div role="dialog"><button id="inDialog"></button></div>';
    const [field, button, inDialog] = ['field', 'button', 'inDialog'].map((id) => document.getElementById(id));
    if (!field || !button || !inDialog) throw new Error('The page lacks an element.');
    field.focus();
    holdFocus(field);
    return { field, button, inDialog };
}

describe('the focus that a script has put into a field', () => {
    it('stays there when a dialog that has closed gives it back, however often', () => {
        const { field, button } = aPage();
        button.focus();
        expect(document.activeElement).toBe(field);
        button.focus();
        expect(document.activeElement).toBe(field);
    });

    it.each(['keydown', 'pointerdown'])('goes where the user takes it by a %s', (input) => {
        const { field, button } = aPage();
        field.dispatchEvent(new Event(input, { bubbles: true }));
        button.focus();
        expect(document.activeElement).toBe(button);
    });

    it('goes to a dialog that opens, and may go on from there', () => {
        const { button, inDialog } = aPage();
        inDialog.focus();
        expect(document.activeElement).toBe(inDialog);
        button.focus();
        expect(document.activeElement).toBe(button);
    });

    it('goes to the field that is asked for next', () => {
        const { button } = aPage();
        button.focus();
        document.dispatchEvent(new Event('keydown'));
        button.focus();
        holdFocus(button);
        document.getElementById('field')?.focus();
        expect(document.activeElement).toBe(button);
    });
});
