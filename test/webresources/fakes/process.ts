import type { StageCategory } from '../../../lifecycle/choices';

export interface FakeStage {
    readonly id: string;
    readonly name: string;
    readonly category: (typeof StageCategory)[keyof typeof StageCategory];
}

/** The members of `data.process` that form scripts use, with events that can be cancelled. */
export interface FakeProcess {
    readonly manager: Xrm.ProcessFlow.ProcessManager;
    /** Index of the active stage. */
    readonly active: () => number;
    readonly status: () => string;
    /** Presses Next, Previous or Finish in the process bar. */
    press(button: 'next' | 'previous' | 'finish'): void;
    /** Makes a stage the active one, as Set Active does. */
    setActive(id: string): void;
}

/** What `getStage` of the event names: documentation and observations differ. */
export type NamedStage = 'destination' | 'active' | 'none';

type Done = (result: string) => void;

/** @param spelling how the platform spells directions; documentation and types disagree */
export function fakeProcess(
    stages: readonly FakeStage[],
    start = 0,
    spelling: (word: string) => string = (word) => word,
    names: NamedStage = 'destination',
): FakeProcess {
    let active = start;
    let status = 'active';
    const stageHandlers: ((context: never) => void)[] = [];
    const statusHandlers: ((context: never) => void)[] = [];

    const passes = (handlers: typeof stageHandlers, args: object): boolean => {
        let prevented = false;
        const context = { getEventArgs: () => ({ ...args, preventDefault: () => (prevented = true) }) };
        handlers.forEach((handler) => handler(context as never));
        return !prevented;
    };
    const goTo = (wanted: number, done: Done = () => undefined): void => {
        const target = Math.max(0, Math.min(stages.length - 1, wanted));
        const direction = spelling(target > active ? 'next' : 'previous');
        const named = names === 'none' ? undefined : stages[names === 'active' ? active : target];
        const isFree = passes(stageHandlers, { getDirection: () => direction, getStage: () => stageOf(named) });
        if (isFree) active = target;
        done(isFree ? 'success' : 'invalid');
    };
    const setStatus = (wanted: string, done: Done = () => undefined): void => {
        const isFree = passes(statusHandlers, { getStatus: () => wanted });
        if (isFree) status = wanted;
        done(isFree ? wanted : 'invalid');
    };
    const indexOf = (id: string): number => stages.findIndex((stage) => stage.id === id);
    const stageOf = (stage: FakeStage | undefined): unknown =>
        stage && {
            getId: () => stage.id,
            getName: () => stage.name,
            getCategory: () => ({ getValue: () => stage.category }),
        };
    const manager = {
        addOnPreStageChange: (handler: (context: never) => void) => stageHandlers.push(handler),
        addOnPreProcessStatusChange: (handler: (context: never) => void) => statusHandlers.push(handler),
        getActiveStage: () => stageOf(stages[active]),
        getActiveProcess: () => ({
            getId: () => 'process',
            getStages: () => ({ forEach: (each: (stage: unknown) => void) => stages.map(stageOf).forEach(each) }),
        }),
        getInstanceId: () => '{ABCDEF00-0000-4000-8000-000000000001}',
        moveNext: (done?: Done) => goTo(active + 1, done),
        movePrevious: (done?: Done) => goTo(active - 1, done),
        setActiveStage: (id: string, done?: Done) => goTo(indexOf(id), done),
        setStatus,
    };
    return {
        manager: manager as unknown as Xrm.ProcessFlow.ProcessManager,
        active: () => active,
        status: () => status,
        press: (button) => (button === 'finish' ? setStatus('finished') : goTo(active + (button === 'next' ? 1 : -1))),
        setActive: (id) => goTo(indexOf(id)),
    };
}
