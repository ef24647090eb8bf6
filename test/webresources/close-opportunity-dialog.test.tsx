/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Enforcement, Gate, Test } from '../../lifecycle/choices';
import type { CloseOpportunityCall } from '../../lifecycle/commands/dialogs';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { ConnectionLost, type ChangeSet } from '../../lifecycle/web-api/web-api';
import { CloseDialog } from '../../webresources/opportunity/close/CloseDialog';
import { expectNoBarriers } from './dialog/no-barriers';
import { aDataverse, anOpportunity, idOf, showDialog, type FakeDataverse } from './fakes/opportunity-dialog';
import english from '../../webresources/opportunity/close/texts.1033.json';
import french from '../../webresources/opportunity/close/texts.1036.json';
import englishReopen from '../../webresources/opportunity/reopen/texts.1033.json';
import frenchReopen from '../../webresources/opportunity/reopen/texts.1036.json';
import englishCommon from '../../webresources/opportunity/dialog/texts.1033.json';
import frenchCommon from '../../webresources/opportunity/dialog/texts.1036.json';

const DECISION: Criterion = {
    id: 'd',
    name: 'Decision date is confirmed',
    column: 'finaldecisiondate',
    test: Test.hasAValue,
    testValue: '',
    weight: 60,
    gate: Gate.close,
    enforcement: Enforcement.block,
    message: 'Confirm the decision date.',
    order: 1,
};
const ADVISED: Criterion = { ...DECISION, id: 'w', enforcement: Enforcement.warn };

function call(outcome: 'won' | 'lost', numbers: readonly number[], rest: Partial<CloseOpportunityCall> = {}) {
    return { ids: numbers.map(idOf), processInstanceId: null, status: null, outcome, reachable: null, ...rest };
}

/** The parameters of the message that closes. */
function closeOf([, action]: ChangeSet): unknown {
    return action?.kind === 'action' ? action.parameters : null;
}

const CHANGED = {
    ok: false,
    problem: { status: 412, code: 0x80060882, message: 'The version does not match.' },
} as const;

afterEach(cleanup);

