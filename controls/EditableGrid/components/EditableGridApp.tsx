import * as React from 'react';
import { DefaultButton, Spinner, ThemeProvider, type ITheme } from '@fluentui/react';
import { Table } from '../../../lifecycle/columns';
import { changeStatus } from '../../../lifecycle/commands/change-status';
import type { Host } from '../../../lifecycle/commands/host';
import { messageOf } from '../../../lifecycle/commands/outcome';
import type { TransitionRules } from '../../../lifecycle/transitions/decide';
import { useMounted } from '../../use-mounted';
import type { ChoiceOptions } from '../choice-metadata';
import type { GridColumn } from '../columns';
import type { LeadRow } from '../rows';
import type { OwnText } from '../texts';
import { GridHeader, type Sorting } from './GridHeader';
import { GridRow } from './GridRow';

export interface EditableGridAppProps {
    readonly columns: readonly GridColumn[];
    readonly rows: readonly LeadRow[];
    /** Null while they are being read. */
    readonly rules: TransitionRules | null;
    readonly options: ChoiceOptions;
    readonly sorting: Sorting | null;
    readonly loading: boolean;
    /** Why the rows could not be read; empty when they could. */
    readonly failure: string;
    readonly hasMore: boolean;
    readonly totalCount: number;
    readonly width: number;
    readonly height: number;
    readonly host: Host;
    readonly theme: ITheme;
    readonly cssVariables: Readonly<Record<string, string>>;
    readonly isDark: boolean;
    readonly text: OwnText;
    readonly onSelect: (ids: readonly string[]) => void;
    readonly onSort: (column: string, descending: boolean) => void;
    readonly onLoadMore: () => void;
    readonly onRefresh: () => void;
}

/** Below this width, in pixels, rows stand as short cards. */
const NARROW = 640;

/** Room that the check marks take before the first column, in pixels. */
const CHECK_WIDTH = 40;

/** As wide as the view says, in pixels; a wider page stretches the columns, a smaller one scrolls. */
function widthOf(columns: readonly GridColumn[]): number {
    return columns.reduce((sum, column) => sum + column.width, CHECK_WIDTH);
}

/** The grid: every change is written at once, and what Dataverse refuses is said in the row. */
export function EditableGridApp(props: EditableGridAppProps): JSX.Element {
    const { columns, rows, rules, options, host, text, onRefresh } = props;
    const [selected, setSelected] = React.useState<readonly string[]>([]);
    const [saving, setSaving] = React.useState<string | null>(null);
    const [failures, setFailures] = React.useState<Readonly<Record<string, string>>>({});
    const mounted = useMounted();

    const fail = (id: string, message: string): void => {
        if (mounted.current) setFailures((former) => ({ ...former, [id]: message }));
    };
    const lastChange = React.useRef<Promise<unknown>>(Promise.resolve());
    /** One change after the other: each starts from what the one before leaves behind. */
    const run = (row: LeadRow, change: () => Promise<boolean>): Promise<boolean> => {
        const turn = lastChange.current.then(() => carryOut(row, change));
        lastChange.current = turn;
        return turn;
    };
    const carryOut = async (row: LeadRow, change: () => Promise<boolean>): Promise<boolean> => {
        if (mounted.current) setSaving(row.id);
        fail(row.id, '');
        try {
            const changed = await change();
            if (changed) onRefresh();
            return changed;
        } catch (error) {
            host.report(error);
            fail(row.id, messageOf(error));
            return false;
        } finally {
            if (mounted.current) setSaving(null);
        }
    };
    const onWrite = (row: LeadRow, column: string, value: unknown): Promise<boolean> =>
        run(row, async () => {
            await host.update(Table.lead, row.id, { [column]: value });
            return true;
        });
    const onStatus = (row: LeadRow, status: number | null): Promise<boolean> =>
        run(row, async () => {
            // What the command would tell in a message of its own stands in the row here.
            const inRow: Host = {
                ...host,
                alert: async (message) => fail(row.id, message.text),
            };
            const wish = status === null ? {} : { proposed: status, atOnce: true };
            return (await changeStatus(inRow, row.id, wish)).kind === 'done';
        });
    const select = (ids: readonly string[]): void => {
        setSelected(ids);
        props.onSelect(ids);
    };
    const shownIds = rows.map((row) => row.id);
    const chosen = selected.filter((id) => shownIds.includes(id));
    const narrow = props.width > 0 && props.width < NARROW;

    return (
        <ThemeProvider
            theme={props.theme}
            className={narrow ? 'llc-eg llc-eg-narrow' : 'llc-eg'}
            style={{
                ...props.cssVariables,
                colorScheme: props.isDark ? 'dark' : 'light',
                ...(props.height > 0 && { height: props.height }),
            }}
        >
            {rules?.guardIsOff && <p className="llc-eg-notice">{host.text('guard.off')}</p>}
            {props.failure !== '' && (
                <p className="llc-eg-failure" role="alert">
                    {text('grid.failed', props.failure)}
                </p>
            )}
            {rows.length === 0 ? (
                <div className="llc-eg-empty">
                    {props.loading ? <Spinner label={text('grid.loading')} /> : text('grid.empty')}
                </div>
            ) : (
                <div className="llc-eg-scroll" tabIndex={0} role="region" aria-label={text('grid.label')}>
                    <table
                        role="table"
                        aria-label={text('grid.label')}
                        className="llc-eg-table"
                        style={narrow ? {} : { minWidth: widthOf(columns) }}
                    >
                        <GridHeader
                            columns={columns}
                            sorting={props.sorting}
                            allSelected={chosen.length === rows.length}
                            text={text}
                            onSelectAll={(all) => select(all ? shownIds : [])}
                            onSort={props.onSort}
                        />
                        <tbody role="rowgroup">
                            {rows.map((row) => (
                                <GridRow
                                    key={row.id}
                                    row={row}
                                    columns={columns}
                                    rules={rules}
                                    roles={host.user.roles}
                                    options={options}
                                    selected={chosen.includes(row.id)}
                                    saving={saving === row.id}
                                    failure={failures[row.id] ?? ''}
                                    text={text}
                                    onSelect={(on) =>
                                        select(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                                    }
                                    onOpen={() => {
                                        host.navigate(Table.lead, row.id).catch((error: unknown) => host.report(error));
                                    }}
                                    onWrite={(column, value) => onWrite(row, column, value)}
                                    onStatus={(status) => onStatus(row, status)}
                                />
                            ))}
                        </tbody>
                    </table>
                    {props.hasMore && (
                        <DefaultButton
                            className="llc-eg-more"
                            text={text(props.loading ? 'grid.loadingMore' : 'grid.loadMore')}
                            disabled={props.loading}
                            onClick={props.onLoadMore}
                        />
                    )}
                </div>
            )}
            <div className="llc-eg-foot" role="status">
                {props.totalCount > rows.length
                    ? text('grid.countOf', rows.length, props.totalCount)
                    : text('grid.count', rows.length)}
            </div>
        </ThemeProvider>
    );
}
