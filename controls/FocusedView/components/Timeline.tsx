import * as React from 'react';
import { ActionButton } from '@fluentui/react';
import { Icon } from '../../appearance/icons';
import type { TimelineEntry } from '../lead-details';
import type { OwnText } from '../texts';
import { activityType } from './activity-type';

/** Entries before the rest has to be asked for. */
const SHORT = 5;

export interface TimelineProps {
    readonly entries: readonly TimelineEntry[];
    readonly text: OwnText;
    /** Buttons and form for new entries. */
    readonly children: React.ReactNode;
}

/** What has happened, newest first. */
export function Timeline(props: TimelineProps): JSX.Element {
    const { entries, text, children } = props;
    const [all, showAll] = React.useState(false);
    const shown = all ? entries : entries.slice(0, SHORT);
    return (
        <section className="llc-fv-group">
            <h3 className="llc-fv-heading">{text('group.timeline')}</h3>
            {children}
            {entries.length === 0 ? (
                <p className="llc-fv-quiet">{text('timeline.none')}</p>
            ) : (
                <ol className="llc-fv-timeline">
                    {shown.map((entry) => {
                        const type = activityType(entry.type);
                        return (
                            <li key={entry.id} className="llc-fv-entry">
                                <span className="llc-fv-activity-icon" title={text(type.label)}>
                                    <Icon name={type.icon} />
                                </span>
                                <span className="llc-fv-activity-text">
                                    <span className="llc-fv-activity-title">{entry.title || text(type.label)}</span>
                                    {entry.text !== '' && <span className="llc-fv-entry-text">{entry.text}</span>}
                                    <span className="llc-fv-quiet">{entry.atText}</span>
                                </span>
                            </li>
                        );
                    })}
                </ol>
            )}
            {!all && entries.length > SHORT && (
                <ActionButton text={text('timeline.showAll', entries.length)} onClick={() => showAll(true)} />
            )}
        </section>
    );
}
