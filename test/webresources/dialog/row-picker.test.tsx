/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { Table } from '../../../lifecycle/columns';
import { ConnectionLost, type ReadAnswer, type WebApi } from '../../../lifecycle/web-api/web-api';
import { DialogFrame } from '../../../webresources/dialog/DialogFrame';
import { RowPicker, type PickedRow } from '../../../webresources/dialog/RowPicker';
import { expectNoBarriers } from './no-barriers';

const USERS = [
    { systemuserid: 'U1', fullname: 'Grace Okafor', internalemailaddress: 'grace@contoso.com' },
    { systemuserid: 'U2', fullname: 'Nadia Laurent', internalemailaddress: 'nadia@contoso.com' },
    { systemuserid: 'U3', fullname: 'Sam Rivera', internalemailaddress: 'sam@contoso.com' },
];

/** A Web API whose answers come when the test says so. */
function waitingWebApi(): {
    readonly webApi: WebApi;
    readonly asked: (readonly string[])[];
    answer(index: number, ...bodies: readonly (readonly object[])[]): Promise<void>;
    fail(index: number): Promise<void>;
} {
    const asked: (readonly string[])[] = [];
    const waiting: { resolve: (answers: readonly ReadAnswer[]) => void; reject: (error: Error) => void }[] = [];
    return {
        asked,
        webApi: {
            read: (addresses) => {
                asked.push(addresses.map(decodeURIComponent));
                return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
            },
            write: () => Promise.reject(new Error('Nothing is written here.')),
        },
        answer: (index, ...bodies) =>
            act(async () => waiting[index]?.resolve(bodies.map((value) => ({ ok: true, body: { value } })))),
        fail: (index) => act(async () => waiting[index]?.reject(new ConnectionLost())),
    };
}

type Search = ReturnType<typeof waitingWebApi>;

function show(initial: PickedRow | null = null): Search & {
    readonly changed: jest.Mock;
    readonly confirm: jest.Mock;
    readonly cancel: jest.Mock;
} {
    const search = waitingWebApi();
    const [changed, confirm, cancel] = [jest.fn(), jest.fn(), jest.fn()];
    function Form(): JSX.Element {
        const [owner, setOwner] = useState(initial);
        return (
            <DialogFrame title="Owner" confirmLabel="Save" cancelLabel="Cancel" onConfirm={confirm} onCancel={cancel}>
                <RowPicker
                    label="Owner"
                    tables={[Table.systemUser]}
                    webApi={search.webApi}
                    value={owner}
                    onChange={(row) => {
                        changed(row);
                        setOwner(row);
                    }}
                />
            </DialogFrame>
        );
    }
    render(<Form />);
    return { ...search, changed, confirm, cancel };
}

const input = (): HTMLElement => screen.getByRole('combobox', { name: 'Owner' });
const options = (): (string | null)[] => screen.queryAllByRole('option').map((option) => option.textContent);
const wait = (milliseconds: number): void => act(() => void jest.advanceTimersByTime(milliseconds));

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
    cleanup();
    jest.useRealTimers();
});

