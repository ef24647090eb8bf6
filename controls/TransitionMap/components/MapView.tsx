import * as React from 'react';
import { Icon } from '../../appearance/icons';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import type { Finding } from '../../../lifecycle/transitions/checks';
import { platformPermits } from '../../../lifecycle/transitions/passable';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { findingText, type Words } from '../describe';
import { routeArrows } from '../layout/arrows';
import { placeLanes } from '../layout/lanes';
import { boxAfterKey } from '../layout/walk';
import type { Selection } from '../selection';
import { MapArrows } from './MapArrows';
import { MapBox } from './MapBox';

export interface MapViewProps {
    readonly transitions: readonly StoredTransition[];
    readonly findings: readonly Finding[];
    readonly stateLabels: ReadonlyMap<number, string>;
    readonly counts: ReadonlyMap<number, number> | null;
    readonly selection: Selection;
    /** The status reason that a new move starts from, while its target is being chosen. */
    readonly connectFrom: number | null;
    readonly words: Words;
    readonly mayEdit: boolean;
    readonly onSelect: (selection: Selection) => void;
    readonly onConnect: (from: number | null) => void;
    /** The target of a new move was chosen. */
    readonly onAdd: (from: number, to: number) => void;
    readonly onRemove: (id: string) => void;
}

/** Status reasons as boxes, moves as arrows. What the arrows say, the boxes say in words to those who do not see. */
export function MapView(props: MapViewProps): JSX.Element {
    const { transitions, findings, stateLabels, counts, selection, connectFrom, words, mayEdit } = props;
    const { text, statusReasons } = words;
    const [measure, width] = useWidth();
    const [hovered, setHovered] = React.useState<number | null>(null);
    const [focused, setFocused] = React.useState<number | null>(null);
    const prefix = useMapId();
    const lanes = React.useMemo(() => placeLanes(statusReasons, width), [statusReasons, width]);
    const arrows = React.useMemo(() => routeArrows(transitions, lanes), [transitions, lanes]);
    const boxes = lanes.lanes.flatMap((lane) => lane.boxes);
    const selectedStatus = selection.kind === 'status' ? selection.status : null;
    const entry = [focused, selectedStatus].find((status) => boxes.some((box) => box.status === status));
    const focusable = entry ?? boxes[0]?.status ?? null;
    const idOf = (status: number): string => `${prefix}-${status}`;

    // Whoever has pressed the panel's button goes on with the arrow keys on the map.
    const origin = connectFrom === null ? null : idOf(connectFrom);
    React.useEffect(() => {
        if (origin !== null) document.getElementById(origin)?.focus();
    }, [origin]);

    /** Why no move can lead from where the maker started to here; empty when one can. */
    const obstacle = (to: number): string => {
        if (connectFrom === null) return '';
        if (to === connectFrom) return text('connect.same');
        if (!platformPermits(connectFrom, to, statusReasons)) return text('connect.platform');
        const exists = transitions.some((one) => one.from === connectFrom && one.to === to);
        return exists ? text('connect.exists') : '';
    };
    const choose = (status: number): void => {
        if (connectFrom === null) props.onSelect({ kind: 'status', status });
        else if (obstacle(status) === '') props.onAdd(connectFrom, status);
    };
    const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>): void => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const current = boxes.find((box) => idOf(box.status) === document.activeElement?.id)?.status ?? null;
        if (event.key === 'Escape') {
            if (connectFrom !== null) props.onConnect(null);
            else props.onSelect({ kind: 'nothing' });
            return;
        }
        if ((event.key === '+' || event.key === 'Insert') && current !== null && mayEdit) {
            event.preventDefault();
            props.onConnect(current);
            return;
        }
        if (event.key === 'Delete' && selection.kind === 'move' && mayEdit) {
            event.preventDefault();
            props.onRemove(selection.id);
            return;
        }
        const target = boxAfterKey(event.key, lanes, current);
        if (target === null) return;
        event.preventDefault();
        setFocused(target);
        document.getElementById(idOf(target))?.focus();
    };
    return (
        <div ref={measure} className="llc-tm-map-frame">
            <div
                className={connectFrom === null ? 'llc-tm-map' : 'llc-tm-map llc-tm-map-connecting'}
                style={{ height: lanes.height }}
                role="group"
                aria-label={text('map.label')}
                aria-describedby={`${prefix}-help`}
                onKeyDown={onKeyDown}
            >
                <span id={`${prefix}-help`} className="llc-tm-unseen">
                    {text(mayEdit ? 'map.help' : 'map.help.readOnly')}
                </span>
                {lanes.lanes.map((lane) => (
                    <div
                        key={`lane-${lane.state}`}
                        className={`llc-tm-lane llc-tm-lane-${lane.state}`}
                        style={{ left: lane.x, top: lane.y, width: lane.width, height: lane.height }}
                    >
                        <h2 id={`${prefix}-lane-${lane.state}`} className="llc-tm-lane-head">
                            {stateLabels.get(lane.state) ?? String(lane.state)}
                        </h2>
                    </div>
                ))}
                <MapArrows
                    arrows={arrows}
                    transitions={transitions}
                    findings={findings}
                    width={lanes.width}
                    height={lanes.height}
                    status={hovered ?? selectedStatus ?? connectFrom}
                    selectedId={selection.kind === 'move' ? selection.id : null}
                    words={words}
                    onSelect={(id) => props.onSelect({ kind: 'move', id })}
                />
                {lanes.lanes.map((lane) => (
                    <div key={`boxes-${lane.state}`} role="group" aria-labelledby={`${prefix}-lane-${lane.state}`}>
                        {lane.boxes.map((box) => {
                            const { status } = box;
                            const own = findings.filter(
                                (finding) => finding.kind === 'status' && finding.status === status,
                            );
                            return (
                                <MapBox
                                    key={status}
                                    elementId={idOf(status)}
                                    box={box}
                                    label={labelOf(status, statusReasons)}
                                    leads={counts === null ? '' : leadsText(counts.get(status) ?? 0, words)}
                                    ways={waysText(status, transitions, words)}
                                    problems={own.map((finding) => findingText(finding, words))}
                                    selected={selectedStatus === status}
                                    focusable={status === focusable}
                                    isOrigin={connectFrom === status}
                                    obstacle={connectFrom === null ? null : obstacle(status)}
                                    onChoose={() => choose(status)}
                                    onFocus={() => setFocused(status)}
                                    onHover={(isOver) => setHovered(isOver ? status : null)}
                                />
                            );
                        })}
                    </div>
                ))}
            </div>
            <ul className="llc-tm-legend" aria-hidden="true">
                <li>
                    <span className="llc-tm-key llc-tm-key-out" />
                    {text('legend.out')}
                </li>
                <li>
                    <span className="llc-tm-key llc-tm-key-in" />
                    {text('legend.in')}
                </li>
                <li>
                    <span className="llc-tm-key llc-tm-key-inactive" />
                    {text('legend.inactive')}
                </li>
                <li>
                    <span className="llc-tm-key-mark" />
                    {text('legend.demands')}
                </li>
                <li>
                    <Icon name="warning" size={14} className="llc-tm-warning-icon" />
                    {text('legend.problem')}
                </li>
            </ul>
        </div>
    );
}

