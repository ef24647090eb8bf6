import React from 'react';
import { dryRun } from '../../../lifecycle/qualify/dry-run';
import type { MappingProblem } from '../../../lifecycle/qualify/mapped-columns';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { TARGETS } from '../../../lifecycle/qualify/target';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import { LossSection, type CutColumn, type LostColumn } from './LossSection';
import { useQualifyWords, type QualifyKey } from './words';

const PROBLEM_WORDS: Readonly<Record<MappingProblem, QualifyKey>> = {
    'no-such-choice': 'lost.noSuchChoice',
    'other-table': 'lost.otherTable',
    'not-writable': 'lost.notWritable',
};

export interface LossesProps {
    readonly input: QualificationInput;
    readonly choices: QualificationChoices;
}

/** What would not arrive if the lead were qualified as it is decided now. */
export function Losses({ input, choices }: LossesProps): JSX.Element {
    const words = useQualifyWords();
    const { definitions } = input;
    const { records, lost } = dryRun(input, choices);
    const cut = TARGETS.flatMap((target) =>
        records[target].flatMap(({ source, target: column, text, cutTo }): readonly CutColumn[] => {
            if (cutTo === null) return [];
            return [
                {
                    key: `${target} ${column}`,
                    from: labelOfColumn(definitions.lead, source),
                    to: words('cut.column', words(target), labelOfColumn(definitions[target], column)),
                    kept: cutTo,
                    lost: text.slice(cutTo.length),
                },
            ];
        }),
    );
    const columns = lost.map(
        ({ column, label, text, reason }): LostColumn => ({
            column,
            label,
            text,
            why: reason === 'not-mapped' ? '' : words(PROBLEM_WORDS[reason]),
        }),
    );
    return <LossSection lost={columns} cut={cut} />;
}
