/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import React from 'react';
import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import { defaultConfiguration } from '../../lifecycle/defaults';
import type { Connection } from '../../webresources/dialog/connection';
import { StatusDialog } from '../../webresources/lead/dialog/StatusDialog';
import { textsOf } from './fakes/texts';

const refused = { way: null, noteRequired: false } as const;
const statusInput: Dialogs['status']['input'] = {
    leadName: 'Amelie Bauer',
    current: 'New',
    groups: [
        {
            label: 'Open',
            targets: [
                { value: 2, label: 'Contacted', state: 0, way: 'update', noteRequired: false, why: [] },
                { value: 8, label: 'Nurturing', state: 0, way: 'update', noteRequired: true, why: ['A note.'] },
            ],
        },
        {
            label: 'Disqualified',
            targets: [
                { value: 6, label: 'No Longer Interested', state: 2, way: 'disqualify', noteRequired: false, why: [] },
                { value: 4, label: 'Lost', state: 2, ...refused, why: ['Ask the boss.', 'Fill in first: Need.'] },
            ],
        },
    ],
    proposed: null,
    guardIsOff: false,
};

function show<Name extends DialogName>(
    Dialog: React.ComponentType<{ readonly connection: Connection<Name> }>,
    input: Dialogs[Name]['input'],
    language: 1033 | 1036 = 1033,
): jest.Mock {
    const close = jest.fn();
    const session = {
        clientUrl: '',
        user: { id: '', roles: [], language },
        configuration: defaultConfiguration(language),
        statusReasons: [],
    };
    render(
        <Dialog connection={{ input, text: textsOf(language), language, session, interim: () => undefined, close }} />,
    );
    return close;
}

async function expectNoBarriers(): Promise<void> {
    document.documentElement.lang = 'en';
    document.title = 'Dialog';
    // jsdom draws nothing, so colours are checked in a browser.
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)])).toEqual([]);
}

afterEach(cleanup);

describe('the status reason dialog', () => {
    it('offers what can be reached, by state, and says of the rest why not', async () => {
        show(StatusDialog, statusInput);
        expect(screen.getByText('Amelie Bauer is in New.')).toBeInTheDocument();
        expect(screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
            'Contacted',
            'Nurturing · needs a note',
            'No Longer Interested',
        ]);
        const rest = within(screen.getByRole('region', { name: 'Not possible at the moment' }));
        expect(rest.getByText('Lost').parentElement).toHaveTextContent('LostAsk the boss.Fill in first: Need.');
        await expectNoBarriers();
    });

    it('demands a choice, and puts the focus there', async () => {
        const close = show(StatusDialog, statusInput);
        userEvent.click(screen.getByRole('button', { name: 'Change' }));
        expect(screen.getByRole('alert')).toHaveTextContent('Choose a status reason.');
        expect(screen.getByLabelText('Contacted')).toHaveFocus();
        expect(close).not.toHaveBeenCalled();
        await expectNoBarriers();
    });

    it('takes a note for a change, and demands it where the transition does', () => {
        const close = show(StatusDialog, statusInput);
        userEvent.click(screen.getByLabelText('Contacted'));
        expect(screen.getByLabelText('Note')).toHaveAttribute('aria-required', 'false');
        userEvent.click(screen.getByLabelText(/Nurturing/));
        userEvent.click(screen.getByRole('button', { name: 'Change' }));
        expect(screen.getByRole('alert')).toHaveTextContent('This change needs a note.');
        expect(screen.getByLabelText('Note')).toHaveFocus();
        userEvent.type(screen.getByLabelText('Note'), 'In spring');
        userEvent.click(screen.getByRole('button', { name: 'Change' }));
        expect(close).toHaveBeenCalledWith({ status: 8, note: 'In spring' });
    });

    it('leaves the note to the dialog that follows where another state is chosen', () => {
        const close = show(StatusDialog, statusInput);
        userEvent.click(screen.getByLabelText('No Longer Interested'));
        expect(screen.queryByLabelText('Note')).not.toBeInTheDocument();
        userEvent.click(screen.getByRole('button', { name: 'Continue' }));
        expect(close).toHaveBeenCalledWith({ status: 6, note: '' });
    });

    it('only explains where nothing can be reached', async () => {
        const [, disqualified] = statusInput.groups;
        const lost = disqualified?.targets.slice(1) ?? [];
        const close = show(StatusDialog, { ...statusInput, groups: [{ label: 'Disqualified', targets: lost }] });
        expect(screen.getByText(/no other status reason can be reached/)).toBeInTheDocument();
        expect(screen.getByRole('button', { name: 'Change' })).toBeDisabled();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('button', { name: 'Close' }));
        expect(close).toHaveBeenCalledWith(null);
    });

    it('says that the guard is off', () => {
        show(StatusDialog, { ...statusInput, guardIsOff: true }, 1036);
        expect(screen.getByText(/a désactivé les règles de transition/)).toBeInTheDocument();
    });
});

describe('the dialog pages', () => {
    it.each(['qualify', 'disqualify', 'reactivate', 'status'])(
        '%s.html loads its own script and style, and nothing else',
        (name) => {
            const html = readFileSync(join(__dirname, `../../webresources/lead/${name}.html`), 'utf8');
            const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
            const ownStyle = /^[a-z-]+\.css$/;
            expect(files.filter((file = '') => !ownStyle.test(file))).toEqual(['../dialog/dialog.css', `${name}.js`]);
            for (const file of files.filter((each = '') => ownStyle.test(each))) {
                expect(existsSync(join(__dirname, `../../webresources/lead/${file}`))).toBe(true);
            }
        },
    );
});
