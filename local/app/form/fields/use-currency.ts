import { useEffect, useState } from 'react';
import { plainId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import type { Platform } from '../../platform/types';
import { useForm } from '../form-scope';
import { firstLookup } from '../model/row-request';
import { valueFromRow } from '../model/values';

const symbols = new Map<string, Promise<string>>();

function symbolOf(platform: Platform, id: string): Promise<string> {
    let symbol = symbols.get(id);
    if (symbol === undefined) {
        symbol = platform.webApi
            .retrieve('transactioncurrency', id, '?$select=currencysymbol')
            .then((row) => String(row.currencysymbol ?? ''));
        symbols.set(id, symbol);
    }
    return symbol;
}

/** The symbol of the row's currency; until a row has one, of the user's. */
export function useCurrencySymbol(): string {
    const platform = usePlatform();
    const { form } = useForm();
    const { currency } = platform.environment.user;
    const column = form.table.columns.transactioncurrencyid;
    const value =
        form.attribute('transactioncurrencyid')?.value ??
        (column === undefined ? null : valueFromRow(column, form.row));
    const reference = firstLookup(value);
    const id = reference === undefined ? plainId(currency.id) : plainId(reference.id);
    const [symbol, setSymbol] = useState(currency.symbol);
    useEffect(() => {
        let current = true;
        if (id === plainId(currency.id)) {
            setSymbol(currency.symbol);
        } else {
            symbolOf(platform, id).then(
                (found) => current && setSymbol(found),
                // Without the currency's row the amount shows without a symbol rather than with a wrong one.
                () => current && setSymbol(''),
            );
        }
        return () => {
            current = false;
        };
    }, [platform, id, currency.id, currency.symbol]);
    return symbol;
}
