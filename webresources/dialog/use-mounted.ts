import { useEffect, useRef } from 'react';

/** False once the component is gone: answers that come later must not set its state any more. */
export function useMounted(): { readonly current: boolean } {
    const mounted = useRef(true);
    useEffect(
        () => () => {
            mounted.current = false;
        },
        [],
    );
    return mounted;
}
