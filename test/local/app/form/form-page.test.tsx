/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import React from 'react';
import axe from 'axe-core';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { PlatformProvider } from '../../../../local/app/platform/platform-context';
import { registerAppIcons } from '../../../../local/app/platform/icons';
import { createTexts } from '../../../../local/app/platform/texts';
import english from '../../../../local/app/texts/1033';
import { FormPage } from '../../../../local/app/form';
import { LEAD, LEAD_FORM, LEAD_ID, STAGES, aServer, anInstance, type FakeServer } from './fakes';

registerAppIcons();

function aPage(server: FakeServer = aServer(), id: string | null = LEAD_ID): FakeServer {
    const platform = {
        ...server.platform,
        texts: createTexts(english),
        scripts: { load: () => Promise.resolve(), resolve: () => () => undefined },
        table: (name: string) =>
            name === 'lead'
                ? Promise.resolve({
                      ...LEAD,
                      forms: [{ ...LEAD_FORM, type: 2, isDefault: true }],
                  })
                : server.platform.table(name),
    };
    render(
        <PlatformProvider platform={platform}>
            <FormPage route={{ page: 'form', app: 'contoso_sales', table: 'lead', ...(id === null ? {} : { id }) }} />
        </PlatformProvider>,
    );
    return server;
}

const save = (): void => {
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
};

describe('the form of a row', () => {
    it('shows its name, table and tabs, and each value in the way of the user', async () => {
        aPage();
        expect(await screen.findByTestId('form-title')).toHaveTextContent('New fleet');
        expect(screen.getAllByLabelText(/Topic/)[0]).toHaveValue('New fleet');
        expect(screen.getByLabelText('Budget')).toHaveValue('€2,500.50');
        expect(screen.getByLabelText('Close date')).toHaveValue('12/24/26');
        expect(screen.getByLabelText('Last contact')).toHaveValue('11/20/26');
        expect(screen.getByLabelText('Time of Last contact')).toHaveValue('10:30 AM');
        expect(screen.getByRole('link', { name: 'Contoso' })).toHaveAttribute(
            'href',
            expect.stringContaining('etn=account'),
        );
        expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Summary', 'More']);
    });

    it('saves what the user typed, and says so beside the name', async () => {
        const server = aPage();
        const employees = await screen.findByLabelText('Employees');
        fireEvent.change(employees, { target: { value: '1,000' } });
        fireEvent.blur(employees);
        expect(screen.getByTestId('form-state')).toHaveTextContent('Unsaved');
        save();
        await waitFor(() => expect(server.requests[0]?.body).toEqual({ numberofemployees: 1000 }));
        await waitFor(() => expect(screen.getByTestId('form-state')).toHaveTextContent('Saved'));
    });

    it('marks a required field that is empty and does not save', async () => {
        const server = aPage();
        const [topic] = await screen.findAllByLabelText(/Topic/);
        fireEvent.change(topic as HTMLElement, { target: { value: '' } });
        fireEvent.blur(topic as HTMLElement);
        save();
        expect((await screen.findAllByText('Topic: Required fields must be filled in.')).length).toBeGreaterThan(0);
        expect(topic).toHaveAttribute('aria-invalid', 'true');
        expect(server.requests).toEqual([]);
    });

    it('refuses a text that is no number', async () => {
        aPage();
        const employees = await screen.findByLabelText('Employees');
        fireEvent.change(employees, { target: { value: 'many' } });
        fireEvent.blur(employees);
        expect(screen.getByText('Enter a whole number.')).toBeInTheDocument();
    });

    it('opens the next tab with the arrow keys', async () => {
        aPage();
        const summary = await screen.findByRole('tab', { name: 'Summary' });
        fireEvent.keyDown(summary, { key: 'ArrowRight' });
        expect(screen.getByRole('tab', { name: 'More' })).toHaveAttribute('aria-selected', 'true');
    });

    it('is read-only, and says why, while the row is inactive', async () => {
        const server = aServer();
        server.row = { ...server.row, statecode: 2, statuscode: 7 };
        aPage(server);
        expect(await screen.findByText('Read-only: this row is inactive. Status: Disqualified')).toBeInTheDocument();
        expect(screen.getByLabelText('Budget')).toHaveAttribute('readonly');
    });

    it('takes a lookup away and offers the search again', async () => {
        aPage();
        fireEvent.click(await screen.findByRole('button', { name: 'Remove Contoso' }));
        expect(screen.getByRole('combobox', { name: 'Company' })).toBeInTheDocument();
    });

    it('is exposed to older scripts as Xrm.Page', async () => {
        const server = aPage();
        await screen.findByTestId('form-title');
        const { Page } = server.platform.xrm as { Page: Xrm.Page };
        expect(Page.getAttribute('subject')?.getValue()).toBe('New fleet');
        expect(Page.context).toBe('the global context');
    });

    it('has no accessibility faults', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        aPage(server);
        await screen.findByTestId('process-bar');
        const { violations } = await axe.run(document.body, {
            rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
        });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
});

describe('the process bar', () => {
    it('shows done, active and coming stages, and the steps of the one that is opened', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        aPage(server);
        const bar = await screen.findByTestId('process-bar');
        expect(
            within(bar)
                .getAllByRole('listitem')
                .map((stage) => within(stage).getByRole('button').dataset.stageState),
        ).toEqual(['active', 'ahead', 'ahead']);
        fireEvent.click(within(bar).getByTestId('stage-0'));
        const flyout = await screen.findByTestId('stage-flyout');
        expect(within(flyout).getByText('Purchase timeframe')).toBeInTheDocument();
        fireEvent.click(within(flyout).getByTestId('next-stage'));
        await waitFor(() => expect(server.alerts).toEqual([expect.stringContaining('must be qualified')]));
    });

    it('opens the opportunity when Next crosses to one that exists', async () => {
        const server = aServer();
        server.instance = anInstance('qualify', { _opportunityid_value: 'ffffffff-0000-4000-8000-000000000001' });
        server.answer = () => {
            server.instance = anInstance('develop', {
                traversedpath: `${STAGES.qualify},${STAGES.develop}`,
                _opportunityid_value: 'ffffffff-0000-4000-8000-000000000001',
            });
            return { status: 204, headers: {}, body: undefined };
        };
        aPage(server);
        fireEvent.click(within(await screen.findByTestId('process-bar')).getByTestId('stage-0'));
        fireEvent.click(await screen.findByTestId('next-stage'));
        await waitFor(() => expect(server.routes).toEqual([expect.objectContaining({ table: 'opportunity' })]));
    });
});

