import type { DeployContext, Step } from './step';

/**
 * Runs steps one after the other: each looks, says what it changes, and changes it; in a dry run it only says.
 * @returns how many changes there were, or would be
 */
export async function runSteps(steps: readonly Step[], context: DeployContext): Promise<number> {
    const { output, isDryRun } = context;
    const changed = new Set<string>();
    let changes = 0;
    for (const step of steps) {
        const plan = await step.plan(context, changed);
        for (const change of plan.changes) output.line(isDryRun ? `would ${change}` : change);
        for (const note of plan.notes) output.note(note);
        if (plan.changes.length === 0) continue;
        changed.add(step.name);
        changes += plan.changes.length;
        if (!isDryRun) await plan.apply();
    }
    return changes;
}
