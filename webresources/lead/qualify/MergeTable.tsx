import React from 'react';
import type { MergeField } from '../../../lifecycle/qualify/merge';
import { useElementId } from '../../dialog/use-id';
import { useQualifyWords } from './words';

type Side = MergeField['take'];

export interface MergeTableProps {
    /** Empty where what stands above says it already. */
    readonly caption: string;
    /** Name of the row that the lead is linked to. */
    readonly name: string;
    readonly fields: readonly MergeField[];
    readonly onChange: (fields: readonly MergeField[]) => void;
}

const SIDES: readonly Side[] = ['theirs', 'lead'];

/** Column by column, whose value stays: that of the existing row or the lead's. */
export function MergeTable({ caption, name, fields, onChange }: MergeTableProps): JSX.Element {
    const words = useQualifyWords();
    const id = useElementId('merge');
    const head: Readonly<Record<Side, string>> = { theirs: name, lead: words('merge.lead') };
    const take = (column: string | null, side: Side): void =>
        onChange(
            fields.map((field) => (column === null || field.column === column ? { ...field, take: side } : field)),
        );
    return (
        <table className="merge">
            {caption !== '' && <caption>{caption}</caption>}
            <thead>
                <tr>
                    <th scope="col">
                        <span className="visually-hidden">{words('merge.column')}</span>
                    </th>
                    {SIDES.map((side) => (
                        <th key={side} scope="col">
                            <span className="merge-side">{head[side]}</span>
                            {fields.length > 1 && (
                                <button
                                    type="button"
                                    className="link"
                                    aria-pressed={fields.every((field) => field.take === side)}
                                    onClick={() => take(null, side)}
                                >
                                    {words(side === 'theirs' ? 'merge.keepAll' : 'merge.takeAll')}
                                </button>
                            )}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {fields.map((field) => (
                    <tr key={field.column}>
                        <th scope="row">{field.label}</th>
                        {SIDES.map((side) => (
                            <td key={side}>
                                <label className={field.take === side ? 'merge-value taken' : 'merge-value'}>
                                    <input
                                        type="radio"
                                        name={`${id}-${field.column}`}
                                        checked={field.take === side}
                                        aria-label={words(
                                            side === 'theirs' ? 'merge.keep' : 'merge.take',
                                            field.label,
                                            textOf(field, side) || words('merge.blank'),
                                        )}
                                        onChange={() => take(field.column, side)}
                                    />
                                    {textOf(field, side) === '' ? (
                                        <em>{words('merge.blank')}</em>
                                    ) : (
                                        <span>{textOf(field, side)}</span>
                                    )}
                                </label>
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function textOf(field: MergeField, side: Side): string {
    return side === 'theirs' ? field.theirsText : field.leadText;
}
