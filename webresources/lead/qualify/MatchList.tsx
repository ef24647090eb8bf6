import React from 'react';
import type { Match } from '../../../lifecycle/qualify/match';
import { useElementId } from '../../dialog/use-id';
import { ReasonChips } from './ReasonChips';

export interface MatchListProps {
    /** What is chosen here. */
    readonly label: string;
    /** Best first. */
    readonly matches: readonly Match[];
    /** Id of the chosen one; null for none. */
    readonly value: string | null;
    /** Shown below while none is chosen that must be; empty for no problem. */
    readonly problem: string;
    readonly onChange: (match: Match) => void;
}

/** Existing rows that the lead may stand for, each with what speaks for it. */
export function MatchList({ label, matches, value, problem, onChange }: MatchListProps): JSX.Element {
    const id = useElementId('matches');
    if (matches.length === 0) return <></>;
    return (
        <div
            className="matches"
            role="radiogroup"
            aria-label={label}
            data-invalid={problem !== ''}
            aria-describedby={problem === '' ? undefined : `${id}-problem`}
        >
            {matches.map((match) => (
                <label key={match.id} className={match.id === value ? 'match chosen' : 'match'}>
                    <input type="radio" name={id} checked={match.id === value} onChange={() => onChange(match)} />
                    <span className="match-text">
                        <span className="match-name">{match.name}</span>
                        {match.detail !== '' && <span className="match-detail">{match.detail}</span>}
                        <ReasonChips reasons={match.reasons} />
                    </span>
                </label>
            ))}
            {problem !== '' && (
                <p className="problem" id={`${id}-problem`} role="alert">
                    {problem}
                </p>
            )}
        </div>
    );
}
