import type { BuiltFunction, BuiltPlugin } from '../../plugins';
import type { GeneratedPlugIns, PlugInGenerator } from './generate-plug-ins';
import { checkEnvironment } from './check-environment';
import type { PackagedTable } from './data-package-rows';
import { importStep } from './import-solution';
import { functionListStep } from './list-functions';
import { defaultConfigurationStep } from './load-default-configuration';
import type { Output } from './output';
import { findEvaluator } from './plug-in-environment';
import { duplicateRulesStep } from './publish-duplicate-rules';
import { publishStep } from './publish';
import { functionsStep } from './refresh-functions';
import { plugInsStep } from './register-plug-ins';
import { runSteps } from './run-steps';
import type { SolutionFile } from './solution-file';
import type { DeployContext, Step } from './step';
import { assignmentsStep } from './tell-assignments';
import type { WebApiClient } from './web-api-client';

export interface DeployRequest {
    readonly client: WebApiClient;
    readonly output: Output;
    readonly solution: SolutionFile;
    /** As the build listed them; undefined: plug-ins are left alone. */
    readonly plugIns?: readonly BuiltPlugin[] | undefined;
    /** Makes them anew for the columns that the environment has; absent: they are registered as they were built. */
    readonly generatePlugIns?: PlugInGenerator | undefined;
    /** The default configuration; undefined: none is loaded. */
    readonly defaults?: readonly PackagedTable[] | undefined;
    /** False leaves duplicate detection rules alone. */
    readonly publishesDuplicateRules?: boolean;
    readonly force?: boolean;
    readonly isDryRun?: boolean;
    /** Waits between two looks at a job; a timer when absent. */
    readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Brings an environment to what the solution file and what belongs to it say, and changes nothing else. What is so
 * already is left alone: a second run changes nothing.
 * @returns how many changes were made; in a dry run, would be
 * @throws Error that names the operation, the value and the way out; what was done before stays done, and the same call
 * goes on from there
 */
export async function deploy(request: DeployRequest): Promise<number> {
    const { client, output, solution, plugIns, defaults, isDryRun = false } = request;
    const before = await checkEnvironment(client, output, solution.uniqueName);
    // Found out before anything is written, not after the import.
    if (plugIns) await findEvaluator(client);
    const context: DeployContext = {
        client,
        output,
        solution,
        before,
        isDryRun,
        force: request.force ?? false,
        wait: request.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    };
    const steps: readonly Step[] = [
        importStep,
        publishStep,
        ...(request.publishesDuplicateRules === false ? [] : [duplicateRulesStep]),
        ...(plugIns ? plugInSteps(plugInSource(request, plugIns, before.installed !== undefined)) : []),
        ...(defaults ? [defaultConfigurationStep(defaults)] : []),
        assignmentsStep,
    ];
    return runSteps(steps, context);
}

function plugInSteps(source: () => Promise<GeneratedPlugIns>): readonly Step[] {
    const functions = async (): Promise<readonly BuiltFunction[]> => (await source()).functions;
    return [plugInsStep(async () => (await source()).automated), functionsStep(functions), functionListStep(functions)];
}

/** Made once, when the first step asks: that is after the import, when the columns are there. */
function plugInSource(
    { client, generatePlugIns, isDryRun = false }: DeployRequest,
    built: readonly BuiltPlugin[],
    isInstalled: boolean,
): () => Promise<GeneratedPlugIns> {
    let made: Promise<GeneratedPlugIns> | undefined;
    return () => {
        // A dry run before the first import finds no columns of ours: then what was built has to do.
        const asBuilt = !generatePlugIns || (isDryRun && !isInstalled);
        made ??= asBuilt ? Promise.resolve({ automated: built, functions: [] }) : generatePlugIns(client);
        return made;
    };
}
