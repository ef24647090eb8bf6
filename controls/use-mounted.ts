import * as React from 'react';

/** False once the component is gone: answers that come later must not set its state any more. */
export function useMounted(): { readonly current: boolean } {
    const mounted = React.useRef(true);
    React.useEffect(
        () => () => {
            mounted.current = false;
        },
        [],
    );
    return mounted;
}
