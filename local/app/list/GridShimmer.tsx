import React from 'react';
import { mergeStyleSets, keyframes } from '@fluentui/react/lib/Styling';
import { color } from '../platform/theme';

const ROWS = [92, 74, 86, 63, 80, 70, 88, 58];

/** Grey lines in place of rows that are on their way. */
export function GridShimmer(props: { readonly label: string }): JSX.Element {
    return (
        <div role="status" aria-label={props.label} className={styles.root}>
            {ROWS.map((width, index) => (
                <div key={index} className={styles.row}>
                    <div className={styles.bar} style={{ width: `${width}%` }} />
                </div>
            ))}
        </div>
    );
}

const pulse = keyframes({ '0%': { opacity: 1 }, '50%': { opacity: 0.5 }, '100%': { opacity: 1 } });

const styles = mergeStyleSets({
    root: { padding: '0 16px' },
    row: { height: 42, display: 'flex', alignItems: 'center', borderBottom: `1px solid ${color.line}` },
    bar: {
        height: 10,
        borderRadius: 5,
        background: color.surfacePressed,
        animation: `${pulse} 1.5s ease-in-out infinite`,
        '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
});
