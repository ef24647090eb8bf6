import * as React from 'react';
import type { MeterLine, Standing } from '../../lifecycle/criteria/meter';
import { Icon, type IconName } from '../appearance/icons';
import { cssVariables, type Colors } from '../appearance/theme';

export type MeterTextKey =
    | 'meter.progress'
    | 'meter.unknown'
    | 'meter.met'
    | 'meter.blocking'
    | 'meter.warning'
    | 'meter.share'
    | 'meter.shareLabel'
    | 'meter.none'
    | 'meter.goTo';

export interface MeterProps {
    /** Whole percent; null while it is not known. */
    readonly percent: number | null;
    /** Null while the criteria are being read. */
    readonly lines: readonly MeterLine[] | null;
    readonly label: string;
    readonly colors: Colors;
    readonly text: (key: MeterTextKey, ...values: readonly (string | number)[]) => string;
    /** Whether the form around has a field of a column. */
    readonly isReachable: (column: string) => boolean;
    readonly onFocus: (column: string) => void;
}

const ICONS: Readonly<Record<Standing, IconName>> = { met: 'check', blocking: 'cross', warning: 'warning' };

/** How far a lead is qualified: a bar with a part for each criterion, and what each is about. */
export function Meter(props: MeterProps): JSX.Element {
    const { percent, lines, label, colors, text } = props;
    const progress = percent === null ? text('meter.unknown') : text('meter.progress', percent);
    return (
        <div className="llc-pm" style={cssVariables(colors) as React.CSSProperties}>
            <div className="llc-pm-head">
                <div
                    className="llc-pm-track"
                    role="progressbar"
                    aria-label={label}
                    aria-valuemin={0}
                    aria-valuemax={100}
                    {...(percent !== null && { 'aria-valuenow': percent, 'aria-valuetext': progress })}
                >
                    {lines && lines.length > 0 ? (
                        lines.map((line, index) => (
                            <span
                                key={`${line.column} ${index}`}
                                className={`llc-pm-part llc-pm-${line.standing}`}
                                style={{ flexGrow: line.share }}
                            />
                        ))
                    ) : (
                        <span className="llc-pm-part llc-pm-met" style={{ width: `${percent ?? 0}%` }} />
                    )}
                </div>
                <span className="llc-pm-percent">{progress}</span>
            </div>
            {lines?.length === 0 && <p className="llc-pm-quiet">{text('meter.none')}</p>}
            {lines && lines.length > 0 && (
                <ul className="llc-pm-lines">
                    {lines.map((line, index) => (
                        <Line key={`${line.column} ${index}`} {...props} line={line} />
                    ))}
                </ul>
            )}
        </div>
    );
}

type LineProps = Pick<MeterProps, 'text' | 'isReachable' | 'onFocus'> & { readonly line: MeterLine };

function Line({ line, text, isReachable, onFocus }: LineProps): JSX.Element {
    const { column, standing, words, share } = line;
    const standingText = text(`meter.${standing}`);
    const leads = standing !== 'met' && isReachable(column);
    return (
        <li className="llc-pm-line">
            <span className={`llc-pm-mark llc-pm-mark-${standing}`} role="img" aria-label={standingText}>
                <Icon name={ICONS[standing]} size={14} />
            </span>
            <span className="llc-pm-words">
                {leads ? (
                    <button
                        type="button"
                        className="llc-pm-link"
                        title={text('meter.goTo')}
                        onClick={() => onFocus(column)}
                    >
                        {words}
                    </button>
                ) : (
                    words
                )}
                {standing === 'warning' && <span className="llc-pm-quiet"> · {standingText}</span>}
            </span>
            <span className="llc-pm-share" role="img" aria-label={text('meter.shareLabel', share)}>
                {text('meter.share', share)}
            </span>
        </li>
    );
}
