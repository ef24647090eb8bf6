import React, { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { problemsOf, type FormProblem } from './form-problems';
import { ProblemSummary } from './ProblemSummary';

export interface FrameButton {
    readonly label: string;
    readonly onClick: () => void;
    readonly disabled?: boolean;
}

export interface DialogFrameProps {
    /** Read by screen readers; the platform shows it above the frame. */
    readonly title: string;
    /** Without it there is nothing to confirm, as below a list of results. */
    readonly confirmLabel?: string;
    readonly cancelLabel: string;
    readonly confirmDisabled?: boolean;
    readonly onConfirm?: () => void;
    readonly onCancel: () => void;
    /** On the left of the footer: Back, Export … */
    readonly buttons?: readonly FrameButton[];
    /** While something is written: fields rest, nothing can be confirmed, Escape and Cancel do not close. */
    readonly busy?: boolean;
    /** In place of Cancel while busy, to stop a long run. */
    readonly stop?: FrameButton;
    /**
     * Names what the dialog shows just now (`loading`, `form`, `results` …). Another page starts at its top and gets
     * the focus: an element with `data-focus`, else the first field, else the page itself.
     */
    readonly page?: string;
    readonly children: React.ReactNode;
}

const FIRST = '[data-focus], input:not([type=hidden]):enabled, select:enabled, textarea:enabled';

/** Body and buttons of a dialog. Enter confirms from any field but the note, Escape cancels. */
export function DialogFrame(props: DialogFrameProps): JSX.Element {
    const { title, confirmLabel, cancelLabel, confirmDisabled = false, onConfirm, busy = false, stop, page } = props;
    const { children, onCancel, buttons = [] } = props;
    const form = useRef<HTMLFormElement>(null);
    const body = useRef<HTMLElement>(null);
    const [attempts, setAttempts] = useState(0);
    const [problems, setProblems] = useState<readonly FormProblem[]>([]);
    const focusBefore = useRef<Element | null>(null);
    const cancel = useCallback(() => {
        if (!busy) onCancel();
    }, [busy, onCancel]);

    useEffect(() => {
        const cancelOnEscape = (event: KeyboardEvent): void => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            // While busy as well: the host would close the dialog else.
            event.preventDefault();
            cancel();
        };
        document.addEventListener('keydown', cancelOnEscape);
        return () => document.removeEventListener('keydown', cancelOnEscape);
    }, [cancel]);

    // Whoever could not confirm goes on where something is missing.
    useLayoutEffect(() => {
        if (attempts > 0 && form.current) problemsOf(form.current)[0]?.element.focus();
    }, [attempts]);

    // The fields themselves say what is wrong with them; the summary gathers it, and follows what gets better.
    useLayoutEffect(() => {
        if (attempts === 0 || !form.current) return;
        const found = problemsOf(form.current);
        if (!sameProblems(found, problems)) setProblems(found);
    }, [attempts, problems, children]);

    // A field that rests loses the focus; it gets it back when the user goes on in the same place.
    useLayoutEffect(() => {
        const before = focusBefore.current;
        if (busy) form.current?.querySelector<HTMLElement>('button.primary')?.focus();
        else if (before instanceof HTMLElement && before.isConnected) before.focus();
        if (!busy) focusBefore.current = null;
    }, [busy]);

    useEffect(() => {
        const element = body.current;
        if (!element) return;
        setAttempts(0);
        setProblems([]);
        element.scrollTop = 0;
        (firstOf(element) ?? element).focus();
    }, [page]);

    return (
        <form
            ref={form}
            className="dialog"
            noValidate
            // Not while there is progress to tell: what is busy is not read out.
            aria-busy={busy && !stop}
            // React's own listener must be there before the one above, so that fields can keep Escape to themselves.
            onKeyDown={() => undefined}
            onSubmit={(event) => {
                event.preventDefault();
                if (confirmLabel === undefined || confirmDisabled || busy || !onConfirm) return;
                focusBefore.current = document.activeElement;
                if (isReadable(event.currentTarget)) onConfirm();
                setAttempts(attempts + 1);
            }}
        >
            <main className="dialog-body" ref={body} tabIndex={-1}>
                <h1>{title}</h1>
                <ProblemSummary problems={problems} />
                <fieldset className="dialog-fields" disabled={busy}>
                    {children}
                </fieldset>
            </main>
            <div className="dialog-footer">
                {buttons.length > 0 && (
                    <div className="dialog-footer-aside">
                        {buttons.map(({ label, onClick, disabled = false }) => (
                            <button key={label} type="button" disabled={busy || disabled} onClick={onClick}>
                                {label}
                            </button>
                        ))}
                    </div>
                )}
                {confirmLabel !== undefined && (
                    // Not disabled while busy: that would throw the focus away.
                    <button type="submit" className="primary" disabled={confirmDisabled} aria-disabled={busy}>
                        {confirmLabel}
                    </button>
                )}
                {busy && stop ? (
                    <button type="button" disabled={stop.disabled} onClick={stop.onClick}>
                        {stop.label}
                    </button>
                ) : (
                    <button type="button" aria-disabled={busy} onClick={cancel}>
                        {cancelLabel}
                    </button>
                )}
            </div>
        </form>
    );
}

/** False with a number or a day that cannot be read, or a row that was not picked; the field says so. */
function isReadable(form: HTMLFormElement): boolean {
    return [...form.querySelectorAll('input')].every(({ validity }) => !validity.customError && !validity.badInput);
}

/** Of radio buttons the chosen one, as the Tab key has it. */
function firstOf(body: HTMLElement): HTMLElement | null {
    const first = body.querySelector<HTMLElement>(FIRST);
    if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
    const group = [...body.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    return group.find(({ name, checked }) => name === first.name && checked) ?? first;
}

function sameProblems(some: readonly FormProblem[], others: readonly FormProblem[]): boolean {
    return (
        some.length === others.length &&
        some.every(({ label, problem, element }, at) => {
            const other = others[at];
            return other?.label === label && other.problem === problem && other.element === element;
        })
    );
}
