import React from 'react';
import type { MergeField } from '../../../lifecycle/qualify/merge';
import { Disclosure } from '../../dialog/Section';
import { MergeTable } from './MergeTable';
import { counted, useQualifyWords } from './words';

export interface MergeSectionProps {
    /** Name of the row that the lead is linked to. */
    readonly name: string;
    /** Only the columns that differ. */
    readonly fields: readonly MergeField[];
    readonly onChange: (fields: readonly MergeField[]) => void;
}

/**
 * Where a linked row and the lead differ. What both say is in sight, because one of them loses; what only the lead says
 * is folded away, because nothing is lost by it.
 */
export function MergeSection({ name, fields, onChange }: MergeSectionProps): JSX.Element {
    const words = useQualifyWords();
    const conflicts = fields.filter(({ theirsText }) => theirsText !== '');
    const additions = fields.filter(({ theirsText }) => theirsText === '');
    const taken = additions.filter(({ take }) => take === 'lead').length;
    const change = (changed: readonly MergeField[]): void =>
        onChange(fields.map((field) => changed.find(({ column }) => column === field.column) ?? field));
    if (fields.length === 0) return <p className="hint">{words('merge.same', name)}</p>;
    return (
        <>
            {conflicts.length > 0 && (
                <MergeTable caption={words('merge.caption')} name={name} fields={conflicts} onChange={change} />
            )}
            {additions.length > 0 && (
                <Disclosure
                    title={counted(words, 'merge.addition', 'merge.additions', additions.length)}
                    detail={taken < additions.length ? words('merge.taken', taken) : ''}
                >
                    <MergeTable caption="" name={name} fields={additions} onChange={change} />
                </Disclosure>
            )}
        </>
    );
}
