import React from 'react';
import { useChangeWords } from './words';

/** How many of the leads that were asked for are not there; nothing when all are. */
export function MissingLeads({ count }: { readonly count: number }): JSX.Element {
    const words = useChangeWords();
    if (count === 0) return <></>;
    return <p className="message notice">{count === 1 ? words('missing.one') : words('missing.many', count)}</p>;
}
