/**
 * Money: each row has one currency; every money column has a twin in the organization's base currency.
 * Microsoft Learn, "Transaction currency (currency) table".
 */
import { DataverseError } from '../../errors';
import type { Column } from '../../metadata/types';
import { isReference } from '../row-storage';
import type { Environment, RowReference } from '../types';
import { rounded } from './column-values';
import { isGiven, resulting, type Draft } from './draft';

const CURRENCY_CANNOT_BE_NULL = 0x80048cfb;
const DEFAULT_PRECISION = 2;
const BASE_PRECISION = 4;

/**
 * Fills in the currency, freezes its exchange rate on the row and computes the twins.
 * @param stateChanges a change of state takes the rate of the day
 */
export function setMoney(draft: Draft, stateChanges: boolean): void {
    const { plan, before, values } = draft;
    const currencyColumn = plan.stored.get('transactioncurrencyid')?.column;
    if (plan.money.length === 0 || !currencyColumn) {
        return;
    }
    const given = plan.money.filter(({ column }) => isGiven(draft, column.logicalName));
    const isNew = before === undefined;
    if (!isNew && given.length === 0 && !isGiven(draft, 'transactioncurrencyid') && !stateChanges) {
        return;
    }
    const currencyId = currencyOf(draft, currencyColumn);
    if (currencyId === undefined) {
        return;
    }
    const currency = readCurrency(draft, currencyId);
    const { exchangeRate } = currency;
    const rateChanges = isNew || before.exchangerate !== exchangeRate;
    if (plan.stored.has('exchangerate')) {
        values.exchangerate = exchangeRate;
    }
    for (const { column, base } of rateChanges ? plan.money : given) {
        const amount = resulting(draft, column.logicalName);
        if (typeof amount === 'number') {
            const places = moneyPrecision(draft, column, currency.precision);
            if (isGiven(draft, column.logicalName)) {
                values[column.logicalName] = rounded(amount, places);
            }
            if (base) {
                values[base.logicalName] = rounded(
                    rounded(amount, places) / exchangeRate,
                    base.precision ?? BASE_PRECISION,
                );
            }
        } else if (base && isGiven(draft, column.logicalName)) {
            values[base.logicalName] = null;
        }
    }
}

/** The row's currency; a default one when the row has money or needs a currency; undefined when it does without. */
function currencyOf(draft: Draft, column: Column): string | undefined {
    const { pipeline, plan, values, context } = draft;
    const currency = resulting(draft, 'transactioncurrencyid');
    if (isReference(currency)) {
        return currency.id;
    }
    const hasMoney = plan.money.some(({ column: money }) => resulting(draft, money.logicalName) !== null);
    if (isGiven(draft, 'transactioncurrencyid') && hasMoney && draft.before !== undefined) {
        throw new DataverseError(
            CURRENCY_CANNOT_BE_NULL,
            `The currency cannot be null: the ${plan.table.logicalName} has money in one of its columns.`,
        );
    }
    const isRequired = column.requiredLevel === 'ApplicationRequired' || column.requiredLevel === 'SystemRequired';
    const needed = hasMoney || (draft.before === undefined && isRequired);
    const fallback = needed ? defaultCurrency(pipeline.environment, context.userId) : undefined;
    if (fallback) {
        values.transactioncurrencyid = fallback;
    }
    return fallback?.id;
}

/** The user's own currency, else the organization's base currency. */
export function defaultCurrency(environment: Environment, userId: string): RowReference | undefined {
    const { store } = environment;
    const own = store
        .prepare<{
            id: string | null;
        }>(
            'SELECT transactioncurrencyid AS id FROM usersettings WHERE systemuserid = ? AND transactioncurrencyid IS NOT NULL',
        )
        .get(userId)?.id;
    const id =
        own ??
        store.prepare<{ id: string | null }>('SELECT basecurrencyid AS id FROM organization').get()?.id ??
        undefined;
    return id === undefined ? undefined : { table: 'transactioncurrency', id };
}

interface Currency {
    /** How much of it one unit of the base currency is worth. */
    readonly exchangeRate: number;
    readonly precision: number;
}

function readCurrency({ pipeline }: Draft, id: string): Currency {
    const row = pipeline.environment.store
        .prepare<{
            rate: number | null;
            precision: number | null;
        }>(
            'SELECT exchangerate AS rate, currencyprecision AS precision FROM transactioncurrency ' +
                'WHERE transactioncurrencyid = ?',
        )
        .get(id);
    return {
        exchangeRate: row?.rate ?? 1,
        precision: row?.precision ?? DEFAULT_PRECISION,
    };
}

function moneyPrecision({ pipeline }: Draft, column: Column, currencyPrecision: number): number {
    switch (column.precisionSource) {
        case 1:
            return (
                pipeline.environment.store
                    .prepare<{ places: number | null }>('SELECT pricingdecimalprecision AS places FROM organization')
                    .get()?.places ?? DEFAULT_PRECISION
            );
        case 2:
            return currencyPrecision;
        case 0:
        case undefined:
            return column.precision ?? DEFAULT_PRECISION;
    }
}
