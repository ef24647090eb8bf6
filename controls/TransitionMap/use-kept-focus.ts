import * as React from 'react';

/**
 * Leads the focus to the panel when the element that had it is gone, such as the button of a move that was removed.
 * @returns handlers for the element that holds everything
 */
export function useKeptFocus(panel: React.RefObject<HTMLElement>): {
    readonly onFocus: () => void;
    readonly onBlur: (event: React.FocusEvent) => void;
} {
    const isInside = React.useRef(false);
    React.useEffect(() => {
        if (isInside.current && document.activeElement === document.body) panel.current?.focus();
    });
    return {
        onFocus: () => {
            isInside.current = true;
        },
        onBlur: ({ target, relatedTarget }) => {
            // An element that is taken away may blur as well; then it is no longer in the page.
            if (relatedTarget === null && document.contains(target)) isInside.current = false;
        },
    };
}
