/** @jest-environment ./test/webresources/jsdom-with-node.ts */
import '@testing-library/jest-dom';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CommandResult } from '../../lifecycle/commands/dialogs';
import type { DialogHost } from '../../lifecycle/commands/dialog-host';
import { QualifyManyDialog } from '../../webresources/lead/qualify-many/QualifyManyDialog';
import english from '../../webresources/lead/qualify-many/texts.1033.json';
import french from '../../webresources/lead/qualify-many/texts.1036.json';
import {
    aRealDataverse,
    aStore,
    Person,
    type Fault,
    type RealDataverse,
    type RealHost,
} from '../lifecycle/real-dataverse';
import { textsOf } from './fakes/texts';
import { barriers, showDialog, type ShownDialog } from './show-dialog';

jest.setTimeout(120_000);

let dataverse: RealDataverse;
beforeAll(async () => {
    dataverse = await aRealDataverse();
});
afterAll(() => dataverse.close());
afterEach(cleanup);

const keptIn = aStore();

async function aHost(
    options: { readonly language?: 1033 | 1036; readonly fault?: () => Fault } = {},
): Promise<RealHost> {
    const { language = 1033, ...rest } = options;
    const host = await dataverse.host({ keptIn, ...rest });
    return { ...host, text: textsOf(language), user: { ...host.user, language } };
}

let names = 0;
function aLead(columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
    names += 1;
    const word = [...String(names).padStart(3, '0')].map((digit) => 'bdfglmnprs'[Number(digit)] ?? '').join('o');
    return dataverse.addLead({
        firstname: 'Ines',
        lastname: `Mo${word}`,
        companyname: `Atelier ${word}`,
        emailaddress1: `ines@${word}.example`,
        ...columns,
    });
}

async function open(ids: readonly string[], host: DialogHost): Promise<ShownDialog> {
    const shown = await showDialog(QualifyManyDialog, { ids, processInstanceId: null, status: null }, host);
    await waitFor(() => expect(screen.getByRole('list', { name: /Leads|Prospects/ })).toBeInTheDocument());
    return shown;
}

const rows = (): readonly (string | null)[] =>
    within(screen.getByRole('list', { name: 'Leads' }))
        .getAllByRole('listitem')
        .map((row) => row.textContent);

const button = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });

async function confirm(name: RegExp | string): Promise<void> {
    userEvent.click(button(name));
    await screen.findByRole('button', { name: 'Close' });
}

describe('the check of many leads', () => {
    it('counts who is ready, says why the others are not, and what would become of each', async () => {
        const word = 'Rotonda Verde';
        const ids = [
            await aLead({ companyname: word }),
            await aLead({ companyname: `${word} SARL` }),
            await aLead({ lastname: 'Nobudget', companyname: 'Sans Budget', budgetamount: null }),
        ];
        await open(ids, await aHost());
        expect(screen.getByText('Ready to be qualified: 2 of 3 leads.')).toBeInTheDocument();
        expect(screen.getByText('Not ready: 1. The list says why.')).toBeInTheDocument();
        expect(rows()[0]).toContain(`Account: Create “${word}”, the same for 2 leads`);
        expect(rows()[2]).toContain('(Budget Amount)');
        userEvent.click(button('Not ready (1)'));
        expect(rows()).toHaveLength(1);
        expect(button('Qualify 2 leads')).toBeEnabled();
        expect(await barriers()).toEqual([]);
    });

    it('keeps leads with open recommendations back until the seller passes them, and keeps what was passed', async () => {
        const id = await aLead({ purchaseprocess: null });
        await open([id], await aHost());
        expect(button('Qualify')).toBeDisabled();
        userEvent.click(screen.getByRole('checkbox', { name: /recommended information missing as well/ }));
        await confirm('Qualify 1 lead');
        const [history] = await dataverse.rows(`llc_statushistories?$filter=_llc_leadid_value eq ${id}`);
        expect(history?.['llc_note']).toMatch(/Purchase Process/);
    });

    it('leaves the choice between two accounts of the same name', async () => {
        const accounts = [
            await dataverse.add('accounts', { name: 'Deux Fois', address1_city: 'Lyon' }, Person.seller),
            await dataverse.add('accounts', { name: 'Deux Fois', address1_city: 'Nantes' }, Person.seller),
        ];
        const id = await aLead({ companyname: 'Deux Fois' });
        await open([id], await aHost());
        expect(button('Qualify')).toBeDisabled();
        userEvent.selectOptions(screen.getByRole('combobox', { name: /^Account:/ }), 'Link “Deux Fois” · Nantes');
        await confirm('Qualify 1 lead');
        expect((await dataverse.read(`leads(${id})`))['_parentaccountid_value']).toBe(accounts[1]);
    });

    it('shows hundreds of leads a page at a time', async () => {
        const ids = await Promise.all(Array.from({ length: 60 }, () => aLead()));
        await open(ids, await aHost());
        expect(rows()).toHaveLength(50);
        userEvent.click(button('Next'));
        expect(rows()).toHaveLength(10);
        expect(screen.getByText('51–60 of 60')).toBeInTheDocument();
    });

    it('says that Dataverse cannot be reached, and reads again', async () => {
        let isDown = true;
        const id = await aLead();
        const host = await aHost({ fault: () => (isDown ? 'request-lost' : null) });
        await showDialog(QualifyManyDialog, { ids: [id], processInstanceId: null, status: null }, host);
        await screen.findByRole('alert');
        isDown = false;
        userEvent.click(button('Try again'));
        await screen.findByRole('button', { name: 'Qualify 1 lead' });
    });

    it('is in French for whoever reads French', async () => {
        const id = await aLead();
        await open([id], await aHost({ language: 1036 }));
        expect(button('Qualifier 1 prospect')).toBeEnabled();
        expect(await barriers()).toEqual([]);
    });
});

