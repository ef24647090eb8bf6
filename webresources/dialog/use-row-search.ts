import { useEffect, useRef, useState } from 'react';
import { foundRows, searchAddress, type FoundRow, type SearchedTable } from '../../lifecycle/dialogs/row-search';
import { bodiesOf, type WebApi } from '../../lifecycle/web-api/web-api';

export interface RowSearch {
    readonly state: 'idle' | 'searching' | 'found' | 'failed';
    readonly rows: readonly FoundRow[];
}

/** In milliseconds after the last key. */
const DELAY = 250;

const IDLE: RowSearch = { state: 'idle', rows: [] };

/**
 * Rows of some tables whose name holds a text, in one request. A former text's answer that comes late is dropped.
 * @param text null for no search; empty for the first rows by name, which come without delay
 */
export function useRowSearch(webApi: WebApi, tables: readonly SearchedTable[], text: string | null): RowSearch {
    const [search, setSearch] = useState<RowSearch>(IDLE);
    const latest = useRef({ webApi, tables });
    latest.current = { webApi, tables };
    useEffect(() => {
        if (text === null) {
            setSearch(IDLE);
            return undefined;
        }
        let current = true;
        const settle = (next: RowSearch): void => {
            if (current) setSearch(next);
        };
        // The former rows stay until then, so that the list does not flicker.
        setSearch(({ rows }) => ({ state: 'searching', rows }));
        const start = (): void => {
            searchRows(latest.current.webApi, latest.current.tables, text).then(
                (rows) => settle({ state: 'found', rows }),
                () => settle({ state: 'failed', rows: [] }),
            );
        };
        const timer = setTimeout(start, text === '' ? 0 : DELAY);
        return () => {
            current = false;
            clearTimeout(timer);
        };
    }, [text]);
    return search;
}

async function searchRows(
    webApi: WebApi,
    tables: readonly SearchedTable[],
    text: string,
): Promise<readonly FoundRow[]> {
    const bodies = bodiesOf(await webApi.read(tables.map((table) => searchAddress(table, text))));
    return tables.flatMap((table, index) => foundRows(table, bodies[index]));
}
