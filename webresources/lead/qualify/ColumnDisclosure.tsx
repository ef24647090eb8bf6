import React from 'react';
import type { Target } from '../../../lifecycle/qualify/target';
import { Disclosure } from '../../dialog/Section';
import { ColumnList, type WrittenColumn } from './ColumnList';
import { counted, useQualifyWords } from './words';

export interface ColumnDisclosureProps {
    readonly target: Target;
    readonly columns: readonly WrittenColumn[];
}

/** How many columns are written, and which: folded away, because the seller trusts them most of the time. */
export function ColumnDisclosure({ target, columns }: ColumnDisclosureProps): JSX.Element {
    const words = useQualifyWords();
    if (columns.length === 0) return <></>;
    return (
        <Disclosure title={counted(words, 'columns.one', 'columns.many', columns.length)}>
            <ColumnList caption={words('columns.caption', words(target))} columns={columns} />
        </Disclosure>
    );
}
