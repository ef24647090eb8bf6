import * as React from 'react';
import { Icon } from '../../appearance/icons';
import { labelOf, stateOf } from '../../../lifecycle/configuration/status-reason';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { demandsOf, moveText, type Words } from '../describe';
import { Button } from './Button';
import { leadsText } from './MapView';

export interface StatusPanelProps {
    readonly status: number;
    readonly transitions: readonly StoredTransition[];
    readonly problems: readonly string[];
    readonly stateLabels: ReadonlyMap<number, string>;
    readonly counts: ReadonlyMap<number, number> | null;
    readonly mayEdit: boolean;
    readonly words: Words;
    /** The maker is choosing where leads may go from here. */
    readonly connecting: boolean;
    readonly onConnect: () => void;
    readonly onSelectMove: (id: string) => void;
    readonly onRemove: (id: string) => void;
}

/** One status reason: where leads go from here and where they come from. */
export function StatusPanel(props: StatusPanelProps): JSX.Element {
    const { status, transitions, problems, stateLabels, counts, mayEdit, words, connecting } = props;
    const { text, statusReasons } = words;
    const state = stateOf(status, statusReasons);
    const label = labelOf(status, statusReasons);
    return (
        <section aria-label={text('status.title', label)} className="llc-tm-status">
            <h2 className="llc-tm-panel-title">{label}</h2>
            <p className="llc-tm-quiet">
                {[
                    state === null ? '' : (stateLabels.get(state) ?? ''),
                    counts === null ? '' : leadsText(counts.get(status) ?? 0, words),
                ]
                    .filter(Boolean)
                    .join(' · ')}
            </p>
            {problems.map((problem) => (
                <p key={problem} className="llc-tm-hint">
                    <Icon name="warning" size={14} />
                    <span>{problem}</span>
                </p>
            ))}
            <MoveList
                title={text('status.out')}
                emptyText={text('status.outNone')}
                moves={transitions.filter((move) => move.from === status)}
                {...props}
            />
            {mayEdit && (
                <div className="llc-tm-buttons">
                    <Button
                        label={text('status.add')}
                        icon="plus"
                        primary={!connecting}
                        disabled={connecting}
                        onClick={props.onConnect}
                    />
                </div>
            )}
            <MoveList
                title={text('status.in')}
                emptyText={text('status.inNone')}
                moves={transitions.filter((move) => move.to === status)}
                {...props}
            />
        </section>
    );
}

function MoveList(
    props: Pick<StatusPanelProps, 'words' | 'mayEdit' | 'onSelectMove' | 'onRemove'> & {
        readonly title: string;
        readonly emptyText: string;
        readonly moves: readonly StoredTransition[];
    },
): JSX.Element {
    const { title, emptyText, moves, words, mayEdit, onSelectMove, onRemove } = props;
    return (
        <>
            <h3 className="llc-tm-heading">{title}</h3>
            {moves.length === 0 && <p className="llc-tm-quiet">{emptyText}</p>}
            <ul className="llc-tm-moves">
                {moves.map((move) => {
                    const demands = demandsOf(move, words);
                    return (
                        <li key={move.id} className={move.isActive ? '' : 'llc-tm-moves-inactive'}>
                            <button
                                type="button"
                                className="llc-tm-moves-open"
                                onClick={() => onSelectMove(move.id)}
                                onKeyDown={(event) => {
                                    if (event.key !== 'Delete' || !mayEdit) return;
                                    event.preventDefault();
                                    onRemove(move.id);
                                }}
                            >
                                {moveText(move, words)}
                                {demands.length > 0 && <small>{demands.join(' · ')}</small>}
                            </button>
                            {mayEdit && (
                                <button
                                    type="button"
                                    className="llc-tm-moves-remove"
                                    aria-label={words.text('move.removeOne', moveText(move, words))}
                                    title={words.text('move.remove')}
                                    onClick={() => onRemove(move.id)}
                                >
                                    <Icon name="trash" size={14} />
                                </button>
                            )}
                        </li>
                    );
                })}
            </ul>
        </>
    );
}
