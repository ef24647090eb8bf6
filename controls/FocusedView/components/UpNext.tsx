import * as React from 'react';
import { DefaultButton } from '@fluentui/react';
import { Icon } from '../../appearance/icons';
import { dueOf, type Activity, type Clock } from '../card-model';
import type { OwnText } from '../texts';
import { activityType } from './activity-type';
import { dueText, dueTone } from './due-text';

export interface UpNextProps {
    readonly activities: readonly Activity[];
    readonly clock: Clock;
    /** Id of the activity that is just being completed. */
    readonly completing: string | null;
    readonly text: OwnText;
    readonly onComplete: (activity: Activity) => void;
}

/** What is planned for the lead, each with a button that completes it. */
export function UpNext(props: UpNextProps): JSX.Element {
    const { activities, clock, completing, text, onComplete } = props;
    return (
        <section className="llc-fv-group">
            <h3 className="llc-fv-heading">{text('group.upNext')}</h3>
            {activities.length === 0 ? (
                <p className="llc-fv-quiet">{text('upNext.none')}</p>
            ) : (
                <ul className="llc-fv-activities">
                    {activities.map((activity) => {
                        const type = activityType(activity.type);
                        const due = dueOf(activity, clock);
                        const title = activity.subject || text(type.label);
                        return (
                            <li key={activity.id} className="llc-fv-activity">
                                <span className="llc-fv-activity-icon" title={text(type.label)}>
                                    <Icon name={type.icon} />
                                </span>
                                <span className="llc-fv-activity-text">
                                    <span className="llc-fv-activity-title">{title}</span>
                                    <span className="llc-fv-quiet">
                                        {activity.dueText}{' '}
                                        <span className={`llc-fv-badge llc-fv-${dueTone(due)}`}>
                                            {dueText(due, text)}
                                        </span>
                                    </span>
                                </span>
                                <DefaultButton
                                    text={text(completing === activity.id ? 'upNext.completing' : 'upNext.complete')}
                                    ariaLabel={text('upNext.completeOne', title)}
                                    disabled={completing !== null}
                                    onRenderIcon={() => <Icon name="check" size={12} />}
                                    onClick={() => onComplete(activity)}
                                />
                            </li>
                        );
                    })}
                </ul>
            )}
        </section>
    );
}
