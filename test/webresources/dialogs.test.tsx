/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import React from 'react';
import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import { Table } from '../../lifecycle/columns';
import type { Match } from '../../lifecycle/qualify/conversion';
import { defaultConfiguration } from '../../lifecycle/defaults';
import type { Connection } from '../../webresources/dialog/connection';
import { DisqualifyDialog } from '../../webresources/lead/dialog/DisqualifyDialog';
import { QualifyDialog } from '../../webresources/lead/dialog/QualifyDialog';
import { ReactivateDialog } from '../../webresources/lead/dialog/ReactivateDialog';
import { StatusDialog } from '../../webresources/lead/dialog/StatusDialog';
import { textsOf } from './fakes/texts';

const ACCOUNT: Match = { table: Table.account, id: 'a1', name: 'Northwind Motors', detail: 'Munich' };

const qualifyInput: Dialogs['qualify']['input'] = {
    leadName: 'Amelie Bauer',
    lead: { subject: 'Ten vans', lastname: 'Bauer', companyname: 'Northwind Motors' },
    met: [{ name: 'Need is known', hint: '' }],
    blocking: [],
    warnings: [{ name: 'Purchase process is known', hint: 'Find out how they decide. (Purchase Process)' }],
    progress: 90,
    accountName: '',
    contactName: '',
    accounts: [],
    contacts: [],
    columnLabels: { lastname: 'Last Name' },
    noteRequired: false,
};

const disqualifyInput: Dialogs['disqualify']['input'] = {
    leadNames: ['Amelie Bauer'],
    groups: [
        {
            status: 4,
            label: 'Lost',
            reasons: [
                { id: 'budget', name: 'No budget', status: 4, noteRequired: false, revisitAfterDays: 365, order: 1 },
                {
                    id: 'rival',
                    name: 'Lost to a competitor',
                    status: 4,
                    noteRequired: true,
                    revisitAfterDays: null,
                    order: 2,
                },
            ],
        },
        {
            status: 6,
            label: 'No Longer Interested',
            reasons: [
                { id: 'time', name: 'Wrong timing', status: 6, noteRequired: false, revisitAfterDays: 180, order: 3 },
            ],
        },
    ],
    today: '2026-11-21',
};

const reactivateInput: Dialogs['reactivate']['input'] = {
    leadNames: ['Amelie Bauer'],
    targets: [
        { value: 1, label: 'New', state: 0, noteRequired: false },
        { value: 2, label: 'Contacted', state: 0, noteRequired: true },
    ],
    proposed: 1,
};

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

describe('the qualify dialog', () => {
    it('shows what is met and recommended, and what will be created', async () => {
        const close = show(QualifyDialog, qualifyInput);
        expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '90');
        expect(screen.getByText('90% complete')).toBeInTheDocument();
        expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
            'Purchase process is knownRecommendedFind out how they decide. (Purchase Process)',
            'Need is knownMet',
        ]);
        expect(screen.getByText('Create “Northwind Motors”')).toBeInTheDocument();
        expect(screen.getByText('Create “Amelie Bauer”')).toBeInTheDocument();
        expect(screen.getByText('Create “Ten vans”')).toBeInTheDocument();
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(close).toHaveBeenCalledWith({ accountId: null, contactId: null, note: '' });
        await expectNoBarriers();
    });

    it('proposes to link the account that exists, and leaves the choice', async () => {
        const close = show(QualifyDialog, { ...qualifyInput, accounts: [ACCOUNT] });
        const account = within(screen.getByRole('radiogroup', { name: 'Account' }));
        expect(account.getByRole('radio', { name: 'Link the existing “Northwind Motors” · Munich' })).toBeChecked();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(close).toHaveBeenLastCalledWith({ accountId: 'a1', contactId: null, note: '' });
        userEvent.click(account.getByRole('radio', { name: 'Create “Northwind Motors”' }));
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(close).toHaveBeenLastCalledWith({ accountId: null, contactId: null, note: '' });
    });

    it('names the account and contact that the lead already has', () => {
        show(QualifyDialog, {
            ...qualifyInput,
            lead: { ...qualifyInput.lead, parentaccountid: 'a1', parentcontactid: 'c1' },
            accountName: 'Contoso',
            contactName: 'Bo Lindqvist',
        });
        expect(screen.getByText('Stays linked to “Contoso”')).toBeInTheDocument();
        expect(screen.getByText('Stays linked to “Bo Lindqvist”')).toBeInTheDocument();
    });

    it('cannot be confirmed while a criterion blocks, and says so', async () => {
        const blocking = [{ name: 'Budget is known', hint: 'Enter the budget amount. (Budget Amount)' }];
        const close = show(QualifyDialog, { ...qualifyInput, blocking });
        expect(screen.getByRole('alert')).toHaveTextContent('The lead can be qualified once');
        expect(screen.getByRole('button', { name: 'Qualify' })).toBeDisabled();
        await expectNoBarriers();
        userEvent.keyboard('{esc}');
        expect(close).toHaveBeenCalledWith(null);
    });

    it('cannot be confirmed while the contact would have no last name', () => {
        show(QualifyDialog, { ...qualifyInput, lead: { ...qualifyInput.lead, lastname: '' } });
        expect(screen.getByRole('alert')).toHaveTextContent('Fill in first: Last Name.');
        expect(screen.getByRole('button', { name: 'Qualify' })).toBeDisabled();
    });

    it('demands the note that the transition demands', async () => {
        const close = show(QualifyDialog, { ...qualifyInput, noteRequired: true });
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(screen.getByRole('alert')).toHaveTextContent('A note is required.');
        await expectNoBarriers();
        userEvent.type(screen.getByLabelText('Note'), 'Met at the fair');
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(close).toHaveBeenCalledTimes(1);
        expect(close).toHaveBeenCalledWith({ accountId: null, contactId: null, note: 'Met at the fair' });
    });

    it('says that there will be no account without a company name, and that there are no criteria', () => {
        const lead = { ...qualifyInput.lead, companyname: '' };
        show(QualifyDialog, { ...qualifyInput, lead, met: [], warnings: [] });
        expect(screen.getByText('None: the lead has no company name')).toBeInTheDocument();
        expect(screen.getByText('No criteria have been set up.')).toBeInTheDocument();
    });
});

