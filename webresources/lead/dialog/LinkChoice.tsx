import React from 'react';
import type { Text } from '../../../lifecycle/messages';
import type { Match } from '../../../lifecycle/qualify/conversion';

export interface LinkChoiceProps {
    /** Groups the radio buttons. */
    readonly name: string;
    readonly label: string;
    /** Says why there is a choice. */
    readonly found: string;
    readonly newName: string;
    readonly matches: readonly Match[];
    /** Id of the row to link; null to create a new one. */
    readonly value: string | null;
    readonly text: Text;
    readonly onChange: (id: string | null) => void;
}

/** Whether to link one of the existing rows, or to create a new one. */
export function LinkChoice(props: LinkChoiceProps): JSX.Element {
    const { name, label, found, newName, matches, value, text, onChange } = props;
    if (matches.length === 0) return <>{text('qualify.dialog.createNew', newName)}</>;
    const option = (id: string | null, caption: string, detail: string): JSX.Element => (
        <label className="choice" key={id ?? ''}>
            <input type="radio" name={name} checked={value === id} onChange={() => onChange(id)} />
            <span>
                {caption}
                {detail !== '' && <span className="choice-detail"> · {detail}</span>}
            </span>
        </label>
    );
    return (
        <div role="radiogroup" aria-label={label}>
            <div className="choice-detail">{found}</div>
            {matches.map((match) => option(match.id, text('qualify.dialog.linkExisting', match.name), match.detail))}
            {option(null, text('qualify.dialog.createNew', newName), '')}
        </div>
    );
}
