import { render } from '@testing-library/react';
import React from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { CloseOpportunityCall, CommandCall, DialogName } from '../../../lifecycle/commands/dialogs';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { defaultConfiguration, type Language } from '../../../lifecycle/defaults';
import type { Row } from '../../../lifecycle/row';
import type { ChangeSet, WebApi, WriteAnswer } from '../../../lifecycle/web-api/web-api';
import type { Connection } from '../../../webresources/dialog/connection';
import { LanguageContext } from '../../../webresources/dialog/language';
import { textsOf } from './texts';

export const ME = '0ee00000-0000-4000-8000-000000000001';

/** Id of the nth opportunity. */
export function idOf(number: number): string {
    return `0dd00000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An opportunity as the Web API answers it. */
export function anOpportunity(number: number, columns: Row = {}): Row {
    const formatted = '@OData.Community.Display.V1.FormattedValue';
    return {
        '@odata.etag': `W/"${number}"`,
        opportunityid: idOf(number),
        name: `Deal ${number}`,
        _customerid_value: 'c1',
        [`_customerid_value${formatted}`]: 'Neckarwerke',
        statecode: 0,
        statuscode: 1,
        [`statuscode${formatted}`]: 'In Progress',
        estimatedvalue: 1000 * number,
        estimatedclosedate: '2026-12-24',
        isrevenuesystemcalculated: false,
        _modifiedby_value: ME,
        [`_modifiedby_value${formatted}`]: 'Sam Rivera',
        modifiedon: '2026-11-20T10:00:00Z',
        transactioncurrencyid: { currencysymbol: '€', isocurrencycode: 'EUR', currencyprecision: 2 },
        ...columns,
    };
}

export interface FakeDataverse {
    rows: Row[];
    readonly competitors?: readonly Row[];
    /** What is answered to each change set; done, when left out. */
    answer?: (writes: ChangeSet, index: number) => WriteAnswer;
    /** Rejects the next request of a kind. */
    fail?: (kind: 'read' | 'write') => Error | null;
    readonly written: ChangeSet[];
    reads: number;
}

export function aDataverse(rows: readonly Row[], rest: Partial<FakeDataverse> = {}): FakeDataverse {
    return { rows: [...rows], written: [], reads: 0, ...rest };
}

const option = (Value: number, label: string, rest: Row): Row => ({
    Value,
    Label: { UserLocalizedLabel: { Label: label } },
    ...rest,
});

const STATUSES = {
    OptionSet: {
        Options: [
            option(1, 'In Progress', { State: 0 }),
            option(2, 'On Hold', { State: 0 }),
            option(3, 'Won', { State: 1 }),
            option(4, 'Canceled', { State: 2 }),
            option(5, 'Out-Sold', { State: 2 }),
        ],
    },
};
const STATES = {
    OptionSet: {
        Options: [
            option(0, 'Open', { DefaultStatus: 1 }),
            option(1, 'Won', { DefaultStatus: 3 }),
            option(2, 'Lost', { DefaultStatus: 4 }),
        ],
    },
};

function bodyOf(address: string, dataverse: FakeDataverse): unknown {
    if (address.includes("LogicalName='statuscode'")) return STATUSES;
    if (address.includes("LogicalName='statecode'")) return STATES;
    if (address.includes('MoneyAttributeMetadata')) return { MinValue: -1e12, MaxValue: 1e12 };
    if (address.includes('/Attributes?')) {
        return {
            value: [
                { LogicalName: 'finaldecisiondate', DisplayName: { UserLocalizedLabel: { Label: 'Decision Date' } } },
            ],
        };
    }
    if (address.includes('opportunitycompetitors_association')) return { value: dataverse.competitors ?? [] };
    if (address.startsWith('opportunities?')) {
        return { value: dataverse.rows.filter((row) => address.includes(String(row['opportunityid']))) };
    }
    return { value: [] };
}

function webApiOf(dataverse: FakeDataverse): WebApi {
    return {
        read: async (addresses) => {
            dataverse.reads += 1;
            const error = dataverse.fail?.('read');
            if (error) throw error;
            return addresses.map((address) => ({ ok: true, body: bodyOf(address, dataverse) }));
        },
        write: async (changeSets) => {
            const error = dataverse.fail?.('write');
            if (error) throw error;
            return changeSets.map((writes, index) => {
                dataverse.written.push(writes);
                return dataverse.answer?.(writes, index) ?? { ok: true, bodies: [] };
            });
        },
    };
}

type OpportunityDialog = Extract<DialogName, 'close-opportunity' | 'reopen-opportunity'>;

/** Shows a dialog about opportunities over a fake Dataverse. */
export function showDialog<Name extends OpportunityDialog>(
    Dialog: React.ComponentType<{ readonly connection: Connection<Name>; readonly host: DialogHost }>,
    input: Name extends 'close-opportunity' ? CloseOpportunityCall : CommandCall,
    dataverse: FakeDataverse,
    { language = 1033, criteria = [] }: { language?: Language; criteria?: readonly Criterion[] } = {},
): { readonly close: jest.Mock; readonly interim: jest.Mock } {
    const [close, interim] = [jest.fn(), jest.fn()];
    const session = {
        user: { id: ME, roles: [], language },
        configuration: { ...defaultConfiguration(language), criteria },
        statusReasons: [],
    };
    const text = textsOf(language);
    const connection = {
        input,
        text,
        language,
        session: { ...session, clientUrl: 'https://example.test' },
        interim,
        close,
    } as unknown as Connection<Name>;
    const host: DialogHost = {
        ...session,
        text,
        webApi: webApiOf(dataverse),
        now: () => new Date('2026-11-22T10:00:00'),
        newId: () => 'id',
        report: () => undefined,
    };
    render(
        <LanguageContext.Provider value={language}>
            <Dialog connection={connection} host={host} />
        </LanguageContext.Provider>,
    );
    return { close, interim };
}