describe('the picker of a row', () => {
    it('shows the first rows on Down and takes the marked one on Enter, without confirming', async () => {
        const { asked, answer, changed, confirm } = show();
        expect(asked).toEqual([]);
        fireEvent.keyDown(input(), { key: 'ArrowDown' });
        wait(0);
        expect(asked).toEqual([
            [
                'systemusers?$select=systemuserid,fullname,internalemailaddress&$filter=isdisabled eq false' +
                    '&$orderby=fullname&$top=10',
            ],
        ]);
        await answer(0, USERS);
        expect(options()).toEqual([
            'Grace Okaforgrace@contoso.com',
            'Nadia Laurentnadia@contoso.com',
            'Sam Riverasam@contoso.com',
        ]);
        jest.useRealTimers();
        await expectNoBarriers();
        fireEvent.keyDown(input(), { key: 'ArrowDown' });
        fireEvent.keyDown(input(), { key: 'ArrowUp' });
        expect(input()).toHaveAttribute('aria-activedescendant', screen.getAllByRole('option')[2]?.id);
        expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Sam Rivera');
        userEvent.keyboard('{enter}');
        expect(changed).toHaveBeenCalledWith({ table: 'systemuser', id: 'u3', name: 'Sam Rivera' });
        expect(input()).toHaveValue('Sam Rivera');
        expect(input()).toHaveAttribute('aria-expanded', 'false');
        expect(confirm).not.toHaveBeenCalled();
        await expectNoBarriers();
    });

    it('asks once for what is typed in one go, with its quotes written twice', () => {
        const { asked } = show();
        userEvent.type(input(), "O'Ne");
        wait(249);
        expect(asked).toEqual([]);
        wait(1);
        expect(asked).toHaveLength(1);
        expect(asked[0]?.[0]).toContain("$filter=contains(fullname,'O''Ne') and isdisabled eq false&");
    });

    it('shows nothing of a former text, however late its answer comes', async () => {
        const { answer } = show();
        userEvent.type(input(), 'na');
        wait(250);
        userEvent.type(input(), 'd');
        wait(250);
        await answer(1, [{ systemuserid: 'U2', fullname: 'Nadia Laurent' }]);
        await answer(0, USERS);
        expect(options()).toEqual(['Nadia Laurent']);
        expect(screen.getByRole('status')).toHaveTextContent('1 result');
    });

    it('keeps Escape to itself while the list is open, and gives the picked row back', async () => {
        const { cancel, changed } = show({ table: Table.systemUser, id: 'u1', name: 'Grace Okafor' });
        userEvent.type(input(), 'x');
        fireEvent.keyDown(input(), { key: 'Escape' });
        expect(input()).toHaveValue('Grace Okafor');
        expect([cancel.mock.calls.length, changed.mock.calls.length]).toEqual([0, 0]);
        fireEvent.keyDown(input(), { key: 'Escape' });
        expect(cancel).toHaveBeenCalledTimes(1);
    });

    it('takes the row away when it is emptied, by key or by button', () => {
        const { changed } = show({ table: Table.systemUser, id: 'u1', name: 'Grace Okafor' });
        userEvent.click(screen.getByRole('button', { name: 'Remove Grace Okafor' }));
        expect(changed).toHaveBeenLastCalledWith(null);
        expect(input()).toHaveFocus();
        userEvent.type(input(), 'N');
        changed.mockClear();
        userEvent.clear(input());
        expect(changed).toHaveBeenLastCalledWith(null);
    });

    it('keeps the dialog from being confirmed with a text that is no row', async () => {
        const { confirm, answer } = show();
        userEvent.type(input(), 'Nad');
        wait(250);
        await answer(0, USERS);
        fireEvent.blur(input(), { relatedTarget: document.body });
        userEvent.click(screen.getByRole('button', { name: 'Save' }));
        expect(confirm).not.toHaveBeenCalled();
        expect(screen.getByRole('alert')).toHaveTextContent('Choose one of the results, or empty the field.');
    });

    it('takes a whole name that was typed', async () => {
        const { changed, answer } = show();
        userEvent.type(input(), 'nadia laurent');
        wait(250);
        await answer(0, USERS);
        fireEvent.blur(input(), { relatedTarget: document.body });
        expect(changed).toHaveBeenLastCalledWith({ table: 'systemuser', id: 'u2', name: 'Nadia Laurent' });
    });

    it('takes the row that is clicked', async () => {
        const { changed, answer } = show();
        fireEvent.click(input());
        wait(0);
        await answer(0, USERS);
        userEvent.click(screen.getByRole('option', { name: /Nadia/ }));
        expect(changed).toHaveBeenLastCalledWith({ table: 'systemuser', id: 'u2', name: 'Nadia Laurent' });
    });

    it('says that nothing was found, and that the search did not work', async () => {
        const { answer, fail } = show();
        userEvent.type(input(), 'zz');
        wait(250);
        await answer(0, []);
        expect(screen.getByRole('status')).toHaveTextContent('Nothing found');
        userEvent.type(input(), 'z');
        wait(250);
        await fail(1);
        expect(screen.getByRole('status')).toHaveTextContent('The search did not work.');
    });

    it('searches several tables in one request', async () => {
        const search = waitingWebApi();
        render(
            <RowPicker
                label="Owner"
                tables={[Table.account, Table.contact]}
                tableName={(table) => (table === Table.account ? 'Account' : 'Contact')}
                webApi={search.webApi}
                value={null}
                onChange={() => undefined}
            />,
        );
        fireEvent.click(input());
        wait(0);
        expect(search.asked).toHaveLength(1);
        await search.answer(
            0,
            [{ accountid: 'a', name: 'Northwind', address1_city: 'Munich' }],
            [{ contactid: 'c', fullname: 'Amelie Bauer', emailaddress1: null }],
        );
        expect(options()).toEqual(['NorthwindAccount · Munich', 'Amelie BauerContact']);
    });
});