describe('the disqualify dialog', () => {
    it('groups the reasons by status reason', async () => {
        show(DisqualifyDialog, disqualifyInput);
        const lost = within(screen.getByRole('group', { name: 'Lost' }));
        expect(lost.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
            'No budget',
            'Lost to a competitor',
        ]);
        await expectNoBarriers();
    });

    it('demands a reason', () => {
        const close = show(DisqualifyDialog, disqualifyInput);
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(screen.getByRole('alert')).toHaveTextContent('Choose a reason.');
        expect(close).not.toHaveBeenCalled();
        expect(screen.getByLabelText('No budget')).toHaveFocus();
    });

    it('puts the focus where something is missing', () => {
        show(DisqualifyDialog, disqualifyInput);
        userEvent.click(screen.getByLabelText('Lost to a competitor'));
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(screen.getByLabelText('Note')).toHaveFocus();
    });

    it('proposes the day of the revisit, and keeps one that was typed', () => {
        const close = show(DisqualifyDialog, disqualifyInput);
        const revisit = screen.getByLabelText('Revisit on');
        userEvent.click(screen.getByLabelText('Wrong timing'));
        expect(revisit).toHaveValue('2027-05-20');
        userEvent.click(screen.getByLabelText('No budget'));
        expect(revisit).toHaveValue('2027-11-21');
        userEvent.clear(revisit);
        userEvent.type(revisit, '2027-01-01');
        userEvent.click(screen.getByLabelText('Wrong timing'));
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(close).toHaveBeenCalledWith({ reasonId: 'time', note: '', revisitOn: '2027-01-01' });
    });

    it('says which day applies when the seller names none', () => {
        show(DisqualifyDialog, disqualifyInput);
        const hint = (): string | null => document.getElementById('revisit-hint')?.textContent ?? null;
        expect(hint()).toBe('Leave empty if the lead need not be looked at again.');
        userEvent.click(screen.getByLabelText('Wrong timing'));
        expect(hint()).toBe('Left empty, the day of the reason applies: May 20, 2027.');
    });

    it('demands a note where the reason does, and none elsewhere', async () => {
        const close = show(DisqualifyDialog, disqualifyInput);
        userEvent.click(screen.getByLabelText('Lost to a competitor'));
        expect(screen.getByLabelText('Note')).toHaveAttribute('aria-required', 'true');
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(screen.getByRole('alert')).toHaveTextContent('This reason needs a note.');
        await expectNoBarriers();
        userEvent.type(screen.getByLabelText('Note'), 'Fabrikam was cheaper');
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(close).toHaveBeenCalledWith({ reasonId: 'rival', note: 'Fabrikam was cheaper', revisitOn: null });
    });

    it('takes no day that has passed', () => {
        const close = show(DisqualifyDialog, disqualifyInput);
        userEvent.click(screen.getByLabelText('No budget'));
        userEvent.clear(screen.getByLabelText('Revisit on'));
        userEvent.type(screen.getByLabelText('Revisit on'), '2026-11-20');
        userEvent.click(screen.getByRole('button', { name: 'Disqualify' }));
        expect(screen.getByRole('alert')).toHaveTextContent('This day has passed.');
        expect(close).not.toHaveBeenCalled();
    });

    it('counts several leads', () => {
        show(DisqualifyDialog, { ...disqualifyInput, leadNames: ['A', 'B', 'C'] });
        expect(screen.getByText('3 leads will be closed with the same reason.')).toBeInTheDocument();
    });

    it('speaks French', () => {
        show(DisqualifyDialog, disqualifyInput, 1036);
        expect(screen.getByRole('button', { name: 'Disqualifier' })).toBeInTheDocument();
        expect(screen.getByLabelText('À revoir le')).toBeInTheDocument();
    });

    it('is left by Cancel without an answer', () => {
        const close = show(DisqualifyDialog, disqualifyInput);
        userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
        expect(close).toHaveBeenCalledWith(null);
    });
});

describe('the reactivate dialog', () => {
    it('proposes a status reason and answers with the chosen one', async () => {
        const close = show(ReactivateDialog, reactivateInput);
        expect(screen.getByLabelText('New')).toBeChecked();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('button', { name: 'Reactivate' }));
        expect(close).toHaveBeenCalledWith({ status: 1, note: '' });
    });

    it('demands a note where the way back does', () => {
        const close = show(ReactivateDialog, reactivateInput);
        userEvent.click(screen.getByLabelText('Contacted'));
        userEvent.click(screen.getByRole('button', { name: 'Reactivate' }));
        expect(screen.getByRole('alert')).toHaveTextContent('This status reason needs a note.');
        userEvent.type(screen.getByLabelText('Note'), 'Called back');
        userEvent.click(screen.getByRole('button', { name: 'Reactivate' }));
        expect(close).toHaveBeenCalledWith({ status: 2, note: 'Called back' });
    });
});

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
            expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file)).toEqual([
                '../dialog/dialog.css',
                `${name}.js`,
            ]);
        },
    );
});
