/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { Inputs } from '../../../controls/StatusReasonPicker/manifest';
import { StatusReasonPicker } from '../../../controls/StatusReasonPicker';
import { mockContext, type MockContextOptions } from '../mock-context';

/** Starts the component as the platform does: init, then updateView whenever it asks for it. */
async function createComponent(value: object, options: Partial<MockContextOptions> = {}) {
    const outputs: unknown[] = [];
    const component = new StatusReasonPicker();
    let show: () => void = () => undefined;
    const context = mockContext<Inputs>({
        control: 'StatusReasonPicker',
        parameters: { value: { raw: null, error: false, errorMessage: '', ...value } },
        requestRender: () => show(),
        ...options,
    });
    component.init(context, () => outputs.push(component.getOutputs()));
    const page = render(component.updateView(context));
    show = () => page.rerender(component.updateView(context));
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    show();
    return { outputs, component, container: page.container };
}

describe('the status reason picker', () => {
    it('shows the status reason that a number stands for', async () => {
        await createComponent({ raw: 2 });
        expect(screen.getByRole('combobox', { name: /Status reason/ }).textContent).toBe('Contacted');
    });

    it('offers the status reasons under the states that they belong to', async () => {
        await createComponent({ raw: 2 });
        fireEvent.click(screen.getByRole('combobox'));
        const groups = screen.getAllByRole('listbox').flatMap((list) => [...list.querySelectorAll('[role=group]')]);
        const texts = groups.length > 0 ? groups.map((group) => group.textContent) : [document.body.textContent];
        expect(texts.join()).toMatch(/Open.*New.*Contacted.*Qualified.*Disqualified.*Lost.*No Longer Interested/s);
    });

    it('gives the number of what is chosen, and nothing for the empty choice', async () => {
        const { outputs } = await createComponent({ raw: 2 });
        fireEvent.click(screen.getByRole('combobox'));
        fireEvent.click(screen.getByRole('option', { name: 'Lost' }));
        fireEvent.click(screen.getByRole('combobox'));
        fireEvent.click(screen.getByRole('option', { name: '---' }));
        expect(outputs).toEqual([{ value: 4 }, {}]);
    });

    it('offers no empty choice for a required column', async () => {
        await createComponent({ raw: 2, attributes: { RequiredLevel: 2 } });
        fireEvent.click(screen.getByRole('combobox'));
        expect(screen.queryByRole('option', { name: '---' })).toBeNull();
    });

    it('keeps a number that the environment no longer has', async () => {
        await createComponent({ raw: 99 });
        expect(screen.getByRole('combobox').textContent).toBe('99 (no longer exists)');
    });

    it('cannot be changed when the form or the column’s security says so', async () => {
        await createComponent({ raw: 2 }, { disabled: true });
        await createComponent({ raw: 2, security: { editable: false, readable: true, secured: true } });
        for (const picker of screen.getAllByRole('combobox')) {
            expect(picker.getAttribute('aria-disabled')).toBe('true');
        }
    });

    it('hides a value that the user may not read', async () => {
        const { container } = await createComponent({
            raw: 2,
            security: { editable: false, readable: false, secured: true },
        });
        expect(container.textContent).toBe('***');
    });

    it('says when the status reasons cannot be read, in the user’s language', async () => {
        await createComponent(
            { raw: 2 },
            { language: 1036, getEntityMetadata: () => Promise.reject(new Error('hors ligne')) },
        );
        expect(screen.getByText('Impossible de lire les raisons du statut : hors ligne')).toBeTruthy();
    });

    it('has no accessibility faults that axe finds', async () => {
        const { container } = await createComponent({ raw: 2 });
        const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
        expect(violations.map(({ id }) => id)).toEqual([]);
    });
});
