import type { StatusReason } from '../configuration/status-reason';
import { stateName, type StatusInFile } from './exchange-format';

/** Values below this are Dataverse's own and mean the same everywhere (Microsoft Learn, "Work with choices"). */
const FIRST_CUSTOM_VALUE = 100_000;

/**
 * The status reason of this environment that a file means. The stock ones are known by their values, whatever
 * language the file was written in; those that makers add by their labels, because another environment counts their
 * values differently; only when no label fits does the value decide.
 * @returns null when the environment has none
 */
export function resolveStatus(wanted: StatusInFile, statusReasons: readonly StatusReason[]): StatusReason | null {
    const candidates = statusReasons.filter((reason) => stateName(reason.state) === wanted.state);
    const byValue = candidates.find((reason) => reason.value === wanted.value) ?? null;
    if (byValue !== null && wanted.value < FIRST_CUSTOM_VALUE) return byValue;
    const label = wanted.label.trim().toLowerCase();
    const byLabel = candidates.filter((reason) => reason.label.trim().toLowerCase() === label);
    return byLabel.find((reason) => reason.value === wanted.value) ?? byLabel[0] ?? byValue;
}
