import { OpportunityState } from '../choices';
import { OpportunityColumn, selectName } from '../columns';
import { booleanOf, isRow, numberOf, plainId, textOf, type Row } from '../row';

/** How money of a row is written. */
export interface Currency {
    readonly symbol: string;
    /** ISO 4217; empty where it is not known. */
    readonly code: string;
    readonly decimals: number;
}

/** An opportunity as closing and reopening look at it. */
export interface Opportunity {
    readonly id: string;
    /** The version that was read: its `@odata.etag`. */
    readonly etag: string;
    readonly name: string;
    /** Empty for none. */
    readonly customer: string;
    readonly state: OpportunityState;
    readonly status: number | null;
    /** Label of the status reason. */
    readonly statusLabel: string;
    /** Null while nobody has estimated it. */
    readonly estimatedRevenue: number | null;
    /** As `YYYY-MM-DD`; empty for none. */
    readonly estimatedCloseDate: string;
    readonly actualRevenue: number | null;
    /** As `YYYY-MM-DD`; empty for none. */
    readonly actualCloseDate: string;
    /** The version of the close that stands, or of whatever was changed last. */
    readonly modifiedBy: { readonly id: string; readonly name: string };
    /** ISO 8601. */
    readonly modifiedOn: string;
    readonly currency: Currency;
    /** All that was read, for the criteria. */
    readonly row: Row;
}

const ALWAYS: readonly string[] = [
    OpportunityColumn.id,
    OpportunityColumn.name,
    OpportunityColumn.customer,
    OpportunityColumn.state,
    OpportunityColumn.status,
    OpportunityColumn.estimatedValue,
    OpportunityColumn.estimatedCloseDate,
    OpportunityColumn.totalAmount,
    OpportunityColumn.isRevenueSystemCalculated,
    OpportunityColumn.actualValue,
    OpportunityColumn.actualCloseDate,
    OpportunityColumn.modifiedBy,
    OpportunityColumn.modifiedOn,
];

/** Ids in one address: beyond some 25 it would grow too long for the Web API. */
const IDS_AN_ADDRESS = 25;

/**
 * Addresses that read opportunities.
 * @param columns that the criteria look at, by logical name; null for every column, because one of them is unknown
 */
export function opportunityAddresses(ids: readonly string[], columns: readonly string[] | null): readonly string[] {
    const names = columns === null ? [] : [...new Set([...ALWAYS, ...columns])].map(selectName);
    const options = [
        ...(names.length > 0 ? [`$select=${names.join(',')}`] : []),
        `$expand=${OpportunityColumn.currency}($select=currencysymbol,isocurrencycode,currencyprecision)`,
    ];
    const addresses: string[] = [];
    for (let start = 0; start < ids.length; start += IDS_AN_ADDRESS) {
        const some = ids.slice(start, start + IDS_AN_ADDRESS).map((id) => `${OpportunityColumn.id} eq ${id}`);
        addresses.push(`opportunities?${[...options, `$filter=${some.join(' or ')}`].join('&')}`);
    }
    return addresses;
}

export function readOpportunity(row: Row): Opportunity {
    const state = numberOf(row, OpportunityColumn.state);
    return {
        id: plainId(textOf(row, OpportunityColumn.id)),
        etag: textOf(row, '@odata.etag'),
        name: textOf(row, OpportunityColumn.name),
        customer: formatted(row, OpportunityColumn.customer),
        state: Object.values(OpportunityState).find((known) => known === state) ?? OpportunityState.open,
        status: numberOf(row, OpportunityColumn.status),
        statusLabel: formatted(row, OpportunityColumn.status),
        estimatedRevenue: estimated(row),
        estimatedCloseDate: textOf(row, OpportunityColumn.estimatedCloseDate).slice(0, 10),
        actualRevenue: numberOf(row, OpportunityColumn.actualValue),
        actualCloseDate: textOf(row, OpportunityColumn.actualCloseDate).slice(0, 10),
        modifiedBy: {
            id: plainId(textOf(row, OpportunityColumn.modifiedBy)),
            name: formatted(row, OpportunityColumn.modifiedBy),
        },
        modifiedOn: textOf(row, OpportunityColumn.modifiedOn),
        currency: currencyOf(row[OpportunityColumn.currency]),
        row,
    };
}

/** What the products come to where Dataverse calculates, else what the seller expects. */
function estimated(row: Row): number | null {
    const sum = booleanOf(row, OpportunityColumn.isRevenueSystemCalculated)
        ? numberOf(row, OpportunityColumn.totalAmount)
        : null;
    return sum ?? numberOf(row, OpportunityColumn.estimatedValue);
}

const USUAL_DECIMALS = 2;

function currencyOf(currency: unknown): Currency {
    const row = isRow(currency) ? currency : {};
    return {
        symbol: textOf(row, 'currencysymbol'),
        code: textOf(row, 'isocurrencycode'),
        decimals: numberOf(row, 'currencyprecision') ?? USUAL_DECIMALS,
    };
}

function formatted(row: Row, column: string): string {
    return textOf(row, `${selectName(column)}@OData.Community.Display.V1.FormattedValue`);
}
