import * as React from 'react';
import { messageOf } from '../../lifecycle/commands/outcome';
import { plainId } from '../../lifecycle/row';
import { useMounted } from '../use-mounted';
import type { Activity } from './card-model';
import type { ActivitiesByLead } from './open-activities';

export interface OpenActivities {
    readonly of: (leadId: string) => readonly Activity[];
    readonly failure: string;
    /** Whether an answer has come, be it a refusal. */
    readonly ready: boolean;
}

const NONE: readonly Activity[] = [];

/**
 * Keeps the open activities of the loaded leads: one request for a page, one for each further page, and one for all
 * after a refresh.
 * @param ids of the loaded leads, in the data set's order
 * @param generation changes when the data set or an activity has been changed
 */
export function useOpenActivities(
    ids: readonly string[],
    generation: string,
    read: (ids: readonly string[]) => Promise<ActivitiesByLead>,
): OpenActivities {
    const [byLead, setByLead] = React.useState<ActivitiesByLead>(new Map());
    const [failure, setFailure] = React.useState('');
    const [ready, setReady] = React.useState(false);
    const known = React.useRef({ ids: new Set<string>(), generation });
    const latestRead = React.useRef(read);
    latestRead.current = read;
    const mounted = useMounted();
    const key = ids.join();
    React.useEffect(() => {
        const fresh = known.current.generation !== generation;
        const wanted = key === '' ? [] : key.split(',').filter((id) => fresh || !known.current.ids.has(id));
        if (wanted.length === 0) return;
        known.current = { ids: new Set([...(fresh ? [] : known.current.ids), ...wanted]), generation };
        // Answers for another page are still good; those from before a refresh are not.
        const isCurrent = (): boolean => mounted.current && known.current.generation === generation;
        latestRead.current(wanted).then(
            (found) => {
                if (!isCurrent()) return;
                const without = wanted.map((id) => [plainId(id), NONE] as const);
                setByLead((former) => new Map([...former, ...without, ...found]));
                setFailure('');
                setReady(true);
            },
            (error: unknown) => {
                if (!isCurrent()) return;
                for (const id of wanted) known.current.ids.delete(id);
                setFailure(messageOf(error));
                setReady(true);
            },
        );
    }, [key, generation, mounted]);
    return { of: (leadId) => byLead.get(plainId(leadId)) ?? NONE, failure, ready };
}
