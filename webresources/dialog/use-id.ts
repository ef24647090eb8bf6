import { useState } from 'react';

let last = 0;

/** An id for an element that others name, the same as long as the component lives. */
export function useElementId(name: string): string {
    const [id] = useState(() => {
        last += 1;
        return `${name}-${last}`;
    });
    return id;
}
