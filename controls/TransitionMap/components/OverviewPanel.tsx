import * as React from 'react';
import { Icon } from '../../appearance/icons';
import type { Change } from '../../../lifecycle/transitions/changes';
import { subjectOf } from '../../../lifecycle/transitions/changes';
import { isError, type Finding } from '../../../lifecycle/transitions/checks';
import type { Consequence } from '../../../lifecycle/transitions/what-if';
import { changeDetails, changeText, consequenceText, findingText, type Words } from '../describe';
import type { Selection } from '../selection';

export interface OverviewPanelProps {
    readonly findings: readonly Finding[];
    readonly changes: readonly Change[];
    readonly consequences: readonly Consequence[];
    /** Whether leads could not be counted. */
    readonly uncounted: boolean;
    /** Whether the last row goes, after which the defaults apply again. */
    readonly endsInDefaults: boolean;
    readonly words: Words;
    readonly onSelect: (selection: Selection) => void;
}

/** What speaks against the map as it is drawn, what is not saved yet, and what that means for leads. */
export function OverviewPanel(props: OverviewPanelProps): JSX.Element {
    const { findings, changes, consequences, uncounted, endsInDefaults, words, onSelect } = props;
    const { text } = words;
    return (
        <div className="llc-tm-overview">
            {changes.length > 0 && (
                <section>
                    <h2 className="llc-tm-heading">{text('whatIf.title')}</h2>
                    <div role="status">
                        <WhatIf consequences={consequences} endsInDefaults={endsInDefaults} words={words} />
                        {consequences.length === 0 && !endsInDefaults && (
                            <p className="llc-tm-fine">
                                <Icon name="check" size={14} />
                                <span>{text('whatIf.fine')}</span>
                            </p>
                        )}
                        {uncounted && <p className="llc-tm-quiet">{text('whatIf.uncounted')}</p>}
                    </div>
                </section>
            )}
            <section>
                <h2 className="llc-tm-heading">{text('checks.title')}</h2>
                {findings.length === 0 ? (
                    <p className="llc-tm-fine">
                        <Icon name="check" size={14} />
                        <span>{text('checks.fine')}</span>
                    </p>
                ) : (
                    <ul className="llc-tm-findings">
                        {findings.map((finding, index) => (
                            <li key={index}>
                                <button
                                    type="button"
                                    className={isError(finding) ? 'llc-tm-problem' : 'llc-tm-hint'}
                                    onClick={() =>
                                        onSelect(
                                            finding.kind === 'status'
                                                ? { kind: 'status', status: finding.status }
                                                : { kind: 'move', id: finding.transition.id },
                                        )
                                    }
                                >
                                    <Icon name="warning" size={14} />
                                    <span>{findingText(finding, words)}</span>
                                </button>
                            </li>
                        ))}
                    </ul>
                )}
            </section>
            {changes.length > 0 && (
                <section>
                    <h2 className="llc-tm-heading">{text('changes.title')}</h2>
                    <ChangeList changes={changes} words={words} onSelect={(id) => onSelect({ kind: 'move', id })} />
                </section>
            )}
            {changes.length === 0 && <p className="llc-tm-quiet">{text('overview.help')}</p>}
        </div>
    );
}

/** What a change does to the leads that there are, as far as it is not good for them. */
export function WhatIf(props: Pick<OverviewPanelProps, 'consequences' | 'endsInDefaults' | 'words'>): JSX.Element {
    const { consequences, endsInDefaults, words } = props;
    return (
        <>
            {consequences.map((consequence) => (
                <p key={consequence.code} className="llc-tm-hint">
                    <Icon name="warning" size={14} />
                    <span>{consequenceText(consequence, words)}</span>
                </p>
            ))}
            {endsInDefaults && (
                <p className="llc-tm-hint">
                    <Icon name="warning" size={14} />
                    <span>{words.text('whatIf.defaults')}</span>
                </p>
            )}
        </>
    );
}

/** Changes in words: what is added, removed, and changed from what to what. */
export function ChangeList(props: {
    readonly changes: readonly Change[];
    readonly words: Words;
    /** Shows the transition that a change is about; absent where none can be shown. */
    readonly onSelect?: (id: string) => void;
}): JSX.Element {
    const { changes, words, onSelect } = props;
    return (
        <ul className="llc-tm-changes">
            {changes.map((change) => {
                const { id } = subjectOf(change);
                const says = changeText(change, words);
                return (
                    <li key={`${change.kind} ${id}`} className={`llc-tm-change-${change.kind}`}>
                        {onSelect && change.kind !== 'removed' ? (
                            <button type="button" className="llc-tm-link" onClick={() => onSelect(id)}>
                                {says}
                            </button>
                        ) : (
                            <span>{says}</span>
                        )}
                        {changeDetails(change, words).map((detail) => (
                            <small key={detail}>{detail}</small>
                        ))}
                    </li>
                );
            })}
        </ul>
    );
}
