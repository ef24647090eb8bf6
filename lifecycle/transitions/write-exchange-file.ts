import { labelOf, stateOf, type StatusReason } from '../configuration/status-reason';
import {
    FILE_FORMAT,
    FILE_VERSION,
    stateName,
    type StatusInFile,
    type TransitionFile,
    type TransitionInFile,
} from './exchange-format';
import type { StoredTransition } from './stored-transition';
import { LeadState } from '../choices';

/**
 * Writes transitions as a file, in the order of the environment's status reasons, so that two exports can be compared
 * line by line. It holds no dates and no ids: the same transitions are the same text.
 * @param columnLabel the display name of a column of lead
 */
export function writeExchangeFile(
    transitions: readonly StoredTransition[],
    statusReasons: readonly StatusReason[],
    columnLabel: (column: string) => string,
): string {
    const position = (status: number): number => {
        const index = statusReasons.findIndex((reason) => reason.value === status);
        return index < 0 ? statusReasons.length : index;
    };
    const inFile = (status: number): StatusInFile => ({
        value: status,
        label: labelOf(status, statusReasons),
        state: stateName(stateOf(status, statusReasons) ?? LeadState.open),
    });
    const file: TransitionFile = {
        format: FILE_FORMAT,
        version: FILE_VERSION,
        transitions: [...transitions]
            .sort(
                (one, other) =>
                    position(one.from) - position(other.from) ||
                    position(one.to) - position(other.to) ||
                    one.requiredRole.localeCompare(other.requiredRole),
            )
            .map(
                (transition): TransitionInFile => ({
                    from: inFile(transition.from),
                    to: inFile(transition.to),
                    requiredColumns: transition.requiredColumns.map((name) => ({ name, label: columnLabel(name) })),
                    noteRequired: transition.noteRequired,
                    requiredRole: transition.requiredRole,
                    message: transition.message,
                    active: transition.isActive,
                }),
            ),
    };
    return `${JSON.stringify(file, null, 4)}\n`;
}
