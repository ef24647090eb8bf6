import React from 'react';
import { useQualifyWords } from './words';

/** A column as it will be written. */
export interface WrittenColumn {
    /** Logical name of the column. */
    readonly column: string;
    readonly label: string;
    /** As it is shown. */
    readonly text: string;
    /** Label of the column of lead that it comes from; empty for what the seller entered or the qualification sets. */
    readonly from: string;
    /** Whether there is more of the value than fits. */
    readonly isCut: boolean;
}

export interface ColumnListProps {
    readonly caption: string;
    readonly columns: readonly WrittenColumn[];
}

/** Every column of a record with its value and where that comes from. */
export function ColumnList({ caption, columns }: ColumnListProps): JSX.Element {
    const words = useQualifyWords();
    return (
        <table className="columns-written">
            <caption className="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words('columns.column')}</th>
                    <th scope="col">{words('columns.value')}</th>
                    <th scope="col">{words('columns.from')}</th>
                </tr>
            </thead>
            <tbody>
                {columns.map(({ column, label, text, from, isCut }) => (
                    <tr key={column}>
                        <th scope="row">{label}</th>
                        <td>
                            {text}
                            {isCut && <span className="cut"> {words('columns.cut')}</span>}
                        </td>
                        <td className="column-source">{from}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
