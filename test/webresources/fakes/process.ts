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
}

/** @param spelling how the platform spells directions; documentation and types disagree */
export function fakeProcess(
    stages: readonly FakeStage[],
    start = 0,
    spelling: (word: string) => string = (word) => word,
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
    const move = (step: 1 | -1): void => {
        const direction = spelling(step === 1 ? 'next' : 'previous');
        if (!passes(stageHandlers, { getDirection: () => direction })) return;
        active = Math.max(0, Math.min(stages.length - 1, active + step));
    };
    const setStatus = (wanted: string): void => {
        if (passes(statusHandlers, { getStatus: () => wanted })) status = wanted;
    };
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
        getActiveProcess: () => ({ getId: () => 'process' }),
        getInstanceId: () => '{ABCDEF00-0000-4000-8000-000000000001}',
        moveNext: () => move(1),
        movePrevious: () => move(-1),
        setStatus,
    };
    return {
        manager: manager as unknown as Xrm.ProcessFlow.ProcessManager,
        active: () => active,
        status: () => status,
        press: (button) => (button === 'finish' ? setStatus('finished') : move(button === 'next' ? 1 : -1)),
    };
}
