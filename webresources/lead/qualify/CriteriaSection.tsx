import React from 'react';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { hintOf } from '../../../lifecycle/criteria/gaps-text';
import type { Verdict } from '../../../lifecycle/criteria/gate';
import { sharesOf } from '../../../lifecycle/criteria/shares';
import { ProgressBar } from '../../dialog/ProgressBar';
import { Disclosure, Section } from '../../dialog/Section';
import { StateIcon, type State } from '../../dialog/StateIcon';
import { useQualifyWords, type QualifyKey } from './words';

type Standing = 'met' | 'blocking' | 'warning';

const STATES: Readonly<Record<Standing, State>> = { met: 'done', blocking: 'failed', warning: 'warning' };

const STANDING_WORDS: Readonly<Record<Standing, QualifyKey>> = {
    met: 'criteria.met',
    blocking: 'criteria.blocking',
    warning: 'criteria.warning',
};

export interface CriteriaSectionProps {
    readonly verdict: Verdict;
    /** Display name of a column of lead. */
    readonly labelOf: (column: string) => string;
}

/** How the lead stands: what is missing in sight, what is met folded away, and how far it has come. */
export function CriteriaSection({ verdict, labelOf }: CriteriaSectionProps): JSX.Element {
    const words = useQualifyWords();
    const { met, blocking, warnings, progress } = verdict;
    const all = [...blocking, ...warnings, ...met];
    if (all.length === 0) {
        return (
            <Section title={words('criteria.title')}>
                <p className="hint">{words('criteria.none')}</p>
            </Section>
        );
    }
    const shares = sharesOf(all);
    const shareOf = new Map(all.map((criterion, at) => [criterion, shares[at] ?? 0]));
    return (
        <Section title={words('criteria.title')}>
            <ProgressBar
                label={words('criteria.progress')}
                value={progress}
                max={100}
                summary={words('criteria.percent', progress)}
            />
            {blocking.length > 0 && (
                <p className="message" role="alert" tabIndex={-1} data-focus="">
                    {words('criteria.blocked')}
                </p>
            )}
            {blocking.length + warnings.length > 0 && (
                <ul className="criteria" role="list">
                    {blocking.map((criterion) => line(criterion, 'blocking'))}
                    {warnings.map((criterion) => line(criterion, 'warning'))}
                </ul>
            )}
            {met.length > 0 && (
                <Disclosure
                    title={words(met.length === all.length ? 'criteria.allMet' : 'criteria.someMet')}
                    detail={words('criteria.count', met.length, all.length)}
                >
                    <ul className="criteria" role="list">
                        {met.map((criterion) => line(criterion, 'met'))}
                    </ul>
                </Disclosure>
            )}
        </Section>
    );

    function line(criterion: Criterion, standing: Standing): JSX.Element {
        return (
            <li key={criterion.id}>
                <StateIcon state={STATES[standing]} />
                <span>{criterion.name}</span>
                <span className={`criterion-state ${standing}`}>
                    {words('criteria.state', words(STANDING_WORDS[standing]), shareOf.get(criterion) ?? 0)}
                </span>
                {standing !== 'met' && (
                    <span className="criterion-hint">
                        {words('criteria.hint', hintOf(criterion), labelOf(criterion.column))}
                    </span>
                )}
            </li>
        );
    }
}
