/**
 * Every icon of the app as inline SVG on a 20 × 20 grid, in the colour of the text; nothing comes from a network or
 * an icon font. Registered under Fluent's names, so that its own components find theirs.
 */
import React from 'react';
import { registerIcons } from '@fluentui/react/lib/Styling';

/** Paths drawn with a 1.5 px line. */
const LINES: Readonly<Record<string, string>> = {
    Accept: 'M4 10.5l4 4 8-9',
    Add: 'M10 4v12M4 10h12',
    AddTo: 'M10 4v12M4 10h12',
    Assign: 'M8 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c0-3 2.5-4.5 5.5-4.5M11 14h6M14.5 11.5L17 14l-2.5 2.5',
    Back: 'M16 10H4.5M9 4.5L3.5 10 9 15.5',
    BlockContact: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5.5 5.5l9 9',
    Calendar: 'M4 5.5h12v11H4zM4 8.5h12M7 3.5v3.5M13 3.5v3.5',
    CalculatorSubtract: 'M4 10h12',
    Cancel: 'M5 5l10 10M15 5L5 15',
    CheckList: 'M9 5.5h7.5M9 10h7.5M9 14.5h7.5M3.5 5.5l1 1 2-2M3.5 10l1 1 2-2M3.5 14.5l1 1 2-2',
    CheckMark: 'M4 10.5l4 4 8-9',
    ChevronDown: 'M4.5 7.5l5.5 5.5 5.5-5.5',
    ChevronDownMed: 'M4.5 7.5l5.5 5.5 5.5-5.5',
    ChevronDownSmall: 'M5.5 8l4.5 4.5 4.5-4.5',
    ChevronLeft: 'M12.5 4.5L7 10l5.5 5.5',
    ChevronLeftMed: 'M12.5 4.5L7 10l5.5 5.5',
    ChevronRight: 'M7.5 4.5L13 10l-5.5 5.5',
    ChevronRightMed: 'M7.5 4.5L13 10l-5.5 5.5',
    ChevronUp: 'M4.5 12.5L10 7l5.5 5.5',
    ChevronUpSmall: 'M5.5 12L10 7.5l4.5 4.5',
    CircleRing: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z',
    Clear: 'M5 5l10 10M15 5L5 15',
    ClearFilter: 'M3.5 4.5h13l-5 6v5l-3 1.5v-6.5zM13 13l4 4M17 13l-4 4',
    Color: 'M10 3.5a6.5 6.5 0 1 0 0 13V3.5z',
    Completed: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM6.5 10.5l2.5 2.5 4.5-5.5',
    Contact: 'M10 10a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM4 17c0-3 2.5-4.5 6-4.5s6 1.5 6 4.5',
    Delete: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.75 11h7.5l.75-11M8.5 8.5v5.5M11.5 8.5v5.5',
    DoubleChevronDown: 'M4.5 4.5L10 10l5.5-5.5M4.5 10L10 15.5l5.5-5.5',
    DoubleChevronUp: 'M4.5 10L10 4.5l5.5 5.5M4.5 15.5L10 10l5.5 5.5',
    DoubleChevronLeft8: 'M10 4.5L4.5 10l5.5 5.5M15.5 4.5L10 10l5.5 5.5',
    Down: 'M10 4v12M5 11l5 5 5-5',
    Edit: 'M4 16l.75-3.5L13.5 3.75l2.75 2.75-8.75 8.75zM12 5.25L14.75 8',
    Error: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.5 7.5l5 5M12.5 7.5l-5 5',
    ErrorBadge: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.5 7.5l5 5M12.5 7.5l-5 5',
    Filter: 'M3.5 4.5h13l-5 6v5l-3 1.5v-6.5z',
    Flag: 'M5 17V4h10l-2.5 3.5L15 11H5',
    Forward: 'M4 10h11.5M11 4.5L16.5 10 11 15.5',
    GlobalNavButton: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
    GridViewSmall: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z',
    Info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v5M10 6.25v.25',
    LocaleLanguage: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c-4.5 4-4.5 10 0 14M10 3c4.5 4 4.5 10 0 14',
    Lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
    Mail: 'M3.5 5h13v10.5h-13zM3.5 6l6.5 5 6.5-5',
    NavigateBack: 'M16 10H4.5M9 4.5L3.5 10 9 15.5',
    NavigateExternalInline: 'M9 4.5H4v11.5h11.5V11M11.5 3.5h5v5M16.5 3.5L9.5 10.5',
    OpenFile: 'M3.5 16V4.5h5l1.5 2h6.5V16z',
    OpenInNewWindow: 'M9 4.5H4v11.5h11.5V11M11.5 3.5h5v5M16.5 3.5L9.5 10.5',
    Page: 'M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5',
    PageLeft: 'M16 10H4.5M9 4.5L3.5 10 9 15.5',
    PageRight: 'M4 10h11.5M11 4.5L16.5 10 11 15.5',
    People: 'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c0-2.5 2-4 5-4s5 1.5 5 4M13.5 9.5a2.25 2.25 0 1 0-.5-4.5M14.5 12c2 .25 3.25 1.75 3.25 4',
    Permissions: 'M10 3l6 2v4.5c0 4-2.5 6.25-6 7.5-3.5-1.25-6-3.5-6-7.5V5z',
    Phone: 'M5 3.5l2.5-.5 1.5 3.75-1.75 1.5c1 2 2.5 3.5 4.5 4.5l1.5-1.75L17 12.5l-.5 2.5c-.25 1-1 1.5-2 1.5C9 16.5 3.5 11 3.5 5.5c0-1 .5-1.75 1.5-2z',
    Redo: 'M14 4v4h-4M14 8c-1-2-2.5-3-4.5-3a5.5 5.5 0 1 0 5 7.5',
    Refresh: 'M15.5 3.5v4h-4M15.25 7.25A6 6 0 1 0 16 11',
    Remove: 'M4 10h12',
    RemoveFilter: 'M3.5 4.5h13l-5 6v5l-3 1.5v-6.5z',
    Save: 'M4 4h10l2.5 2.5V16.5H4zM7 4v4h5.5V4M6.5 16.5V11.5h7.5v5',
    SaveAndClose: 'M4 4h9l2.5 2.5V9M8.5 15.5H4V4M7 4v4h5V4M11.5 12.5l5 4.5M16.5 12.5l-5 4.5',
    SaveClose: 'M4 4h9l2.5 2.5V9M8.5 15.5H4V4M7 4v4h5V4M11.5 12.5l5 4.5M16.5 12.5l-5 4.5',
    Search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5l4.5 4.5',
    Settings:
        'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 3v2M10 15v2M3 10h2M15 10h2M5.05 5.05l1.4 1.4M13.55 13.55l1.4 1.4M14.95 5.05l-1.4 1.4M6.45 13.55l-1.4 1.4',
    Share: 'M11.5 4.5L16 8.5l-4.5 4M16 8.5h-5c-4 0-6.5 2-7 6',
    Sort: 'M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3',
    SortDown: 'M10 4v12M5.5 11.5L10 16l4.5-4.5',
    SortUp: 'M10 16V4M5.5 8.5L10 4l4.5 4.5',
    StatusCircleCheckmark: 'M6 10.5l2.75 2.75L14 7.5',
    Table: 'M3.5 4.5h13v11h-13zM3.5 8.5h13M3.5 12h13M8.5 8.5v7',
    ThumbnailView: 'M3.5 4.5h13v11h-13zM8 4.5v11M10.5 8h3.5M10.5 11h3.5',
    Up: 'M10 16V4M5 9l5-5 5 5',
    Undo: 'M6 4v4h4M6 8c1-2 2.5-3 4.5-3a5.5 5.5 0 1 1-5 7.5',
    Unknown: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8c0-2.5 4-2.5 4 0 0 1.5-2 1.75-2 3.25M10 13.75v.25',
    View: 'M2.5 10c2-3.5 4.5-5 7.5-5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5zM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
    Warning: 'M10 3.5l7.5 13h-15zM10 8.5v4M10 14.5v.25',
};

