import * as React from 'react';

/** Reads the rows again when the page's list has been read again, such as after "Load default configuration". */
export function useReloadAfter(generation: number, reload: () => Promise<void>): void {
    const latest = React.useRef(reload);
    latest.current = reload;
    const first = React.useRef(generation);
    React.useEffect(() => {
        if (generation !== first.current) void latest.current();
    }, [generation]);
}