describe('closing one opportunity as won', () => {
    it('proposes revenue and day, and closes with what the seller entered', async () => {
        const dataverse = aDataverse([anOpportunity(7)]);
        const { close } = showDialog(CloseDialog, call('won', [7]), dataverse);
        const revenue = await screen.findByRole('textbox', { name: 'Actual revenue' });
        expect(revenue).toHaveValue('7,000');
        expect(screen.getByLabelText(/Actual close date/)).toHaveValue('2026-11-22');
        expect(screen.queryByRole('radiogroup')).toBeNull();
        expect(screen.queryByRole('combobox', { name: 'Competitor' })).toBeNull();
        await expectNoBarriers();
        userEvent.clear(revenue);
        userEvent.type(revenue, '6,500.50');
        userEvent.type(screen.getByRole('textbox', { name: 'Description' }), 'They signed.');
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        await waitFor(() => expect(close).toHaveBeenCalledWith({ changed: [idOf(7)], open: null, focus: null }));
        expect(dataverse.reads).toBe(1);
        expect(dataverse.written).toHaveLength(1);
        expect(closeOf(dataverse.written[0] ?? [])).toMatchObject({
            Status: 3,
            OpportunityClose: {
                subject: 'Opportunity won: Deal 7',
                actualrevenue: 6500.5,
                description: 'They signed.',
            },
        });
    });

    it('is closed by Enter, once however often it is pressed', async () => {
        const dataverse = aDataverse([anOpportunity(7)]);
        const { close } = showDialog(CloseDialog, call('won', [7]), dataverse);
        userEvent.type(await screen.findByRole('textbox', { name: 'Actual revenue' }), '{enter}{enter}');
        await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
        expect(dataverse.written).toHaveLength(1);
    });

    it('does not take a revenue below nothing, nor a text, nor no day', async () => {
        const dataverse = aDataverse([anOpportunity(7)]);
        showDialog(CloseDialog, call('won', [7]), dataverse);
        const revenue = await screen.findByRole('textbox', { name: 'Actual revenue' });
        const confirm = screen.getByRole('button', { name: 'Close as won' });
        for (const text of ['-1', 'much']) {
            userEvent.clear(revenue);
            userEvent.type(revenue, text);
            userEvent.click(confirm);
            expect(revenue).toBeInvalid();
        }
        userEvent.clear(revenue);
        userEvent.clear(screen.getByLabelText(/Actual close date/));
        userEvent.click(confirm);
        expect(await screen.findByText(english['problem.date'])).toBeVisible();
        expect(dataverse.written).toEqual([]);
    });

    it('names what blocks it and leads to the first field of the form', async () => {
        const { close } = showDialog(
            CloseDialog,
            call('won', [7], { reachable: ['finaldecisiondate'] }),
            aDataverse([anOpportunity(7)]),
            { criteria: [DECISION] },
        );
        const required = within(await screen.findByRole('region', { name: 'Required' }));
        expect(required.getByText('Decision Date')).toBeVisible();
        expect(screen.queryByRole('textbox')).toBeNull();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('button', { name: 'Fill in the first one' }));
        expect(close).toHaveBeenCalledWith({ changed: [], open: null, focus: 'finaldecisiondate' });
    });

    it('leads from the grid to the opportunity that is blocked', async () => {
        const { close } = showDialog(CloseDialog, call('won', [7]), aDataverse([anOpportunity(7)]), {
            criteria: [DECISION],
        });
        userEvent.click(await screen.findByRole('button', { name: 'Open the opportunity' }));
        expect(close).toHaveBeenCalledWith({
            changed: [],
            open: { table: 'opportunity', id: idOf(7) },
            focus: null,
        });
    });

    it('asks to confirm what is only recommended, and records it', async () => {
        const dataverse = aDataverse([anOpportunity(7)]);
        const { close } = showDialog(CloseDialog, call('won', [7]), dataverse, { criteria: [ADVISED] });
        await screen.findByRole('region', { name: 'Recommended' });
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        expect(await screen.findByText(english['gate.problem'])).toBeVisible();
        expect(screen.getByRole('checkbox', { name: english['gate.confirm'] })).toHaveFocus();
        userEvent.click(screen.getByRole('checkbox', { name: english['gate.confirm'] }));
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        await waitFor(() => expect(close).toHaveBeenCalled());
        expect(closeOf(dataverse.written[0] ?? [])).toMatchObject({
            OpportunityClose: {
                description: 'Left open when closed as won:\n• Confirm the decision date. (Decision Date)',
            },
        });
    });

    it('says who was faster, keeps what was entered, and closes the version that is there now', async () => {
        const dataverse: FakeDataverse = aDataverse([anOpportunity(7)], { answer: () => CHANGED });
        const { close, interim } = showDialog(CloseDialog, call('won', [7]), dataverse);
        userEvent.type(await screen.findByRole('textbox', { name: 'Description' }), 'They signed.');
        dataverse.rows = [
            anOpportunity(7, {
                '@odata.etag': 'W/"8"',
                estimatedvalue: 9000,
                _modifiedby_value: 'other',
                '_modifiedby_value@OData.Community.Display.V1.FormattedValue': 'Nadia Laurent',
            }),
        ];
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        const alert = await screen.findByRole('alert');
        expect(alert).toHaveTextContent(/Somebody was faster.*Nadia Laurent changed it on.*open \(In Progress\)/);
        expect(interim).toHaveBeenCalledWith({ changed: [idOf(7)], open: null, focus: null });
        await expectNoBarriers();
        userEvent.click(within(alert).getByRole('button', { name: 'Load again' }));
        expect(await screen.findByRole('textbox', { name: 'Actual revenue' })).toHaveValue('9,000');
        expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('They signed.');
        dataverse.answer = () => ({ ok: true, bodies: [] });
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        await waitFor(() => expect(close).toHaveBeenCalled());
        expect(dataverse.written.at(-1)?.[0]).toMatchObject({ ifMatch: 'W/"8"' });
    });

    it('keeps everything when the connection is lost, and says that nothing was changed', async () => {
        const dataverse: FakeDataverse = aDataverse([anOpportunity(7)]);
        showDialog(CloseDialog, call('won', [7]), dataverse);
        const revenue = await screen.findByRole('textbox', { name: 'Actual revenue' });
        userEvent.clear(revenue);
        userEvent.type(revenue, '5');
        dataverse.fail = (kind) => (kind === 'write' ? new ConnectionLost() : null);
        userEvent.click(screen.getByRole('button', { name: 'Close as won' }));
        expect(await screen.findByRole('alert')).toHaveTextContent(englishCommon.interrupted);
        expect(screen.getByRole('textbox', { name: 'Actual revenue' })).toHaveValue('5');
    });

    it('shows the words of a refusal', async () => {
        const refusal = { status: 400, code: 0x80040265, message: 'The boss has to sign first.' };
        showDialog(
            CloseDialog,
            call('won', [7]),
            aDataverse([anOpportunity(7)], { answer: () => ({ ok: false, problem: refusal }) }),
        );
        userEvent.click(await screen.findByRole('button', { name: 'Close as won' }));
        expect(await screen.findByRole('alert')).toHaveTextContent('The boss has to sign first.');
    });

    it('reads again when it could not read', async () => {
        const dataverse: FakeDataverse = aDataverse([anOpportunity(7)], { fail: () => new ConnectionLost() });
        showDialog(CloseDialog, call('won', [7]), dataverse);
        const again = await screen.findByRole('button', { name: 'Try again' });
        delete dataverse.fail;
        userEvent.click(again);
        expect(await screen.findByRole('textbox', { name: 'Actual revenue' })).toBeVisible();
    });

    it('says so when it is closed already, or gone', async () => {
        const won = anOpportunity(7, {
            statecode: 1,
            'statuscode@OData.Community.Display.V1.FormattedValue': 'Won',
        });
        showDialog(CloseDialog, call('won', [7]), aDataverse([won]));
        expect(
            await screen.findByText(/“Deal 7” is closed already\. You changed it elsewhere on .* won \(Won\)/),
        ).toBeVisible();
        cleanup();
        const { close } = showDialog(CloseDialog, call('won', [7]), aDataverse([]));
        expect(await screen.findByText(english['nothing.gone'])).toBeVisible();
        userEvent.click(screen.getByRole('button', { name: 'Close' }));
        expect(close).toHaveBeenCalledWith(null);
    });
});

