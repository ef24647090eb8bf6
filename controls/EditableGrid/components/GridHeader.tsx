import * as React from 'react';
import type { GridColumn } from '../columns';
import type { OwnText } from '../texts';

export interface Sorting {
    readonly name: string;
    /** As the framework numbers it: 1 is downwards. */
    readonly sortDirection: number;
}

export interface GridHeaderProps {
    readonly columns: readonly GridColumn[];
    readonly sorting: Sorting | null;
    readonly allSelected: boolean;
    readonly text: OwnText;
    readonly onSelectAll: (all: boolean) => void;
    readonly onSort: (column: string, descending: boolean) => void;
}

/** Names of the columns; a click sorts by one, another click turns the order round. */
export function GridHeader(props: GridHeaderProps): JSX.Element {
    const { columns, sorting, allSelected, text, onSelectAll, onSort } = props;
    return (
        <thead role="rowgroup">
            <tr role="row">
                <th role="columnheader" scope="col" className="llc-eg-check">
                    <input
                        type="checkbox"
                        aria-label={text('grid.selectAll')}
                        checked={allSelected}
                        onChange={(event) => onSelectAll(event.target.checked)}
                    />
                </th>
                {columns.map((column) => {
                    const sorted = sorting?.name === column.name;
                    const descending = sorted && sorting.sortDirection === 1;
                    return (
                        <th
                            key={column.name}
                            role="columnheader"
                            scope="col"
                            style={{ width: column.width }}
                            aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
                        >
                            {column.sortable ? (
                                <button
                                    type="button"
                                    className="llc-eg-sort"
                                    onClick={() => onSort(column.name, sorted && !descending)}
                                >
                                    {column.label}
                                    {sorted && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
                                </button>
                            ) : (
                                column.label
                            )}
                        </th>
                    );
                })}
            </tr>
        </thead>
    );
}
