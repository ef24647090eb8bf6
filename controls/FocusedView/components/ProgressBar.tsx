import * as React from 'react';

/** How far a lead is qualified: a bar with its percentage in words. */
export function ProgressBar(props: { readonly percent: number; readonly label: string }): JSX.Element {
    const { percent, label } = props;
    return (
        <span className="llc-fv-progress" title={label}>
            <span className="llc-fv-progress-track" aria-hidden="true">
                <span
                    className={percent === 100 ? 'llc-fv-progress-fill llc-fv-progress-full' : 'llc-fv-progress-fill'}
                    style={{ width: `${percent}%` }}
                />
            </span>
            <span className="llc-fv-progress-text">{label}</span>
        </span>
    );
}