describe('closing one opportunity as lost', () => {
    it('asks why, and offers the competitors that are known', async () => {
        const dataverse = aDataverse([anOpportunity(7)], {
            competitors: [{ competitorid: 'C1', name: 'Alpine Drives' }],
        });
        const { close } = showDialog(CloseDialog, call('lost', [7]), dataverse, { criteria: [DECISION] });
        const reasons = await screen.findByRole('radiogroup', { name: 'Status reason' });
        expect(screen.getByRole('textbox', { name: 'Actual revenue' })).toHaveValue('0');
        userEvent.click(screen.getByRole('button', { name: 'Close as lost' }));
        expect(await screen.findByText(english['problem.status'])).toBeVisible();
        await expectNoBarriers();
        userEvent.click(within(reasons).getByRole('radio', { name: 'Out-Sold' }));
        userEvent.click(screen.getByRole('button', { name: 'Alpine Drives' }));
        expect(screen.getByRole('combobox', { name: 'Competitor' })).toHaveValue('Alpine Drives');
        userEvent.click(screen.getByRole('button', { name: 'Close as lost' }));
        await waitFor(() => expect(close).toHaveBeenCalled());
        expect(closeOf(dataverse.written[0] ?? [])).toMatchObject({
            Status: 5,
            OpportunityClose: { actualrevenue: 0, 'competitorid@odata.bind': '/competitors(c1)' },
        });
    });
});

