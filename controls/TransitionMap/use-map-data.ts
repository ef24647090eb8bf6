import * as React from 'react';
import { messageOf } from '../../lifecycle/commands/outcome';
import { useMounted } from '../use-mounted';
import type { LeadColumnInfo, MakerEnvironment, StatusModel } from './environment/maker-environment';

/** What the map shows beside the transitions. What could not be read is null, except the status reasons. */
export interface MapData {
    /** Null until they have been read. */
    readonly model: StatusModel | null;
    /** Why the status reasons could not be read; empty when they could. */
    readonly failure: string;
    readonly columns: readonly LeadColumnInfo[] | null;
    readonly roles: readonly string[] | null;
    readonly counts: ReadonlyMap<number, number> | null;
    readonly guardIsOff: boolean;
    readonly mayAddStatusReasons: boolean;
    /** Reads the status reasons and counts the leads again. */
    reload(): Promise<void>;
}

type Answers = Omit<MapData, 'reload'>;

const NOTHING: Answers = {
    model: null,
    failure: '',
    columns: null,
    roles: null,
    counts: null,
    guardIsOff: false,
    mayAddStatusReasons: false,
};

/** Reads all of it at once; each part appears when it is there. */
export function useMapData(environment: MakerEnvironment): MapData {
    const [answers, setAnswers] = React.useState<Answers>(NOTHING);
    const mounted = useMounted();
    const take = React.useCallback(
        (part: Partial<Answers>): void => {
            if (mounted.current) setAnswers((former) => ({ ...former, ...part }));
        },
        [mounted],
    );

    const reload = React.useCallback(async (): Promise<void> => {
        const model = environment.readStatusModel().then(
            (read) => take({ model: read, failure: '' }),
            (error: unknown) => take({ failure: messageOf(error) }),
        );
        const counts = environment.countLeads().then(
            (read) => take({ counts: read }),
            (error: unknown) => {
                environment.report(error);
                take({ counts: null });
            },
        );
        await Promise.all([model, counts]);
    }, [environment, take]);

    React.useEffect(() => {
        void reload();
        const optional = <Value>(read: Promise<Value>, part: (value: Value) => Partial<Answers>): void => {
            read.then(
                (value) => take(part(value)),
                (error: unknown) => environment.report(error),
            );
        };
        optional(environment.readColumns(), (columns) => ({ columns }));
        optional(environment.readRoles(), (roles) => ({ roles }));
        optional(environment.isGuardOff(), (guardIsOff) => ({ guardIsOff }));
        optional(environment.mayAddStatusReasons(), (mayAddStatusReasons) => ({ mayAddStatusReasons }));
    }, [environment, reload, take]);

    return { ...answers, reload };
}
