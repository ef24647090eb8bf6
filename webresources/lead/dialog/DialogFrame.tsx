import React, { useEffect } from 'react';

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
    return (
        <form
            className="dialog"
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                if (!confirmDisabled) onConfirm();
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
