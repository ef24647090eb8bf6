import React from 'react';
import { Section } from '../../dialog/Section';
import { counted, useQualifyWords } from './words';

/** A filled column of lead that does not arrive anywhere. */
export interface LostColumn {
    readonly column: string;
    readonly label: string;
    readonly text: string;
    /** Why, where a map exists but cannot work; empty where nothing maps it. */
    readonly why: string;
}

/** A value that does not fit where it goes. */
export interface CutColumn {
    readonly key: string;
    /** Label of the column of lead. */
    readonly from: string;
    /** Record and column that it goes to. */
    readonly to: string;
    readonly kept: string;
    readonly lost: string;
}

export interface LossSectionProps {
    readonly lost: readonly LostColumn[];
    readonly cut: readonly CutColumn[];
}

/** What a qualification does not carry over: nobody shall find out later. */
export function LossSection({ lost, cut }: LossSectionProps): JSX.Element {
    const words = useQualifyWords();
    return (
        <>
            {lost.length > 0 && (
                <Section title={counted(words, 'lost.one', 'lost.many', lost.length)}>
                    <div className="losses">
                        <p className="hint">{words('lost.hint')}</p>
                        <dl>
                            {lost.map(({ column, label, text, why }) => (
                                <div key={column}>
                                    <dt>{label}</dt>
                                    <dd>
                                        {text}
                                        {why !== '' && <span className="hint"> {why}</span>}
                                    </dd>
                                </div>
                            ))}
                        </dl>
                    </div>
                </Section>
            )}
            {cut.length > 0 && (
                <Section title={counted(words, 'cut.one', 'cut.many', cut.length)}>
                    <div className="losses">
                        <dl>
                            {cut.map(({ key, from, to, kept, lost: rest }) => (
                                <div key={key}>
                                    <dt>{words('cut.way', from, to)}</dt>
                                    <dd>
                                        {kept}
                                        <del>
                                            <span className="visually-hidden">{words('cut.rest')} </span>
                                            {rest}
                                        </del>
                                    </dd>
                                </div>
                            ))}
                        </dl>
                    </div>
                </Section>
            )}
        </>
    );
}
