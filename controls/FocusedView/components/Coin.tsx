import * as React from 'react';
import { PersonaCoin } from '@fluentui/react';
import { initialsOf } from '../card-model';

/** A person's initials on a colour that follows from the name. */
export function Coin(props: { readonly name: string; readonly size: number }): JSX.Element {
    return (
        <span className="llc-fv-coin" aria-hidden="true">
            <PersonaCoin
                text={props.name}
                imageInitials={initialsOf(props.name)}
                coinSize={props.size}
                styles={{ initials: { fontSize: props.size * 0.38, lineHeight: props.size } }}
            />
        </span>
    );
}
