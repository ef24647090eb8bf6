/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import React from 'react';
import type { GateCriterion, GateInput } from '../../lifecycle/commands/dialogs';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { GateDialog } from '../../webresources/gate/GateDialog';
import { textsOf } from './fakes/texts';

const BUDGET: GateCriterion = {
    column: 'budgetamount',
    hint: 'Enter the budget amount.',
    label: 'Budget Amount',
    share: 25,
    isReachable: true,
};
const NEED: GateCriterion = { ...BUDGET, column: 'need', hint: 'Find out how strong the need is.', label: 'Need' };
const PROCESS: GateCriterion = { ...BUDGET, column: 'purchaseprocess', hint: 'Find out how they decide.', share: 10 };

function show(input: Partial<GateInput>, language: 1033 | 1036 = 1033): jest.Mock {
    const close = jest.fn();
    const session = {
        clientUrl: '',
        user: { id: '', roles: [], language },
        configuration: defaultConfiguration(language),
        statusReasons: [],
    };
    render(
        <GateDialog
            connection={{
                input: { stage: 'Qualify', blocking: [], warnings: [], progress: 55, ...input },
                text: textsOf(language),
                language,
                session,
                interim: () => undefined,
                close,
            }}
        />,
    );
    return close;
}

afterEach(cleanup);

describe('the dialog of a gate', () => {
    it('names everything that is required and recommended, with how much it counts', () => {
        show({ blocking: [BUDGET, NEED], warnings: [PROCESS] });
        expect(screen.getByText('“Qualify” is complete once these are done:')).toBeVisible();
        const required = within(screen.getByRole('region', { name: 'Required' }));
        expect(required.getAllByRole('button').map((link) => link.textContent)).toEqual([BUDGET.hint, NEED.hint]);
        expect(required.getAllByText('25 %')).toHaveLength(2);
        expect(required.getByText('Budget Amount')).toBeVisible();
        const recommended = within(screen.getByRole('region', { name: 'Recommended' }));
        expect(recommended.getByRole('img', { name: 'counts 10 percent' })).toBeVisible();
        expect(screen.getByRole('progressbar', { name: 'Weight of what is done' })).toHaveAttribute(
            'aria-valuenow',
            '55',
        );
    });

    it('answers with the column of the link that is chosen', async () => {
        const close = show({ blocking: [BUDGET], warnings: [PROCESS] });
        await userEvent.click(screen.getByRole('button', { name: PROCESS.hint }));
        expect(close).toHaveBeenCalledWith({ kind: 'focus', column: 'purchaseprocess' });
    });

    it('offers the first required one that the form has, and no way past it', async () => {
        const close = show({ blocking: [{ ...BUDGET, isReachable: false }, NEED] });
        expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
        expect(screen.queryByRole('button', { name: BUDGET.hint })).toBeNull();
        expect(screen.getByText(/This form has no field for it/)).toBeVisible();
        await userEvent.click(screen.getByRole('button', { name: 'Fill in the first one' }));
        expect(close).toHaveBeenCalledWith({ kind: 'focus', column: 'need' });
    });

    it('can only be closed when the form has a field for none of them', async () => {
        const close = show({ blocking: [{ ...BUDGET, isReachable: false }] });
        expect(screen.getByRole('button', { name: 'Fill in the first one' })).toBeDisabled();
        await userEvent.click(screen.getByRole('button', { name: 'Close' }));
        expect(close).toHaveBeenCalledWith(null);
    });

    it('lets a seller leave open what is only recommended, and says that it is noted', async () => {
        const close = show({ warnings: [PROCESS] });
        expect(screen.getByText('“Qualify” would be left with these open:')).toBeVisible();
        expect(screen.getByText(/a note in the timeline/)).toBeVisible();
        await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
        expect(close).toHaveBeenCalledWith({ kind: 'pass' });
    });

    it('is left by Escape without an answer', async () => {
        const close = show({ warnings: [PROCESS] });
        await userEvent.keyboard('{Escape}');
        expect(close).toHaveBeenCalledWith(null);
    });

    it('speaks French to a French user', () => {
        show({ blocking: [BUDGET] }, 1036);
        expect(screen.getByRole('heading', { name: 'Obligatoire' })).toBeVisible();
        expect(screen.getByRole('button', { name: 'Remplir le premier' })).toBeEnabled();
    });

    it('has no barriers', async () => {
        document.documentElement.lang = 'en';
        document.title = 'Dialog';
        show({ blocking: [BUDGET, { ...NEED, isReachable: false }], warnings: [PROCESS] });
        // jsdom draws nothing, so colours are checked in a browser.
        const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
});
