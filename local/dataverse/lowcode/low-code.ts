/** Power Fx on the server: automated plug-ins and functions of an environment, as rows say. */
import type { Organization, PipelineStage } from '../pipeline/types';
import { functionMessages } from './function-messages';
import { pluginSteps } from './plugin-steps';
import { registrationSteps } from './registration';
import type { RowCounts } from './formula-services';

/** One run of a plug-in or a function. */
export interface LowCodeRun extends RowCounts {
    readonly name: string;
    /** Logical name; empty for a function. */
    readonly table: string;
    readonly message: string;
    readonly stage: PipelineStage | 'function';
    readonly milliseconds: number;
    /** What it refused with, if it did. */
    readonly refusal?: string;
}

export interface LowCodeOptions {
    /** Told of every run, the refused ones included. */
    readonly observe?: (run: LowCodeRun) => void;
    /** Milliseconds, for the time limit; the system's clock when absent. */
    readonly clock?: () => number;
}

/** Lets an organization run what is registered in its rows, at once and for as long as it is open. */
export function addLowCode(organization: Organization, options: LowCodeOptions = {}): void {
    const steps = pluginSteps(organization, options);
    const functions = functionMessages(organization, options);
    registrationSteps.forEach((step) => organization.registerStep(step));
    organization.registerStepSource(steps.source);
    organization.registerMessageSource(functions.source);
    organization.registerRollback(() => {
        steps.forget();
        functions.forget();
    });
}
