import * as React from 'react';
import { Icon } from '../../appearance/icons';
import type { Box } from '../layout/lanes';

export interface MapBoxProps {
    readonly elementId: string;
    readonly box: Box;
    readonly label: string;
    /** How many leads stand here; empty while that is unknown. */
    readonly leads: string;
    /** Where leads go from here and where they come from. */
    readonly ways: string;
    readonly problems: readonly string[];
    readonly selected: boolean;
    /** Whether the Tab key reaches the map at this box. */
    readonly focusable: boolean;
    /** A new move starts here. */
    readonly isOrigin: boolean;
    /** Why a new move cannot lead here; empty when it can; null when none is being added. */
    readonly obstacle: string | null;
    readonly onChoose: () => void;
    readonly onFocus: () => void;
    readonly onHover: (isOver: boolean) => void;
}

/** One status reason on the map. */
export function MapBox(props: MapBoxProps): JSX.Element {
    const { elementId, box, label, leads, ways, problems, selected, focusable, isOrigin, obstacle } = props;
    const describedBy = `${elementId}-ways`;
    const classes = [
        'llc-tm-box',
        selected && 'llc-tm-box-selected',
        (problems.length > 0 || obstacle === '') && 'llc-tm-box-marked',
        isOrigin && 'llc-tm-box-origin',
        obstacle === '' && 'llc-tm-box-target',
        obstacle !== null && obstacle !== '' && !isOrigin && 'llc-tm-box-barred',
    ];
    return (
        <>
            <button
                type="button"
                id={elementId}
                className={classes.filter(Boolean).join(' ')}
                style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                aria-pressed={selected}
                aria-disabled={obstacle !== null && obstacle !== ''}
                aria-describedby={describedBy}
                tabIndex={focusable ? 0 : -1}
                title={obstacle !== null && obstacle !== '' ? obstacle : problems.join('\n') || label}
                onClick={props.onChoose}
                onFocus={props.onFocus}
                onMouseEnter={() => props.onHover(true)}
                onMouseLeave={() => props.onHover(false)}
            >
                <span className="llc-tm-box-label">{label}</span>
                {leads !== '' && <span className="llc-tm-box-leads">{leads}</span>}
                {problems.length > 0 && <Icon name="warning" size={14} className="llc-tm-box-problem" />}
                {obstacle === '' && <Icon name="plus" size={14} className="llc-tm-box-plus" />}
            </button>
            <span id={describedBy} className="llc-tm-unseen">
                {[obstacle ?? '', ...problems, ways].filter(Boolean).join(' ')}
            </span>
        </>
    );
}
