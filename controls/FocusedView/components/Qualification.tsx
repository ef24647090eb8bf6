import * as React from 'react';
import { Gate } from '../../../lifecycle/choices';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { judge } from '../../../lifecycle/criteria/gate';
import type { Row } from '../../../lifecycle/row';
import { Icon, type IconName } from '../../appearance/icons';
import { shownText } from '../lead-details';
import type { OwnText, OwnTextKey } from '../texts';
import { ProgressBar } from './ProgressBar';

export interface QualificationProps {
    readonly row: Row;
    readonly criteria: readonly Criterion[];
    readonly text: OwnText;
}

/** The criteria for qualifying, met and missing, as the Qualify command will judge them. */
export function Qualification(props: QualificationProps): JSX.Element {
    const { row, criteria, text } = props;
    const verdict = judge(Gate.qualify, criteria, row);
    const total = verdict.met.length + verdict.blocking.length + verdict.warnings.length;
    return (
        <section className="llc-fv-group">
            <h3 className="llc-fv-heading">{text('group.qualification')}</h3>
            {total === 0 ? (
                <p className="llc-fv-quiet">{text('qualification.none')}</p>
            ) : (
                <>
                    <ProgressBar percent={verdict.progress} label={text('card.progress', verdict.progress)} />
                    <ul className="llc-fv-criteria">
                        {verdict.blocking.map((it) => (
                            <Line key={it.id} kind="blocking" name={it.name} detail={it.message} text={text} />
                        ))}
                        {verdict.warnings.map((it) => (
                            <Line key={it.id} kind="warning" name={it.name} detail={it.message} text={text} />
                        ))}
                        {verdict.met.map((it) => (
                            <Line
                                key={it.id}
                                kind="met"
                                name={it.name}
                                detail={shownText(row, it.column)}
                                text={text}
                            />
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}

type Kind = 'met' | 'blocking' | 'warning';

const LOOKS: Readonly<Record<Kind, { readonly icon: IconName; readonly tone: string; readonly label: OwnTextKey }>> = {
    met: { icon: 'check', tone: 'llc-fv-success', label: 'qualification.met' },
    blocking: { icon: 'cross', tone: 'llc-fv-danger', label: 'qualification.blocking' },
    warning: { icon: 'warning', tone: 'llc-fv-warning', label: 'qualification.warning' },
};

function Line(props: {
    readonly kind: Kind;
    readonly name: string;
    readonly detail: string;
    readonly text: OwnText;
}): JSX.Element {
    const { icon, tone, label } = LOOKS[props.kind];
    return (
        <li className="llc-fv-criterion">
            <span className={`llc-fv-mark ${tone}`} role="img" aria-label={props.text(label)} title={props.text(label)}>
                <Icon name={icon} size={12} />
            </span>
            <span className="llc-fv-criterion-text">
                <span>{props.name}</span>
                {props.detail !== '' && <span className="llc-fv-quiet">{props.detail}</span>}
            </span>
        </li>
    );
}
