import React from 'react';
import { useGeneralWords } from './language';

export interface StepperProps {
    readonly label: string;
    readonly steps: readonly string[];
    /** From 0. */
    readonly current: number;
}

/** Where the user is in a dialog of several pages. On a narrow one only the present step has its name. */
export function Stepper({ label, steps, current }: StepperProps): JSX.Element {
    const words = useGeneralWords();
    return (
        <ol className="stepper" role="list" aria-label={label}>
            {steps.map((step, at) => (
                <li
                    key={step}
                    className={at < current ? 'past' : undefined}
                    aria-current={at === current ? 'step' : undefined}
                    aria-label={
                        words('step.of', at + 1, steps.length, step) + (at < current ? `, ${words('step.done')}` : '')
                    }
                >
                    <span className="step-number" aria-hidden="true">
                        {at + 1}
                    </span>
                    <span className="step-name" aria-hidden="true">
                        {step}
                    </span>
                </li>
            ))}
        </ol>
    );
}
