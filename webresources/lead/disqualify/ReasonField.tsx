import React from 'react';
import type { ReasonGroup } from '../../../lifecycle/disqualify/disqualification';
import { RadioGroup } from '../../dialog/RadioGroup';

export interface ReasonFieldProps {
    readonly label: string;
    readonly groups: readonly ReasonGroup[];
    readonly value: string | null;
    readonly problem: string;
    readonly onChange: (reasonId: string) => void;
}

/** The makers' reasons below the status reasons that they set. */
export function ReasonField({ label, groups, value, problem, onChange }: ReasonFieldProps): JSX.Element {
    return (
        <div className="reasons">
            <RadioGroup
                label={label}
                required
                problem={problem}
                groups={groups.map((group) => ({
                    label: group.label,
                    options: group.reasons.map(({ id, name }) => ({ value: id, label: name })),
                }))}
                value={value}
                onChange={onChange}
            />
        </div>
    );
}
