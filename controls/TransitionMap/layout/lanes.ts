import { LeadState } from '../../../lifecycle/choices';
import type { StatusReason } from '../../../lifecycle/configuration/status-reason';

/** A status reason's place on the map, in pixels. */
export interface Box {
    readonly status: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Open reasons stand on the left, closed ones on the right. */
    readonly side: 'left' | 'right';
    /** Counted from the top of its side. */
    readonly row: number;
}

/** Status reasons of one state. */
export interface Lane {
    readonly state: LeadState;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly boxes: readonly Box[];
}

export interface Lanes {
    readonly width: number;
    readonly height: number;
    readonly lanes: readonly Lane[];
    /** Room beside the boxes of a side for arcs within it. */
    readonly margin: number;
}

export const BOX_HEIGHT = 56;
const BOX_GAP = 12;
/** Between boxes that have more room than they need. */
const WIDEST_GAP = 44;
const LANE_HEAD = 36;
const LANE_PADDING = 12;
const LANE_GAP = 20;
const NARROWEST_BOX = 88;
const WIDEST_BOX = 220;

/**
 * Places status reasons in two columns: open ones on the left, the closed ones on the right, Qualified above
 * Disqualified. Dataverse lets no lead go from one of these two to the other, so no arrow has to pass a lane that it
 * does not belong to.
 * @param width of the map in pixels
 */
export function placeLanes(statusReasons: readonly StatusReason[], width: number): Lanes {
    const margin = Math.min(72, Math.max(16, width * 0.08));
    const gap = Math.min(420, Math.max(56, width * 0.26));
    const boxWidth = Math.min(WIDEST_BOX, Math.max(NARROWEST_BOX, (width - 2 * margin - gap) / 2));
    const of = (state: LeadState): readonly number[] =>
        statusReasons.filter((reason) => reason.state === state).map((reason) => reason.value);
    const open = of(LeadState.open);
    const closed = [
        { state: LeadState.qualified, statuses: of(LeadState.qualified) },
        { state: LeadState.disqualified, statuses: of(LeadState.disqualified) },
    ].filter(({ statuses }) => statuses.length > 0);

    const rightHeight =
        closed.reduce((sum, { statuses }) => sum + laneHeight(statuses.length, BOX_GAP), 0) +
        LANE_GAP * Math.max(0, closed.length - 1);
    const height = Math.max(rightHeight, laneHeight(open.length, BOX_GAP));
    const spare = height - laneHeight(open.length, BOX_GAP);
    const openGap = Math.min(WIDEST_GAP, BOX_GAP + spare / Math.max(1, open.length + 1));

    const place = (
        state: LeadState,
        statuses: readonly number[],
        side: Box['side'],
        y: number,
        boxGap: number,
        firstRow: number,
        laneTotal = laneHeight(statuses.length, boxGap),
    ): Lane => {
        const x = side === 'left' ? margin : width - margin - boxWidth;
        // The boxes stand in the middle of a lane that is higher than they are.
        const top = y + LANE_HEAD + (laneTotal - laneHeight(statuses.length, boxGap)) / 2;
        const boxes = statuses.map(
            (status, index): Box => ({
                status,
                x,
                y: top + index * (BOX_HEIGHT + boxGap),
                width: boxWidth,
                height: BOX_HEIGHT,
                side,
                row: firstRow + index,
            }),
        );
        return {
            state,
            x: x - LANE_PADDING,
            y,
            width: boxWidth + 2 * LANE_PADDING,
            height: laneTotal,
            boxes,
        };
    };

    const lanes: Lane[] = [];
    if (open.length > 0) lanes.push(place(LeadState.open, open, 'left', 0, openGap, 0, height));
    let y = (height - rightHeight) / 2;
    let row = 0;
    for (const { state, statuses } of closed) {
        const lane = place(state, statuses, 'right', y, BOX_GAP, row);
        lanes.push(lane);
        y += lane.height + LANE_GAP;
        row += statuses.length;
    }
    return { width, height, lanes, margin };
}

function laneHeight(boxes: number, gap: number): number {
    return LANE_HEAD + boxes * BOX_HEIGHT + Math.max(0, boxes - 1) * gap + LANE_PADDING;
}
