import React from 'react';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { CheckField } from '../../dialog/CheckField';
import { useElementId } from '../../dialog/use-id';
import { useQualifyWords } from './words';

export interface PassWarningsProps {
    /** Recommended criteria that are open. */
    readonly warnings: readonly Criterion[];
    readonly value: boolean;
    readonly tried: boolean;
    readonly onChange: (value: boolean) => void;
}

/** Lets the seller qualify a lead although something recommended is open: knowingly, and on the record. */
export function PassWarnings({ warnings, value, tried, onChange }: PassWarningsProps): JSX.Element {
    const words = useQualifyWords();
    const id = useElementId('pass');
    const [first, ...more] = warnings;
    if (!first) return <></>;
    const names = warnings.map(({ name }) => name).join(', ');
    const label = more.length === 0 ? words('criteria.pass', first.name) : words('criteria.passMany', names);
    const isMissing = tried && !value;
    return (
        <fieldset
            className="pass-warnings"
            data-invalid={isMissing}
            aria-describedby={isMissing ? `${id}-problem` : undefined}
        >
            <legend className="visually-hidden">{words('criteria.warning')}</legend>
            <CheckField label={label} detail={words('criteria.passDetail')} value={value} onChange={onChange} />
            {isMissing && (
                <p className="problem" id={`${id}-problem`} role="alert">
                    {words('criteria.passMissing')}
                </p>
            )}
        </fieldset>
    );
}