/** Paths that are filled. */
const SHAPES: Readonly<Record<string, string>> = {
    CircleShapeSolid: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
    GripperDotsVertical: 'M7 4h2v2H7zM11 4h2v2h-2zM7 9h2v2H7zM11 9h2v2h-2zM7 14h2v2H7zM11 14h2v2h-2z',
    More: 'M5 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM10 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM15 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z',
    MoreVertical:
        'M10 3.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM10 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM10 13.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z',
    RadioBullet: 'M10 14a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
    Waffle: 'M4 4h2.5v2.5H4zM8.75 4h2.5v2.5h-2.5zM13.5 4H16v2.5h-2.5zM4 8.75h2.5v2.5H4zM8.75 8.75h2.5v2.5h-2.5zM13.5 8.75H16v2.5h-2.5zM4 13.5h2.5V16H4zM8.75 13.5h2.5V16h-2.5zM13.5 13.5H16V16h-2.5z',
};

/** Registers the icons with Fluent; once, before anything is drawn. */
export function registerAppIcons(): void {
    const icons: Record<string, JSX.Element> = {};
    for (const [name, path] of Object.entries(LINES)) {
        icons[name] = <Svg path={path} filled={false} />;
    }
    for (const [name, path] of Object.entries(SHAPES)) {
        icons[name] = <Svg path={path} filled />;
    }
    icons.None = <span />;
    registerIcons({ style: {}, fontFace: undefined, icons }, { disableWarnings: true });
}

function Svg(props: { readonly path: string; readonly filled: boolean }): JSX.Element {
    return (
        <svg
            viewBox="0 0 20 20"
            width="1.15em"
            height="1.15em"
            aria-hidden="true"
            focusable="false"
            style={{ display: 'inline-block', verticalAlign: '-0.200em', overflow: 'visible' }}
        >
            <path
                d={props.path}
                fill={props.filled ? 'currentColor' : 'none'}
                stroke={props.filled ? 'none' : 'currentColor'}
                strokeWidth={1.4}
                strokeLinecap="round"
                strokeLinejoin="round"
            />
        </svg>
    );
}
