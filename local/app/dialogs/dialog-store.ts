/**
 * What is open over the page: a stack of dialogs and at most one progress indicator.
 */
import type { ComponentType } from 'react';
import type { DialogFrame, Dialogs } from '../platform/types';
import { createEmitter } from '../platform/emitter';

type AlertOptions = Parameters<Dialogs['alert']>[0];
type ConfirmOptions = Parameters<Dialogs['confirm']>[0];
type ErrorOptions = Parameters<Dialogs['error']>[0];

/** A component that a dialog shows: its props, and `close`. */
export type DialogContent = ComponentType<{ readonly close: (result: unknown) => void }>;

export type OpenDialog = { readonly key: number } & (
    | { readonly kind: 'alert'; readonly options: AlertOptions; close(): void }
    | { readonly kind: 'confirm'; readonly options: ConfirmOptions; close(confirmed: boolean): void }
    | { readonly kind: 'error'; readonly options: ErrorOptions; close(): void }
    | {
          readonly kind: 'content';
          readonly content: DialogContent;
          readonly props: object;
          readonly frame: DialogFrame;
          close(result: unknown): void;
      }
);

export interface DialogStore extends Dialogs {
    /** The last one is on top. */
    readonly stack: readonly OpenDialog[];
    /** The message of the progress indicator while it shows. */
    readonly progress: string | undefined;
    subscribe(listener: () => void): () => void;
}

export function createDialogs(): DialogStore {
    const changed = createEmitter();
    let openDialogs: readonly OpenDialog[] = [];
    let progress: string | undefined;
    let lastKey = 0;

    function push<Result>(make: (key: number, close: (result: Result) => void) => OpenDialog): Promise<Result> {
        return new Promise((resolve) => {
            lastKey += 1;
            const key = lastKey;
            const close = (result: Result): void => {
                openDialogs = openDialogs.filter((dialog) => dialog.key !== key);
                changed.emit();
                resolve(result);
            };
            openDialogs = [...openDialogs, make(key, close)];
            changed.emit();
        });
    }

    return {
        get stack() {
            return openDialogs;
        },
        get progress() {
            return progress;
        },
        subscribe: changed.subscribe,
        alert: (options) => push<void>((key, close) => ({ key, kind: 'alert', options, close: () => close() })),
        confirm: (options) => push<boolean>((key, close) => ({ key, kind: 'confirm', options, close })),
        error: (options) => push<void>((key, close) => ({ key, kind: 'error', options, close: () => close() })),
        open<Result, Props extends object>(
            component: ComponentType<Props & { readonly close: (result: Result | undefined) => void }>,
            props: Props,
            frame: DialogFrame,
        ) {
            return push<Result | undefined>((key, close) => ({
                key,
                kind: 'content',
                // The stack holds dialogs of every kind; only this call knows that props and component belong together.
                content: component as unknown as DialogContent,
                props,
                frame,
                close: (result) => close(result as Result | undefined),
            }));
        },
        showProgress(message) {
            progress = message;
            changed.emit();
        },
        closeProgress() {
            progress = undefined;
            changed.emit();
        },
    };
}
