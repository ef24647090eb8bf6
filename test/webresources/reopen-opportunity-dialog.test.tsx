/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReopenDialog } from '../../webresources/opportunity/reopen/ReopenDialog';
import { expectNoBarriers } from './dialog/no-barriers';
import { aDataverse, anOpportunity, idOf, showDialog, type FakeDataverse } from './fakes/opportunity-dialog';

const LABEL = 'statuscode@OData.Community.Display.V1.FormattedValue';
const WON = { statecode: 1, statuscode: 3, [LABEL]: 'Won', actualvalue: 6500, actualclosedate: '2026-11-01' };

function call(...numbers: readonly number[]) {
    return { ids: numbers.map(idOf), processInstanceId: null, status: null };
}

afterEach(cleanup);

describe('reopening one opportunity', () => {
    it('shows how it was closed and asks for the status reason, in progress unless said otherwise', async () => {
        const dataverse = aDataverse([anOpportunity(7, WON)]);
        const { close } = showDialog(ReopenDialog, call(7), dataverse);
        expect(await screen.findByRole('radio', { name: 'In Progress' })).toBeChecked();
        expect(screen.getByText('€6,500')).toBeVisible();
        expect(screen.getByText('Nov 1, 2026')).toBeVisible();
        await expectNoBarriers();
        userEvent.click(screen.getByRole('radio', { name: 'On Hold' }));
        userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
        await waitFor(() => expect(close).toHaveBeenCalledWith({ changed: [idOf(7)], open: null }));
        expect(dataverse.written).toMatchObject([
            [
                { columns: { statecode: 0, statuscode: 2 }, ifMatch: 'W/"7"' },
                { columns: { actualvalue: null, actualclosedate: null } },
            ],
        ]);
    });

    it('says who was faster', async () => {
        const dataverse: FakeDataverse = aDataverse([anOpportunity(7, WON)], {
            answer: () => ({ ok: false, problem: { status: 412, code: 0x80060882, message: '' } }),
        });
        showDialog(ReopenDialog, call(7), dataverse);
        await screen.findByRole('radio', { name: 'In Progress' });
        dataverse.rows = [
            anOpportunity(7, {
                '@odata.etag': 'W/"9"',
                _modifiedby_value: 'other',
                '_modifiedby_value@OData.Community.Display.V1.FormattedValue': 'Nadia Laurent',
            }),
        ];
        userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
        expect(await screen.findByRole('alert')).toHaveTextContent(
            /Nadia Laurent changed it on .* open \(In Progress\)/,
        );
        userEvent.click(screen.getByRole('button', { name: 'Load again' }));
        expect(await screen.findByText(/“Deal 7” is open already/)).toBeVisible();
    });
});

describe('reopening several opportunities', () => {
    it('leaves out those that are open, and tells what came of each', async () => {
        const dataverse = aDataverse([anOpportunity(1, WON), anOpportunity(2, WON), anOpportunity(3)]);
        const { interim } = showDialog(ReopenDialog, call(1, 2, 3), dataverse);
        userEvent.click(await screen.findByRole('button', { name: 'Reopen 2' }));
        expect(await screen.findByText('All 2 opportunities are open again.')).toHaveFocus();
        await expectNoBarriers();
        expect(interim).toHaveBeenLastCalledWith({ changed: [idOf(1), idOf(2)], open: null });
    });

    it('speaks French to a French seller', async () => {
        const dataverse = aDataverse([anOpportunity(1, WON), anOpportunity(2, WON)]);
        showDialog(ReopenDialog, call(1, 2), dataverse, { language: 1036 });
        expect(await screen.findByRole('button', { name: 'Rouvrir 2' })).toBeVisible();
    });
});
