import React from 'react';
import { canCancel, type OpenActivity } from '../../../lifecycle/disqualify/open-activities';
import { useLocale } from '../../dialog/language';
import { RadioGroup } from '../../dialog/RadioGroup';
import { Disclosure, Section } from '../../dialog/Section';
import { useDisqualifyWords, type DisqualifyKey } from './words';

export interface ActivitiesFieldProps {
    readonly activities: readonly OpenActivity[];
    /** Whether they are canceled with the lead. */
    readonly value: boolean;
    readonly onChange: (value: boolean) => void;
}

const KINDS: Readonly<Record<string, DisqualifyKey>> = {
    task: 'activity.task',
    phonecall: 'activity.phonecall',
    appointment: 'activity.appointment',
    email: 'activity.email',
    letter: 'activity.letter',
    fax: 'activity.fax',
};

/** More of them are folded away. */
const MOST_SHOWN = 3;

/** What becomes of activities that are still to be done; nothing without any. */
export function ActivitiesField({ activities, value, onChange }: ActivitiesFieldProps): JSX.Element {
    const words = useDisqualifyWords();
    const locale = useLocale();
    if (activities.length === 0) return <></>;
    const others = activities.filter((activity) => !canCancel(activity)).length;
    const count = activities.length === 1 ? words('activities.one') : words('activities.many', activities.length);
    const isOne = activities.length === 1;
    const list = (
        <ul className="plain-list">
            {activities.map((activity) => (
                <li key={activity.id}>
                    {activity.subject || words('activity.noSubject')}
                    <span className="choice-detail"> · {detailOf(activity)}</span>
                </li>
            ))}
        </ul>
    );
    return (
        <Section title={count}>
            {activities.length > MOST_SHOWN ? <Disclosure title={words('activities.which')}>{list}</Disclosure> : list}
            {others > 0 && <p className="hint">{words('activities.other', others)}</p>}
            {others < activities.length && (
                <RadioGroup
                    label={words(isOne ? 'activities.fateOne' : 'activities.fate')}
                    value={value ? 'cancel' : 'keep'}
                    options={[
                        { value: 'cancel', label: words(isOne ? 'activities.cancelOne' : 'activities.cancel') },
                        { value: 'keep', label: words(isOne ? 'activities.keepOne' : 'activities.keep') },
                    ]}
                    onChange={(choice) => onChange(choice === 'cancel')}
                />
            )}
        </Section>
    );

    function detailOf({ table, due }: OpenActivity): string {
        const key = KINDS[table];
        const kind = key === undefined ? table : words(key);
        if (due === '') return kind;
        return `${kind}, ${words('activity.due', new Date(due).toLocaleDateString(locale, { dateStyle: 'medium' }))}`;
    }
}