describe('closing several opportunities', () => {
    it('asks one reason and each its own revenue, and leaves out what cannot be won', async () => {
        const dataverse = aDataverse([
            anOpportunity(1, { finaldecisiondate: '2026-11-30' }),
            anOpportunity(2, { finaldecisiondate: '2026-11-30' }),
            anOpportunity(3),
            anOpportunity(4, { statecode: 2, 'statuscode@OData.Community.Display.V1.FormattedValue': 'Canceled' }),
        ]);
        const { close, interim } = showDialog(CloseDialog, call('won', [1, 2, 3, 4, 5]), dataverse, {
            criteria: [DECISION],
        });
        const revenue = await screen.findByRole('textbox', { name: 'Deal 2' });
        expect(screen.queryByRole('textbox', { name: 'Deal 3' })).toBeNull();
        expect(screen.getByText(english['many.blocked'])).toBeVisible();
        expect(screen.getByText(english['many.closed'])).toBeVisible();
        expect(screen.getByText('1 could not be found.')).toBeVisible();
        expect(screen.getByText('€3,000')).toBeVisible();
        userEvent.clear(revenue);
        userEvent.type(revenue, '2500');
        expect(screen.getByText('€3,500')).toBeVisible();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('button', { name: 'Close 2 as won' }));
        expect(await screen.findByText('All 2 opportunities are closed.')).toHaveFocus();
        const rows = within(screen.getByRole('list', { name: 'Result' })).getAllByRole('listitem');
        expect(rows.map((row) => row.textContent)).toEqual([
            expect.stringContaining('Won · €1,000'),
            expect.stringContaining('Won · €2,500'),
        ]);
        await expectNoBarriers();
        expect(interim).toHaveBeenLastCalledWith({ changed: [idOf(1), idOf(2)], open: null, focus: null });
        userEvent.click(screen.getByRole('button', { name: 'Close' }));
        expect(close).toHaveBeenCalledWith({ changed: [idOf(1), idOf(2)], open: null, focus: null });
    });

    it('tells what came of each, and tries again with the others only', async () => {
        const refused = { status: 400, code: 0x80040265, message: 'Not on a Sunday.' };
        const dataverse: FakeDataverse = aDataverse([anOpportunity(1), anOpportunity(2)], {
            answer: (_, index) => (index === 0 ? { ok: true, bodies: [] } : { ok: false, problem: refused }),
        });
        showDialog(CloseDialog, call('lost', [1, 2]), dataverse);
        userEvent.click(await screen.findByRole('radio', { name: 'Canceled' }));
        userEvent.click(screen.getByRole('button', { name: 'Close 2 as lost' }));
        expect(await screen.findByText('1 of 2 opportunities are closed.')).toBeVisible();
        expect(screen.getByText('Not on a Sunday.')).toBeVisible();
        dataverse.answer = () => ({ ok: true, bodies: [] });
        dataverse.written.length = 0;
        userEvent.click(screen.getByRole('button', { name: 'Try the others again' }));
        expect(await screen.findByRole('radio', { name: 'Canceled' })).toBeChecked();
        userEvent.click(screen.getByRole('button', { name: 'Close as lost' }));
        expect(await screen.findByText('The opportunity is closed.')).toBeVisible();
        expect(dataverse.written).toHaveLength(1);
    });
});

describe('the texts', () => {
    const places = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

    it.each([
        ['closing', english, french],
        ['reopening', englishReopen, frenchReopen],
        ['both', englishCommon, frenchCommon],
    ])('of %s have the same keys and places in both languages', (_, some, others) => {
        expect(Object.keys(others)).toEqual(Object.keys(some));
        expect(Object.values<string>(others).map(places)).toEqual(Object.values<string>(some).map(places));
    });

    it('are French for a French seller', async () => {
        showDialog(CloseDialog, call('won', [7]), aDataverse([anOpportunity(7)]), { language: 1036 });
        expect(await screen.findByRole('textbox', { name: 'Revenu réel' })).toHaveValue('7\u202f000');
        expect(screen.getByRole('button', { name: 'Clôturer comme conclue' })).toBeVisible();
        expect(screen.getByText(/7\s000\s€/)).toBeVisible();
    });
});
