import React from 'react';
import type { FormProblem } from './form-problems';
import { useGeneralWords } from './language';

/** Every field that is to be looked at, each a way to it. A single one needs no summary: it gets the focus. */
export function ProblemSummary({ problems }: { readonly problems: readonly FormProblem[] }): JSX.Element {
    const words = useGeneralWords();
    if (problems.length < 2) return <></>;
    return (
        <div className="message problem-summary" role="group" aria-label={words('summary.title', problems.length)}>
            <strong>{words('summary.title', problems.length)}</strong>
            <ul>
                {problems.map(({ label, problem, element }, at) => (
                    <li key={at}>
                        <button type="button" className="link" onClick={() => element.focus()}>
                            {label}
                        </button>
                        {problem !== '' && ` ${problem}`}
                    </li>
                ))}
            </ul>
        </div>
    );
}
