import { DataverseError } from '../../errors';
import { resulting, type Draft } from './draft';

const MILLISECONDS_PER_MINUTE = 60_000;
const COMPLETED = 1;
const MESSAGE_NOT_FOR_TABLE = 0x80040800;

/** Tables that show rows of others, or are filled by other tables' messages only. */
const NOT_WRITABLE: ReadonlySet<string> = new Set(['activitypointer', 'activityparty', 'owner']);

/** Users stay, or the rows that they own and made would belong to nobody: they are disabled instead. */
const NOT_DELETABLE: ReadonlySet<string> = new Set(['systemuser', 'organization']);

/** @throws DataverseError 0x80040800 for tables that have no Create, Update and Delete of their own */
export function checkWritable(message: string, table: string, isIntersect: boolean): void {
    if (NOT_WRITABLE.has(table) || isIntersect) {
        const wayOut = isIntersect
            ? 'Associate and disassociate its two tables instead.'
            : table === 'owner'
              ? 'Write the user or the team.'
              : 'Write the activity itself (task, phonecall, …).';
        throw new DataverseError(
            MESSAGE_NOT_FOR_TABLE,
            `The '${message}' method does not support entities of type '${table}'. ${wayOut}`,
        );
    }
    if (message === 'Delete' && NOT_DELETABLE.has(table)) {
        throw new DataverseError(
            MESSAGE_NOT_FOR_TABLE,
            `The '${message}' method does not support entities of type '${table}'. Users can be disabled (isdisabled).`,
        );
    }
}

/** Activities: durations from their times, and when a completed one really ended. */
export function setActivityColumns(draft: Draft, stateChanges: boolean): void {
    const { plan, values, context } = draft;
    if (!plan.table.isActivity) {
        return;
    }
    if ('scheduledstart' in values || 'scheduledend' in values) {
        setDuration(draft, 'scheduledstart', 'scheduledend', 'scheduleddurationminutes');
    }
    if (stateChanges && values.statecode === COMPLETED && resulting(draft, 'actualend') === null) {
        values.actualend = context.now;
    }
}

function setDuration(draft: Draft, from: string, to: string, duration: string): void {
    const start = resulting(draft, from);
    const end = resulting(draft, to);
    if (draft.plan.stored.has(duration) && typeof start === 'string' && typeof end === 'string') {
        const minutes = Math.round((Date.parse(end) - Date.parse(start)) / MILLISECONDS_PER_MINUTE);
        draft.values[duration] = Math.max(0, minutes);
    }
}
