import React, { useEffect, useRef, useState } from 'react';
import { ResultList, type ResultRow } from '../../dialog/ResultList';
import type { BulkWords } from './words';

export interface PagedListProps<Item> {
    readonly items: readonly Item[];
    /** Only those of the page at hand become rows. */
    readonly rowOf: (item: Item) => ResultRow;
    readonly words: BulkWords;
}

const PAGE = 50;

/** A long list, a page at a time, so that hundreds of leads stay quick to show and to walk through. */
export function PagedList<Item>({ items, rowOf, words }: PagedListProps<Item>): JSX.Element {
    const [wanted, setWanted] = useState(0);
    const last = Math.max(0, Math.ceil(items.length / PAGE) - 1);
    const page = Math.min(wanted, last);
    const top = useRef<HTMLDivElement>(null);
    const shown = useRef(page);
    useEffect(() => {
        if (shown.current === page) return;
        shown.current = page;
        top.current?.scrollIntoView?.({ block: 'start' });
    }, [page]);
    if (items.length === 0) return <p className="hint">{words('list.empty')}</p>;
    const start = page * PAGE;
    const end = Math.min(items.length, start + PAGE);
    return (
        <div ref={top}>
            <ResultList label={words('list.leads')} rows={items.slice(start, end).map(rowOf)} />
            {last > 0 && (
                <nav className="bulk-pages" aria-label={words('list.pages')}>
                    <button type="button" className="small" disabled={page === 0} onClick={() => setWanted(page - 1)}>
                        {words('list.previous')}
                    </button>
                    <span role="status">{words('list.page', start + 1, end, items.length)}</span>
                    <button
                        type="button"
                        className="small"
                        disabled={page === last}
                        onClick={() => setWanted(page + 1)}
                    >
                        {words('list.next')}
                    </button>
                </nav>
            )}
        </div>
    );
}
