import React, { useContext } from 'react';
import type { Verdict } from '../../../lifecycle/criteria/gate';
import { gateInput } from '../../../lifecycle/stage-gate/gate-input';
import { CheckField } from '../../dialog/CheckField';
import { LanguageContext } from '../../dialog/language';
import { useElementId } from '../../dialog/use-id';
import { wordsOf } from '../../dialog/words';
import { CriterionList } from '../../gate/CriterionList';
import english from '../../gate/texts.1033.json';
import french from '../../gate/texts.1036.json';
import { useCloseWords } from './words';

export interface GateSectionProps {
    readonly verdict: Verdict;
    readonly columnLabels: ReadonlyMap<string, string>;
    /** Columns that the form has a field for; null away from a form, where the opportunity's own is opened. */
    readonly reachable: readonly string[] | null;
    readonly confirmed: boolean;
    /** Whether the seller tried to go on without having confirmed. */
    readonly hasProblem: boolean;
    readonly onConfirm: (confirmed: boolean) => void;
    readonly onFocus: (column: string) => void;
}

/** What the gate of winning still asks for. What is only recommended can be confirmed away. */
export function GateSection(props: GateSectionProps): JSX.Element | null {
    const { verdict, columnLabels, reachable, confirmed, hasProblem, onConfirm, onFocus } = props;
    const words = useCloseWords();
    const language = useContext(LanguageContext);
    const isBlocked = verdict.blocking.length > 0;
    if (!isBlocked && verdict.warnings.length === 0) return null;
    const { blocking, warnings } = gateInput(verdict, {
        stage: words('gate.stage'),
        labelOfColumn: (column) => columnLabels.get(column) ?? column,
        isReachable: (column) => reachable === null || reachable.includes(column),
    });
    const ofGate = wordsOf(english, french, language);
    return (
        <div className="gate-section">
            <p className="intro">{words(isBlocked ? 'gate.blocked' : 'gate.warnings')}</p>
            <CriterionList standing="blocking" criteria={blocking} words={ofGate} onFocus={onFocus} />
            <CriterionList standing="warnings" criteria={warnings} words={ofGate} onFocus={onFocus} />
            {!isBlocked && <WarningsConfirmation confirmed={confirmed} hasProblem={hasProblem} onConfirm={onConfirm} />}
        </div>
    );
}

/** "All the same", with the problem of not having said so. */
export function WarningsConfirmation(
    props: Pick<GateSectionProps, 'confirmed' | 'hasProblem' | 'onConfirm'>,
): JSX.Element {
    const words = useCloseWords();
    const id = useElementId('confirmation');
    return (
        <fieldset data-invalid={props.hasProblem} aria-describedby={props.hasProblem ? id : undefined}>
            <legend className="visually-hidden">{words('gate.warningsTitle')}</legend>
            <CheckField
                label={words('gate.confirm')}
                detail={words('gate.recorded')}
                value={props.confirmed}
                onChange={props.onConfirm}
            />
            {props.hasProblem && (
                <p className="problem" id={id} role="alert">
                    {words('gate.problem')}
                </p>
            )}
        </fieldset>
    );
}
