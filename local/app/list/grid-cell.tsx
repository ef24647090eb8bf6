import React from 'react';
import { Link } from '@fluentui/react/lib/Link';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import { addressOf } from '../platform/route';
import { formattedValue, lookupValue, rowValue } from '../platform/row-annotations';
import { color } from '../platform/theme';
import type { Platform, Route } from '../platform/types';
import type { GridColumn } from './grid-columns';
import type { GridRow } from './grid-model';

export interface GridCellProps {
    readonly platform: Platform;
    readonly row: GridRow;
    readonly column: GridColumn;
    readonly open: (row: GridRow) => void;
}

/** One value of a row: a link for the row itself and for lookups, a chip for states and choices with a colour. */
export function GridCell(props: GridCellProps): JSX.Element | null {
    const { platform, row, column, open } = props;
    const text = formattedValue(row.values, column.name);
    if (column.isPrimary) {
        const route: Route = { page: 'form', app: platform.app.id, table: row.table, id: row.id };
        return (
            <CellLink href={addressOf(route)} onFollow={() => open(row)}>
                {text || '—'}
            </CellLink>
        );
    }
    if (text === '') {
        return null;
    }
    const lookup = lookupValue(row.values, column.name);
    if (lookup) {
        const route: Route = { page: 'form', app: platform.app.id, table: lookup.table, id: lookup.id };
        return (
            <CellLink href={addressOf(route)} onFollow={() => void platform.navigation.go(route)}>
                {text}
            </CellLink>
        );
    }
    const { column: metadata } = column;
    if (metadata?.type === 'Status' || metadata?.type === 'State' || metadata?.type === 'Picklist') {
        const value = rowValue(row.values, column.name);
        const option = metadata.options?.find((one) => one.value === value);
        if (metadata.type !== 'Picklist' || option?.color) {
            return <Chip text={text} {...(option?.color ? { tint: option.color } : {})} />;
        }
    }
    if (metadata?.type === 'String' && metadata.format === 'Email') {
        return <CellLink href={`mailto:${text}`}>{text}</CellLink>;
    }
    if (metadata?.type === 'String' && metadata.format === 'Phone') {
        return <CellLink href={`tel:${text.replace(/[^\d+]/g, '')}`}>{text}</CellLink>;
    }
    if (metadata?.type === 'String' && metadata.format === 'Url' && /^https?:\/\//i.test(text)) {
        return <CellLink href={text}>{text}</CellLink>;
    }
    return <span title={text}>{text}</span>;
}

function CellLink(props: {
    readonly href: string;
    readonly onFollow?: () => void;
    readonly children: React.ReactNode;
}): JSX.Element {
    const { href, onFollow, children } = props;
    return (
        <Link
            href={href}
            data-selection-disabled
            onClick={(event: React.MouseEvent) => {
                event.stopPropagation();
                // With a modifier the browser opens a new tab, as for every link.
                if (onFollow && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
                    event.preventDefault();
                    onFollow();
                }
            }}
        >
            {children}
        </Link>
    );
}

/** A short state in a rounded frame, with the choice's colour as a dot. */
export function Chip(props: { readonly text: string; readonly tint?: string }): JSX.Element {
    return (
        <span className={chipClass} title={props.text}>
            {props.tint && <span className={dotClass} style={{ background: props.tint }} />}
            <span className={chipTextClass}>{props.text}</span>
        </span>
    );
}

const chipClass = mergeStyles({
    display: 'inline-flex',
    verticalAlign: 'top',
    alignItems: 'center',
    gap: 6,
    maxWidth: '100%',
    boxSizing: 'border-box',
    height: 22,
    padding: '0 9px',
    borderRadius: 11,
    fontSize: 12,
    lineHeight: '20px',
    border: `1px solid ${color.lineStrong}`,
    background: color.surfaceHover,
    color: color.textSecondary,
});
const chipTextClass = mergeStyles({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });
const dotClass = mergeStyles({ width: 8, height: 8, borderRadius: 4, flex: 'none' });
