import React from 'react';
import type { Follow, Follower, Followers } from '../../../lifecycle/qualify/followers';
import { CheckField } from '../../dialog/CheckField';
import { Section } from '../../dialog/Section';
import { counted, useQualifyWords, type QualifyKey } from './words';

type Kind = keyof Followers;

const KINDS: readonly Kind[] = ['activities', 'notes', 'stakeholders', 'competitors'];

const WORDS: Readonly<Record<Kind, { readonly one: QualifyKey; readonly many: QualifyKey }>> = {
    activities: { one: 'follow.activity', many: 'follow.activities' },
    notes: { one: 'follow.note', many: 'follow.notes' },
    stakeholders: { one: 'follow.stakeholder', many: 'follow.stakeholders' },
    competitors: { one: 'follow.competitor', many: 'follow.competitors' },
};

/** Names shown of each kind. */
const NAMES = 3;

export interface FollowSectionProps {
    readonly followers: Followers;
    readonly follow: Follow;
    readonly onChange: (follow: Follow) => void;
}

/** What goes on with the opportunity, and what stays with the lead. */
export function FollowSection({ followers, follow, onChange }: FollowSectionProps): JSX.Element {
    const words = useQualifyWords();
    const present = KINDS.filter((kind) => followers[kind].length > 0);
    if (present.length === 0) return <></>;
    return (
        <Section title={words('follow.title')}>
            {present.map((kind) => (
                <CheckField
                    key={kind}
                    label={counted(words, WORDS[kind].one, WORDS[kind].many, followers[kind].length)}
                    detail={namesOf(followers[kind])}
                    value={follow[kind]}
                    onChange={(value) => onChange({ ...follow, [kind]: value })}
                />
            ))}
        </Section>
    );

    function namesOf(rows: readonly Follower[]): string {
        const names = rows.map(({ name }) => name).filter((name) => name !== '');
        const rest = names.length - NAMES;
        const shown = names.slice(0, NAMES).join(', ');
        return rest > 0 ? words('follow.more', shown, rest) : shown;
    }
}
