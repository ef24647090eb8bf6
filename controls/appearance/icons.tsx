import * as React from 'react';

/**
 * Drawn here because the icon fonts of Fluent 8 come from Microsoft's network. One path each on a 16 pixel grid, in the
 * colour of the text around it, and hidden from screen readers: a label always stands beside or on the button.
 */
const PATHS = {
    chevronDown: 'M3.2 5.6 8 10.4l4.8-4.8',
    arrowLeft: 'M13 8H3.5M7.5 3.5 3 8l4.5 4.5',
    search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
    phone: 'M4.6 2.2 6 5 4.7 6.3a7.5 7.5 0 0 0 5 5L11 10l2.8 1.4-.6 2.4c-6.2.6-11.6-4.8-11-11Z',
    email: 'M2 3.8h12v8.4H2ZM2 4.4l6 4.4 6-4.4',
    task: 'M2.8 2.8h10.4v10.4H2.8ZM5.2 8l2 2 3.6-4',
    appointment: 'M2.5 3.8h11v9.7h-11ZM2.5 6.8h11M5.2 2.2v2.6M10.8 2.2v2.6',
    activity: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.4 1.6',
    note: 'M3 2.5h10v7.2L9.7 13.5H3ZM13 9.7H9.7v3.8M5.4 5.6h5.2M5.4 8h3',
    check: 'M3 8.4 6.4 12 13 4.6',
    cross: 'M4 4l8 8M12 4l-8 8',
    warning: 'M8 2.4 14.2 13.4H1.8ZM8 6.4v3.2M8 11.4v.2',
    open: 'M6.5 3H3v10h10V9.5M9 3h4v4M13 3 7.5 8.5',
    qualify: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.2 8.2l2 2 3.8-4.2',
    disqualify: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM3.8 3.8l8.4 8.4',
    arrowRight: 'M3 8h9.5M8.5 3.5 13 8l-4.5 4.5',
    undo: 'M6 3 2.8 6.2 6 9.4M2.8 6.2h6.4a3.6 3.6 0 0 1 0 7.2H6.5',
    redo: 'M10 3l3.2 3.2L10 9.4M13.2 6.2H6.8a3.6 3.6 0 0 0 0 7.2h2.7',
    plus: 'M8 3v10M3 8h10',
    matrix: 'M2.5 2.5h11v11h-11ZM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
    map: 'M2.2 3.2h3.6v3.2H2.2ZM10.2 9.6h3.6v3.2h-3.6ZM5.8 4.8h1.4C9 4.8 7 11.2 8.8 11.2h1.4',
    download: 'M8 2.5v7.6M4.6 7 8 10.4 11.4 7M2.8 13.4h10.4',
    upload: 'M8 10.6V3M4.6 6 8 2.6 11.4 6M2.8 13.4h10.4',
    save: 'M2.8 2.8h8.4l2 2v8.4H2.8ZM5.2 2.8v3.4h5V2.8M5 13.2V9h6v4.2',
    trash: 'M3 4.2h10M6.2 4.2V2.6h3.6v1.6M4.4 4.2l.6 9.2h6l.6-9.2M6.7 6.8v4M9.3 6.8v4',
    status: 'M5.2 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0ZM5.2 8h3.4c2.2 0 1-4.2 3.4-4.2h2M8.6 8c2.2 0 1 4.2 3.4 4.2h2M12.4 2l1.8 1.8-1.8 1.8M12.4 10.4l1.8 1.8-1.8 1.8',
    reactivate: 'M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 2.6v3.2h3.2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon(props: {
    readonly name: IconName;
    readonly size?: number;
    readonly className?: string;
}): JSX.Element {
    const { name, size = 16, className } = props;
    return (
        <svg
            className={className}
            width={size}
            height={size}
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth={1.3}
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d={PATHS[name]} />
        </svg>
    );
}
