import React from 'react';
import { useElementId } from './use-id';

export interface SectionProps {
    readonly title: string;
    /** Beside the title, softer: a number, a state. */
    readonly detail?: React.ReactNode;
    readonly children: React.ReactNode;
}

/** A part of a dialog under its heading. */
export function Section({ title, detail, children }: SectionProps): JSX.Element {
    const id = useElementId('section');
    return (
        <section className="section" aria-labelledby={id}>
            <h2 id={id}>
                {title}
                {detail !== undefined && detail !== '' && <span className="section-detail"> {detail}</span>}
            </h2>
            {children}
        </section>
    );
}

export interface DisclosureProps extends SectionProps {
    /** Whether it is open at first. */
    readonly open?: boolean;
}

/** A part that can be folded away: what few need, and long lists. The browser's own element, keyboard and all. */
export function Disclosure({ title, detail, open = false, children }: DisclosureProps): JSX.Element {
    return (
        <details className="disclosure" open={open}>
            <summary>
                {title}
                {detail !== undefined && detail !== '' && <span className="section-detail"> {detail}</span>}
            </summary>
            <div className="disclosure-body">{children}</div>
        </details>
    );
}
