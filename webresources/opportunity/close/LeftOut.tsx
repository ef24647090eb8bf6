import React from 'react';
import {
    isBlocked,
    type ClosingCandidate,
    type ClosingInput,
} from '../../../lifecycle/close-opportunity/prepare-closing';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { hintOf } from '../../../lifecycle/criteria/gaps-text';
import { Disclosure } from '../../dialog/Section';
import { stateText } from '../dialog/result-text';
import { useOpportunityWords } from '../dialog/words';
import { useCloseWords } from './words';

/** What was selected and will not be closed, and why. */
export function LeftOut({ input }: { readonly input: ClosingInput }): JSX.Element {
    const words = useCloseWords();
    const general = useOpportunityWords();
    const blocked = input.candidates.filter(isBlocked);
    return (
        <>
            {blocked.length > 0 && (
                <OpenPoints
                    title={words('many.blocked')}
                    candidates={blocked}
                    columnLabels={input.columnLabels}
                    blockingOnly
                />
            )}
            {input.closed.length > 0 && (
                <Disclosure title={words('many.closed')} detail={input.closed.length}>
                    <ul className="plain">
                        {input.closed.map((opportunity) => (
                            <li key={opportunity.id}>
                                {opportunity.name}: {stateText(opportunity, general)}
                            </li>
                        ))}
                    </ul>
                </Disclosure>
            )}
            {input.gone > 0 && <p className="message notice">{words('many.gone', input.gone)}</p>}
        </>
    );
}

export interface OpenPointsProps {
    readonly title: string;
    readonly candidates: readonly ClosingCandidate[];
    readonly columnLabels: ReadonlyMap<string, string>;
    readonly blockingOnly?: boolean;
    readonly children?: React.ReactNode;
}

/** Opportunities with what is still to do for each. */
export function OpenPoints(props: OpenPointsProps): JSX.Element {
    const { title, candidates, columnLabels, blockingOnly = false, children } = props;
    const words = useCloseWords();
    const pointOf = (criterion: Criterion): string =>
        words('many.missing', hintOf(criterion), columnLabels.get(criterion.column) ?? criterion.column);
    return (
        <Disclosure title={title} detail={candidates.length} open>
            <ul className="plain">
                {candidates.map(({ opportunity, verdict }) => (
                    <li key={opportunity.id}>
                        <strong>{opportunity.name}</strong>
                        <ul>
                            {(blockingOnly ? verdict.blocking : verdict.warnings).map((criterion) => (
                                <li key={criterion.id || criterion.column}>{pointOf(criterion)}</li>
                            ))}
                        </ul>
                    </li>
                ))}
            </ul>
            {children}
        </Disclosure>
    );
}
