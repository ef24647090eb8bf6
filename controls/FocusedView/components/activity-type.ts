import type { IconName } from '../../appearance/icons';
import type { OwnTextKey } from '../texts';

interface ActivityType {
    readonly icon: IconName;
    readonly label: OwnTextKey;
}

const OTHER: ActivityType = { icon: 'activity', label: 'activity.other' };

const TYPES: Readonly<Record<string, ActivityType>> = {
    phonecall: { icon: 'phone', label: 'activity.phonecall' },
    email: { icon: 'email', label: 'activity.email' },
    task: { icon: 'task', label: 'activity.task' },
    appointment: { icon: 'appointment', label: 'activity.appointment' },
    annotation: { icon: 'note', label: 'activity.annotation' },
};

/** Picture and name of an activity's table; those of custom activities are the general ones. */
export function activityType(table: string): ActivityType {
    return TYPES[table] ?? OTHER;
}
