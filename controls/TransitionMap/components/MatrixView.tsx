import * as React from 'react';
import { Icon } from '../../appearance/icons';
import { LeadState } from '../../../lifecycle/choices';
import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import type { Finding } from '../../../lifecycle/transitions/checks';
import { platformPermits } from '../../../lifecycle/transitions/passable';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { demandsOf, type Words } from '../describe';
import { cellAfterKey, type Cell } from '../matrix-walk';
import type { Selection } from '../selection';

export interface MatrixViewProps {
    readonly transitions: readonly StoredTransition[];
    readonly findings: readonly Finding[];
    readonly stateLabels: ReadonlyMap<number, string>;
    readonly selection: Selection;
    readonly words: Words;
    readonly mayEdit: boolean;
    readonly onSelect: (selection: Selection) => void;
    readonly onAdd: (from: number, to: number) => void;
    readonly onRemove: (id: string) => void;
}

/** The same moves as a grid: from in the rows, to in the columns. */
export function MatrixView(props: MatrixViewProps): JSX.Element {
    const { transitions, findings, stateLabels, selection, words, mayEdit, onSelect, onAdd, onRemove } = props;
    const { text } = words;
    const reasons = inLanes(words.statusReasons);
    const [current, setCurrent] = React.useState<Cell>({ row: 0, column: 0 });
    const table = React.useRef<HTMLTableElement>(null);
    const size = reasons.length;
    const last = Math.max(0, size - 1);
    const focusable = { row: Math.min(current.row, last), column: Math.min(current.column, last) };
    const selected = selection.kind === 'move' ? transitions.find(({ id }) => id === selection.id) : undefined;

    const movesOf = (from: number, to: number): readonly StoredTransition[] =>
        transitions.filter((one) => one.from === from && one.to === to);
    const open = (from: number, to: number): void => {
        const [first] = movesOf(from, to);
        if (first) onSelect({ kind: 'move', id: first.id });
        else if (mayEdit && from !== to && platformPermits(from, to, words.statusReasons)) onAdd(from, to);
    };
    const onKeyDown = (event: React.KeyboardEvent, cell: Cell, from: number, to: number): void => {
        if (event.altKey || event.metaKey) return;
        const [first] = movesOf(from, to);
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            open(from, to);
            return;
        }
        if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault();
            if (first && mayEdit) onRemove(first.id);
            return;
        }
        const target = cellAfterKey(event.key, event.ctrlKey, cell, size);
        if (target === null) return;
        event.preventDefault();
        setCurrent(target);
        const element = table.current?.querySelector<HTMLElement>(`[data-cell="${target.row}-${target.column}"]`);
        element?.focus();
        element?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    };
    const groups = [LeadState.open, LeadState.qualified, LeadState.disqualified]
        .map((state) => ({ state, count: reasons.filter((reason) => reason.state === state).length }))
        .filter(({ count }) => count > 0);
    return (
        <div className="llc-tm-matrix-frame">
            <table
                ref={table}
                role="grid"
                className="llc-tm-matrix"
                aria-label={text('matrix.label')}
                aria-readonly={!mayEdit}
            >
                <thead>
                    <tr>
                        <td className="llc-tm-matrix-corner" rowSpan={2}>
                            <span>{text('matrix.corner')}</span>
                        </td>
                        {groups.map(({ state, count }) => (
                            <th key={state} colSpan={count} scope="colgroup" className="llc-tm-matrix-state">
                                {stateLabels.get(state) ?? String(state)}
                            </th>
                        ))}
                    </tr>
                    <tr>
                        {reasons.map((reason) => (
                            <th key={reason.value} scope="col" className={headClass(reason, reasons)}>
                                <span title={reason.label}>{reason.label}</span>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {reasons.map((from, row) => (
                        <tr key={from.value} className={startsState(from, reasons) ? 'llc-tm-matrix-first' : ''}>
                            <th scope="row" title={from.label}>
                                {from.label}
                            </th>
                            {reasons.map((to, column) => {
                                const moves = movesOf(from.value, to.value);
                                const isSelected = selected?.from === from.value && selected.to === to.value;
                                const isBarred =
                                    from.value !== to.value &&
                                    !platformPermits(from.value, to.value, words.statusReasons);
                                const hasProblem = findings.some(
                                    (finding) =>
                                        finding.kind === 'transition' &&
                                        moves.some(({ id }) => id === finding.transition.id),
                                );
                                const classes = [
                                    'llc-tm-cell',
                                    from.value === to.value && 'llc-tm-cell-same',
                                    isBarred && 'llc-tm-cell-barred',
                                    moves.length > 0 && 'llc-tm-cell-move',
                                    moves.length > 0 && moves.every((one) => !one.isActive) && 'llc-tm-cell-inactive',
                                    hasProblem && 'llc-tm-cell-problem',
                                    isSelected && 'llc-tm-cell-selected',
                                    startsState(to, reasons) && 'llc-tm-cell-first',
                                ];
                                const says = cellText(from, to, moves, isBarred, words);
                                return (
                                    <td
                                        key={to.value}
                                        role="gridcell"
                                        className={classes.filter(Boolean).join(' ')}
                                        aria-selected={isSelected}
                                        aria-label={says}
                                        title={says}
                                        data-cell={`${row}-${column}`}
                                        tabIndex={focusable.row === row && focusable.column === column ? 0 : -1}
                                        onFocus={() => setCurrent({ row, column })}
                                        onClick={() => open(from.value, to.value)}
                                        onKeyDown={(event) => onKeyDown(event, { row, column }, from.value, to.value)}
                                    >
                                        <CellMark moves={moves} hasProblem={hasProblem} words={words} />
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
            <p className="llc-tm-quiet llc-tm-matrix-help">{text(mayEdit ? 'matrix.help' : 'matrix.help.readOnly')}</p>
        </div>
    );
}

function CellMark(props: {
    readonly moves: readonly StoredTransition[];
    readonly hasProblem: boolean;
    readonly words: Words;
}): JSX.Element | null {
    const { moves, hasProblem, words } = props;
    if (moves.length === 0) return null;
    const demands = moves.some((move) => demandsOf(move, words).length > 0);
    return (
        <span className="llc-tm-cell-mark" aria-hidden="true">
            <Icon name={hasProblem ? 'warning' : moves.every((move) => !move.isActive) ? 'cross' : 'check'} size={14} />
            {moves.length > 1 ? <span className="llc-tm-cell-count">{moves.length}</span> : demands && <i />}
        </span>
    );
}

function cellText(
    from: StatusReason,
    to: StatusReason,
    moves: readonly StoredTransition[],
    isBarred: boolean,
    words: Words,
): string {
    const { text } = words;
    const move = `${from.label} → ${to.label}`;
    if (from.value === to.value) return text('matrix.cell.same', from.label);
    if (moves.length > 0) {
        const demands = moves.flatMap((one) => demandsOf(one, words)).join(', ');
        return demands === '' ? text('matrix.cell.permitted', move) : text('matrix.cell.demands', move, demands);
    }
    return text(isBarred ? 'matrix.cell.platform' : 'matrix.cell.forbidden', move);
}

/** Status reasons state by state, each in the environment's order, as the map has them. */
function inLanes(reasons: readonly StatusReason[]): readonly StatusReason[] {
    return Object.values(LeadState).flatMap((state) => reasons.filter((reason) => reason.state === state));
}

function startsState(reason: StatusReason, reasons: readonly StatusReason[]): boolean {
    const index = reasons.indexOf(reason);
    return index > 0 && reasons[index - 1]?.state !== reason.state;
}

function headClass(reason: StatusReason, reasons: readonly StatusReason[]): string {
    return startsState(reason, reasons) ? 'llc-tm-matrix-head llc-tm-cell-first' : 'llc-tm-matrix-head';
}
