import * as React from 'react';
import type { Finding } from '../../../lifecycle/transitions/checks';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { demandsOf, moveText, type Words } from '../describe';
import { HEAD, type Arrow } from '../layout/arrows';

export interface MapArrowsProps {
    readonly arrows: readonly Arrow[];
    readonly transitions: readonly StoredTransition[];
    readonly findings: readonly Finding[];
    readonly width: number;
    readonly height: number;
    /** The status reason whose arrows stand out; null for all alike. */
    readonly status: number | null;
    readonly selectedId: string | null;
    readonly words: Words;
    readonly onSelect: (id: string) => void;
}

/**
 * The arrows, for the mouse alone: everything they say is in the descriptions of the boxes, and everything they do is
 * in the lists of the panel and in the matrix.
 */
export function MapArrows(props: MapArrowsProps): JSX.Element {
    const { arrows, transitions, findings, width, height, status, selectedId, words, onSelect } = props;
    const [hovered, setHovered] = React.useState<Arrow | null>(null);
    const selected = transitions.find((transition) => transition.id === selectedId) ?? null;
    const standsOut = status !== null || selected !== null;
    const drawn = arrows.map((arrow) => {
        const moves = transitions.filter((one) => one.from === arrow.from && one.to === arrow.to);
        const isSelected = selected !== null && selected.from === arrow.from && selected.to === arrow.to;
        const role = isSelected ? 'selected' : arrow.from === status ? 'out' : arrow.to === status ? 'in' : 'other';
        const hasProblem = findings.some(
            (finding) => finding.kind === 'transition' && moves.some(({ id }) => id === finding.transition.id),
        );
        return { arrow, moves, role, hasProblem };
    });
    // What stands out is drawn last, above the rest.
    const order = ['other', 'in', 'out', 'selected'];
    const sorted = [...drawn].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
    return (
        <svg
            className={standsOut ? 'llc-tm-arrows llc-tm-arrows-dimmed' : 'llc-tm-arrows'}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            aria-hidden="true"
            focusable="false"
        >
            {sorted.map(({ arrow, moves, role, hasProblem }) => {
                const [first] = moves;
                if (first === undefined) return null;
                const inactive = moves.every((move) => !move.isActive);
                const isHovered = hovered?.from === arrow.from && hovered.to === arrow.to;
                const demands = moves.flatMap((move) => demandsOf(move, words));
                const classes = [
                    'llc-tm-arrow',
                    `llc-tm-arrow-${role}`,
                    inactive && 'llc-tm-arrow-inactive',
                    hasProblem && 'llc-tm-arrow-problem',
                    isHovered && 'llc-tm-arrow-hovered',
                ];
                return (
                    <g
                        key={`${arrow.from}-${arrow.to}`}
                        className={classes.filter(Boolean).join(' ')}
                        data-move={`${arrow.from}-${arrow.to}`}
                        onClick={() => onSelect(first.id)}
                        onMouseEnter={() => setHovered(arrow)}
                        onMouseLeave={() => setHovered(null)}
                    >
                        <title>{[moves.map((move) => moveText(move, words)).join('\n'), ...demands].join('\n')}</title>
                        <path className="llc-tm-arrow-hit" d={arrow.path} />
                        <path className="llc-tm-arrow-line" d={arrow.path} />
                        <path className="llc-tm-arrow-head" d={headPath(arrow)} />
                        {(demands.length > 0 || hasProblem) && (
                            <circle
                                className="llc-tm-arrow-mark"
                                cx={arrow.mark.x}
                                cy={arrow.mark.y}
                                r={hasProblem ? 5 : 4}
                            />
                        )}
                    </g>
                );
            })}
        </svg>
    );
}

function headPath({ tip, points }: Arrow): string {
    const back = tip.x + (points === 'right' ? -HEAD : HEAD);
    return `M${tip.x},${tip.y} L${back},${tip.y - HEAD / 2} L${back},${tip.y + HEAD / 2} Z`;
}
