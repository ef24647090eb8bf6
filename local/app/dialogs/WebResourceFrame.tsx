import React, { useEffect, useRef } from 'react';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import { webResourceAddress } from '../platform/scripts';
import { color } from '../platform/theme';

export interface WebResourceFrameProps {
    /** Name of an HTML web resource. */
    readonly name: string;
    /** Handed on as the `data` parameter of the address. */
    readonly data?: string;
    readonly title: string;
    /** Dialogs: called when the page calls `window.close()`, with the `returnValue` it has set on its window. */
    readonly close?: (returnValue: unknown) => void;
}

/** An HTML web resource in the page. It is of the same origin, so that `parent.Xrm` works in it. */
export function WebResourceFrame(props: WebResourceFrameProps): JSX.Element {
    const { name, data, title, close } = props;
    const frame = useRef<HTMLIFrameElement>(null);
    const closeNow = useRef(close);
    closeNow.current = close;

    useEffect(() => {
        const element = frame.current;
        if (!element) {
            return undefined;
        }
        const prepare = (): void => prepareWindow(element, (value) => closeNow.current?.(value));
        element.addEventListener('load', prepare);
        return () => element.removeEventListener('load', prepare);
    }, []);

    return (
        <iframe
            ref={frame}
            className={frameClass}
            src={webResourceAddress(name) + (data === undefined ? '' : `?data=${encodeURIComponent(data)}`)}
            title={title}
        />
    );
}

/** `window.close()` means nothing in a frame; here it closes the dialog, and so does Esc. */
function prepareWindow(element: HTMLIFrameElement, close: (returnValue: unknown) => void): void {
    const page = element.contentWindow as (Window & { returnValue?: unknown }) | null;
    if (!page) {
        return;
    }
    page.close = () => close(page.returnValue);
    page.document.documentElement.dataset.theme = element.ownerDocument.documentElement.dataset.theme ?? 'light';
    page.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
            close(undefined);
        }
    });
    // The page under the dialog gave the focus to the frame; what can be used in it should have it.
    const first = page.document.querySelector<HTMLElement>(
        '[autofocus], input:not([type=hidden]), select, textarea, button',
    );
    first?.focus();
}

const frameClass = mergeStyles({
    border: 0,
    width: '100%',
    flex: 1,
    minHeight: 120,
    display: 'block',
    background: color.surface,
    colorScheme: 'inherit',
});