describe('the run over many leads', () => {
    it('lists what has been created with links, and tells the opener what has changed', async () => {
        const ids = [await aLead(), await aLead()];
        const { close, interim } = await open(ids, await aHost());
        await confirm('Qualify 2 leads');
        expect(screen.getByText('Qualified: 2 of 2 leads.')).toBeInTheDocument();
        const [opportunity] = await dataverse.rows(`opportunities?$filter=_originatingleadid_value eq ${ids[0] ?? ''}`);
        const [link] = screen.getAllByRole('link', { name: /^Opportunity/ });
        expect(link).toHaveAttribute('href', expect.stringContaining(String(opportunity?.['opportunityid'])));
        expect(rows()[0]).toMatch(/Account: Atelier \w+ · created/);
        expect(await barriers()).toEqual([]);
        const result: CommandResult = { changed: ids, open: null };
        expect(interim).toHaveBeenLastCalledWith(result);
        userEvent.click(button('Close'));
        expect(close).toHaveBeenCalledWith(result);
    });

    it('tries again what a lost connection has left, and does nothing twice', async () => {
        const ids = [await aLead(), await aLead()];
        let isDown = false;
        const host = await aHost({ fault: () => (isDown ? 'answer-lost' : null) });
        await open(ids, host);
        isDown = true;
        await confirm('Qualify 2 leads');
        expect(rows().every((row) => row?.includes('nobody knows yet'))).toBe(true);
        isDown = false;
        await act(async () => {
            userEvent.click(button('Try again (2)'));
            await Promise.resolve();
        });
        await screen.findByText('Qualified: 2 of 2 leads.');
        for (const id of ids) {
            expect(await dataverse.count('opportunities', `_originatingleadid_value eq ${id}`)).toBe(1);
        }
    });

    it('leaves an account as it is, on the second attempt, that the seller may not change', async () => {
        const account = await dataverse.add('accounts', { name: 'Maison Close' }, Person.administrator);
        const id = await aLead({ companyname: 'Maison Close', address1_city: 'Lyon' });
        await open([id], await aHost());
        await confirm('Qualify 1 lead');
        expect(rows()[0]).toContain('Trying again leaves them as they are.');
        await act(async () => {
            userEvent.click(button('Try again (1)'));
            await Promise.resolve();
        });
        await screen.findByText('Qualified: 1 of 1 leads.');
        expect((await dataverse.read(`leads(${id})`))['_parentaccountid_value']).toBe(account);
    });

    it('exports the list', async () => {
        const id = await aLead({ firstname: '=Ines', companyname: '' });
        const files: string[] = [];
        // jsdom has neither object URLs nor downloads.
        const FakeBlob = function (parts: readonly string[]): object {
            files.push(parts.join(''));
            return {};
        };
        const RealBlob = globalThis.Blob;
        Object.assign(globalThis, { Blob: FakeBlob });
        Object.assign(URL, { createObjectURL: () => 'blob:list', revokeObjectURL: () => undefined });
        const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
        await open([id], await aHost());
        await confirm('Qualify 1 lead');
        userEvent.click(button('Export the list'));
        clicked.mockRestore();
        Object.assign(globalThis, { Blob: RealBlob });
        const [file = ''] = files;
        expect(file.startsWith('\uFEFFLead,Company,Result,')).toBe(true);
        expect(file).toContain("'=Ines");
        expect(file).toMatch(/,Qualified,,,,/);
    });
});

describe('the texts of the dialog', () => {
    it('are the same in both languages, with the same places for values', () => {
        expect(Object.keys(french)).toEqual(Object.keys(english));
        const places = (texts: Readonly<Record<string, string>>): readonly string[] =>
            Object.values(texts).map((text) => [...text.matchAll(/\{\d\}/g)].map(String).sort().join());
        expect(places(french)).toEqual(places(english));
    });
});