export function leadsText(count: number, { text, number }: Words): string {
    return count === 1 ? text('leads.one') : text('leads.many', number(count));
}

/** Where leads go from a status reason and where they come from, for those who do not see the arrows. */
function waysText(status: number, transitions: readonly StoredTransition[], { text, statusReasons }: Words): string {
    const labels = (statuses: readonly number[]): string =>
        [...new Set(statuses)].map((one) => labelOf(one, statusReasons)).join(', ');
    const active = transitions.filter((one) => one.isActive);
    const out = labels(active.filter((one) => one.from === status).map((one) => one.to));
    const into = labels(active.filter((one) => one.to === status).map((one) => one.from));
    return [
        out === '' ? text('ways.outNone') : text('ways.out', out),
        into === '' ? text('ways.inNone') : text('ways.in', into),
    ].join(' ');
}

let maps = 0;

/** Tells the elements of several maps on one page apart. */
function useMapId(): string {
    const [id] = React.useState(() => `llc-tm-${(maps += 1)}`);
    return id;
}

/** A width to begin with, until the layout tells the real one. In pixels. */
const FIRST_WIDTH = 720;

function useWidth(): readonly [(element: HTMLElement | null) => void, number] {
    const [width, setWidth] = React.useState(FIRST_WIDTH);
    const observer = React.useRef<ResizeObserver | null>(null);
    const measure = React.useCallback((element: HTMLElement | null): void => {
        observer.current?.disconnect();
        observer.current = null;
        if (!element) return;
        const take = (): void => {
            if (element.clientWidth > 0) setWidth(element.clientWidth);
        };
        take();
        if (typeof ResizeObserver === 'undefined') return;
        observer.current = new ResizeObserver(take);
        observer.current.observe(element);
    }, []);
    return [measure, width];
}
