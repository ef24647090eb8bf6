import React, { useEffect, useMemo, useRef, useState } from 'react';
import {
    CheckboxVisibility,
    ConstrainMode,
    DetailsList,
    DetailsListLayoutMode,
    Selection,
    SelectionMode,
    type IColumn,
    type IDetailsListProps,
} from '@fluentui/react/lib/DetailsList';
import { DefaultButton } from '@fluentui/react/lib/Button';
import { Icon } from '@fluentui/react/lib/Icon';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { usePlatform } from '../platform/platform-context';
import { formattedValue } from '../platform/row-annotations';
import { color } from '../platform/theme';
import { useSubscription } from '../platform/use-subscription';
import { GridCell } from './grid-cell';
import type { GridColumn } from './grid-columns';
import type { GridModel, GridRow } from './grid-model';
import { GridShimmer } from './GridShimmer';
import { useElementWidth } from './use-element-width';

export interface RecordGridProps {
    readonly model: GridModel;
    /** What a screen reader calls the grid, such as the view's name. */
    readonly label: string;
    /** Double click, Enter, or the link of the primary column. */
    readonly onOpen: (row: GridRow) => void;
    readonly selectionMode?: 'multiple' | 'single' | 'none';
    /** Shown when there are no rows; a general sentence otherwise. */
    readonly emptyText?: string;
    /** The grid fills its frame and scrolls in it (list page); otherwise it is as high as its rows (subgrid). */
    readonly fill?: boolean;
}

/** Below this width, in pixels, rows show as short cards. */
const CARD_WIDTH = 520;
/** Room that the check marks take before the first column, in pixels. */
const CHECK_WIDTH = 48;
/** What Fluent adds to each column on both sides, in pixels. */
const COLUMN_PADDING = 20;