describe('the columns of the header', () => {
    it('open for a control that a script puts the focus into', async () => {
        const server = aPage();
        await screen.findByTestId('form-title');
        const { Page } = server.platform.xrm as { readonly Page: Xrm.Page };
        act(() => Page.getControl<Xrm.Controls.StandardControl>('header_ownerid')?.setFocus());
        const flyout = await screen.findByRole('dialog', { name: 'Header fields' });
        await waitFor(() => expect(flyout).toContainElement(document.activeElement as HTMLElement));
        expect(document.activeElement).toHaveTextContent('Sam Rivera');
    });
});

describe('the steps of a stage', () => {
    const process = (server: FakeServer): Xrm.Page => (server.platform.xrm as { readonly Page: Xrm.Page }).Page;

    async function aBar(): Promise<FakeServer> {
        const server = aServer();
        server.instance = anInstance('qualify');
        aPage(server);
        await screen.findByTestId('process-bar');
        return server;
    }

    it('open and close by script, and say so', async () => {
        const { ui } = process(await aBar());
        expect(ui.process.getDisplayState()).toBe('collapsed');
        act(() => ui.process.setDisplayState('floating' as Xrm.DisplayState));
        expect(await screen.findByTestId('stage-flyout')).toHaveTextContent('Qualify');
        expect(ui.process.getDisplayState()).toBe('floating');
        act(() => ui.process.setDisplayState('collapsed'));
        expect(screen.queryByTestId('stage-flyout')).not.toBeInTheDocument();
        expect(ui.process.getDisplayState()).toBe('collapsed');
    });

    it('open for a control that a script puts the focus into, and the field has it', async () => {
        const page = process(await aBar());
        act(() => page.getControl<Xrm.Controls.StandardControl>('header_process_decisionmaker')?.setFocus());
        const flyout = await screen.findByTestId('stage-flyout');
        await waitFor(() => expect(flyout).toContainElement(document.activeElement as HTMLElement));
        expect(document.activeElement).toHaveAttribute('aria-label', 'Decision maker?');
        act(() => page.getControl<Xrm.Controls.StandardControl>('subject')?.setFocus());
        await waitFor(() => expect(document.activeElement).toHaveValue('New fleet'));
        expect(screen.queryByTestId('stage-flyout')).not.toBeInTheDocument();
    });

    it('close when the process has left the stage, also when a script moved it', async () => {
        const server = await aBar();
        fireEvent.click(screen.getByTestId('stage-0'));
        await screen.findByTestId('stage-flyout');
        server.answer = () => {
            server.instance = anInstance('qualify', { statuscode: 3 });
            return { status: 204, headers: {}, body: undefined };
        };
        await act(() => new Promise((done) => process(server).data.process.setStatus('aborted', () => done())));
        expect(screen.queryByTestId('stage-flyout')).not.toBeInTheDocument();
    });
});

describe('a new form', () => {
    it('says that it is new and asks for what is required', async () => {
        const server = aPage(aServer(), null);
        expect(await screen.findByTestId('form-title')).toHaveTextContent('New Lead');
        save();
        expect((await screen.findAllByText('Topic: Required fields must be filled in.')).length).toBeGreaterThan(0);
        expect(server.requests).toEqual([]);
    });
});
