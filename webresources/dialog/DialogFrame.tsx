import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface DialogFrameProps {
    /** Read by screen readers; the platform shows it above the frame. */
    readonly title: string;
    readonly confirmLabel: string;
    readonly cancelLabel: string;
    readonly confirmDisabled?: boolean;
    readonly onConfirm: () => void;
    readonly onCancel: () => void;
    readonly children: React.ReactNode;
}

/** A field with a problem; radio buttons have it in common, so it stands at their group. */
const PROBLEM = '[aria-invalid="true"], [data-invalid="true"] input';

/** Body and buttons of a dialog. Enter confirms from any field but the note, Escape cancels. */
export function DialogFrame(props: DialogFrameProps): JSX.Element {
    const { title, confirmLabel, cancelLabel, confirmDisabled = false, onConfirm, onCancel, children } = props;
    useEffect(() => {
        const cancelOnEscape = (event: KeyboardEvent): void => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            onCancel();
        };
        document.addEventListener('keydown', cancelOnEscape);
        return () => document.removeEventListener('keydown', cancelOnEscape);
    }, [onCancel]);
    const form = useRef<HTMLFormElement>(null);
    const [attempts, setAttempts] = useState(0);
    // Whoever could not confirm goes on where something is missing.
    useLayoutEffect(() => {
        if (attempts > 0) form.current?.querySelector<HTMLElement>(PROBLEM)?.focus();
    }, [attempts]);
    return (
        <form
            ref={form}
            className="dialog"
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                if (confirmDisabled) return;
                onConfirm();
                setAttempts(attempts + 1);
            }}
        >
            <main className="dialog-body">
                <h1>{title}</h1>
                {children}
            </main>
            <div className="dialog-footer">
                <button type="submit" className="primary" disabled={confirmDisabled}>
                    {confirmLabel}
                </button>
                <button type="button" onClick={onCancel}>
                    {cancelLabel}
                </button>
            </div>
        </form>
    );
}