/** A grid of rows over a `GridModel`. */
export function RecordGrid(props: RecordGridProps): JSX.Element {
    const { model, label, onOpen, emptyText, fill = false } = props;
    const platform = usePlatform();
    const { texts } = platform;
    useSubscription(model.subscribe);
    const { state } = model;
    const frame = useRef<HTMLDivElement>(null);
    const width = useElementWidth(frame);
    const asCards = width > 0 && width < CARD_WIDTH;
    const [resized, setResized] = useState<Readonly<Record<string, number>>>({});

    const mode = props.selectionMode ?? 'multiple';
    const selectionMode =
        mode === 'multiple' ? SelectionMode.multiple : mode === 'single' ? SelectionMode.single : SelectionMode.none;
    const selection = useMemo(() => {
        const made: Selection = new Selection({
            selectionMode,
            getKey: (item) => (item as GridRow).id,
            onSelectionChanged: () => model.select(made.getSelection().map((row) => (row as GridRow).id)),
        });
        return made;
    }, [model, selectionMode]);

    // Someone else may select too: the Client API, a code component, a refresh that drops rows.
    useEffect(() => {
        const shown = selection.getSelection().map((row) => (row as GridRow).id);
        const wanted = state.selectedIds;
        if (shown.length !== wanted.length || wanted.some((id) => !shown.includes(id))) {
            selection.setChangeEvents(false);
            selection.setAllSelected(false);
            wanted.forEach((id) => selection.setKeySelected(id, true, false));
            selection.setChangeEvents(true);
        }
    }, [selection, state.selectedIds]);

    const columns = useMemo(
        () => (asCards ? [cardColumn(width)] : gridIColumns()),
        // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions below read only what is listed
        [state.columns, state.sorting, width, asCards, resized, onOpen],
    );

    function gridIColumns(): IColumn[] {
        const room = width - (mode === 'none' ? 0 : CHECK_WIDTH) - state.columns.length * COLUMN_PADDING - 16;
        const wanted = state.columns.reduce((sum, column) => sum + column.width, 0);
        const stretch = Math.max(1, room / Math.max(1, wanted));
        return state.columns.map((column): IColumn => {
            const sorted = state.sorting.find((one) => one.column === column.name);
            const columnWidth = Math.floor(resized[column.name] ?? column.width * stretch);
            return {
                key: column.name,
                name: column.label,
                fieldName: column.name,
                minWidth: 40,
                maxWidth: columnWidth,
                calculatedWidth: columnWidth,
                currentWidth: columnWidth,
                isResizable: true,
                isRowHeader: column.isPrimary,
                isSorted: sorted !== undefined,
                isSortedDescending: sorted?.descending ?? false,
                sortAscendingAriaLabel: texts('list.sortedAscending'),
                sortDescendingAriaLabel: texts('list.sortedDescending'),
                ...(column.sortable ? { onColumnClick: () => void sortOrTurn(model, column) } : {}),
                onRender: (row: GridRow) => <GridCell platform={platform} row={row} column={column} open={onOpen} />,
            };
        });
    }

    function cardColumn(cardWidth: number): IColumn {
        const size = Math.max(120, cardWidth - CHECK_WIDTH - COLUMN_PADDING - 16);
        return {
            key: 'card',
            name: label,
            minWidth: 80,
            maxWidth: size,
            calculatedWidth: size,
            currentWidth: size,
            isRowHeader: true,
            onRender: (row: GridRow) => <GridCard row={row} columns={state.columns} onOpen={onOpen} />,
        };
    }

    let body: JSX.Element;
    if (state.status === 'failed') {
        body = (
            <Message icon="ErrorBadge" title={texts('list.failed')} text={state.error?.message ?? ''}>
                <DefaultButton text={texts('list.tryAgain')} onClick={() => void model.refresh()} />
            </Message>
        );
    } else if (state.status === 'loading' && state.rows.length === 0) {
        body = <GridShimmer label={texts('list.loading')} />;
    } else if (state.rows.length === 0) {
        body = (
            <Message
                icon={state.search ? 'Search' : 'Page'}
                small={!fill}
                title={state.search ? texts('list.nothingFound', state.search) : (emptyText ?? texts('list.empty'))}
                text={state.search ? texts('list.nothingFoundHint') : ''}
            />
        );
    } else {
        body = (
            <DetailsList
                items={[...state.rows]}
                columns={columns}
                setKey={`${model.source.viewId ?? ''}|${state.page}|${state.search}`}
                selection={selection}
                selectionMode={selectionMode}
                selectionPreservedOnEmptyClick
                enterModalSelectionOnTouch
                isSelectedOnFocus={false}
                checkboxVisibility={CheckboxVisibility.always}
                layoutMode={DetailsListLayoutMode.fixedColumns}
                constrainMode={ConstrainMode.unconstrained}
                isHeaderVisible={!asCards}
                onItemInvoked={(row: GridRow) => onOpen(row)}
                onColumnResize={(column, newWidth) => {
                    if (column && newWidth) {
                        setResized((before) => ({ ...before, [column.key]: newWidth }));
                    }
                }}
                ariaLabelForGrid={label}
                ariaLabelForSelectAllCheckbox={texts('list.selectAll')}
                ariaLabelForSelectionColumn={texts('list.selectionColumn')}
                checkButtonAriaLabel={texts('list.selectRow')}
                getRowAriaLabel={(row: GridRow) => row.name}
                compact
                useReducedRowRenderer
                styles={listStyles}
            />
        );
    }
    return (
        <div
            ref={frame}
            className={fill ? styles.fill : styles.plain}
            aria-busy={state.status === 'loading'}
            data-testid="record-grid"
        >
            {state.status === 'loading' && state.rows.length > 0 && <div className={styles.busy} />}
            {body}
        </div>
    );
}

/** First click sorts upwards, the next one turns the order round. */
function sortOrTurn(model: GridModel, column: GridColumn): Promise<void> {
    const before = model.state.sorting.find((one) => one.column === column.name);
    return model.sortBy([{ column: column.name, descending: before ? !before.descending : false }]);
}

