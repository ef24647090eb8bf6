import type { EnvironmentState } from './environment-state';
import type { Output } from './output';
import type { SolutionFile } from './solution-file';
import type { WebApiClient } from './web-api-client';

/** What every step of a deploy works with. */
export interface DeployContext {
    readonly client: WebApiClient;
    readonly output: Output;
    readonly solution: SolutionFile;
    /** The environment as it was before the first step. */
    readonly before: EnvironmentState;
    /** Takes an older version, and imports what is there already. */
    readonly force: boolean;
    /** Waits that many milliseconds between two looks at a job. */
    readonly wait: (milliseconds: number) => Promise<void>;
    /** True in a dry run: the steps before have not been applied, so what they would bring is not there yet. */
    readonly isDryRun: boolean;
}

/** What one step would change, and how. */
export interface StepPlan {
    /** One line per change, such as `create plug-in llc_TransitionGuard`; none: nothing to do. */
    readonly changes: readonly string[];
    /** What somebody should know though nothing is changed. */
    readonly notes: readonly string[];
    /** Makes the changes. Called only when there are some, and never in a dry run. */
    readonly apply: () => Promise<void>;
}

/** A step looks first and changes afterwards, so that a dry run and the real one say the same. */
export interface Step {
    /** Such as `plug-ins`. */
    readonly name: string;
    /** @param earlier names of the steps before this one that had changes */
    readonly plan: (context: DeployContext, earlier: ReadonlySet<string>) => Promise<StepPlan>;
}

/** The plan of a step that has nothing to do. */
export function nothingToDo(...notes: readonly string[]): StepPlan {
    return { changes: [], notes, apply: () => Promise.resolve() };
}