function GridCard(props: {
    readonly row: GridRow;
    readonly columns: readonly GridColumn[];
    readonly onOpen: (row: GridRow) => void;
}): JSX.Element {
    const { row, columns, onOpen } = props;
    const platform = usePlatform();
    const primary = columns.find((column) => column.isPrimary);
    const rest = columns
        .filter((column) => !column.isPrimary && formattedValue(row.values, column.name) !== '')
        .slice(0, 3);
    return (
        <div className={styles.card}>
            {primary && <GridCell platform={platform} row={row} column={primary} open={onOpen} />}
            {rest.map((column) => (
                <div key={column.name} className={styles.cardLine}>
                    {formattedValue(row.values, column.name)}
                </div>
            ))}
        </div>
    );
}

interface MessageProps {
    readonly icon: string;
    readonly title: string;
    readonly text: string;
    readonly small?: boolean;
    readonly children?: React.ReactNode;
}

function Message(props: MessageProps): JSX.Element {
    return (
        <div className={props.small ? styles.smallMessage : styles.message} role="status">
            <Icon iconName={props.icon} className={props.small ? styles.smallIcon : styles.messageIcon} />
            <div className={props.small ? styles.messageText : styles.messageTitle}>{props.title}</div>
            {props.text && <div className={styles.messageText}>{props.text}</div>}
            {props.children}
        </div>
    );
}

const listStyles: IDetailsListProps['styles'] = {
    root: {
        overflow: 'visible',
        selectors: {
            '.ms-DetailsHeader': {
                background: color.surface,
                borderBottom: `1px solid ${color.line}`,
                paddingTop: 0,
                height: 40,
                lineHeight: '40px',
            },
            '.ms-DetailsHeader-cell': { height: 40 },
            '.ms-DetailsHeader-cellName': { fontWeight: 600, fontSize: 14, color: color.textSecondary },
            '.ms-DetailsHeader-cellTitle': { height: 40 },
            '.ms-DetailsHeader-check': { height: 40 },
            '.ms-DetailsRow': {
                borderBottom: `1px solid ${color.line}`,
                minHeight: 42,
                background: color.surface,
                color: color.text,
            },
            '.ms-DetailsRow:hover': { background: color.surfaceHover },
            '.ms-DetailsRow.is-selected': { background: color.surfaceSelected },
            '.ms-DetailsRow-fields .ms-DetailsRow-cell': {
                fontSize: 14,
                minHeight: 22,
                paddingTop: 10,
                paddingBottom: 10,
                color: color.text,
                lineHeight: '22px',
            },
            '.ms-DetailsRow-check': { height: 42, minHeight: 42 },
        },
    },
    headerWrapper: { position: 'sticky', top: 0, zIndex: 2 },
};

const styles = mergeStyleSets({
    fill: { flex: 1, minHeight: 0, overflow: 'auto', position: 'relative' },
    plain: { overflowX: 'auto', position: 'relative' },
    busy: {
        position: 'sticky',
        top: 0,
        left: 0,
        height: 2,
        marginBottom: -2,
        zIndex: 3,
        background: color.brand,
        animation: 'none',
    },
    card: { display: 'flex', flexDirection: 'column', gap: 2, whiteSpace: 'normal' },
    cardLine: { color: color.textTertiary, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    message: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 8,
        padding: '48px 16px',
        textAlign: 'center',
    },
    smallMessage: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 4,
        padding: '24px 16px',
        textAlign: 'center',
    },
    smallIcon: { fontSize: 24, color: color.textTertiary },
    messageIcon: { fontSize: 40, color: color.textTertiary },
    messageTitle: { fontSize: 16, fontWeight: 600 },
    messageText: { color: color.textTertiary, maxWidth: 520, overflowWrap: 'anywhere' },
});
