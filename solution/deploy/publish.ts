import { importStep } from './import-solution';
import { nothingToDo, type Step } from './step';
import type { WebApiClient } from './web-api-client';

/**
 * Publishes after an import of an unmanaged solution. What a managed one brings is published by its import
 * (Microsoft Learn, "Import solutions"), and publishing all would publish unfinished work of others with it.
 */
export const publishStep: Step = {
    name: 'publish',
    plan: ({ client, solution }, earlier) =>
        Promise.resolve(
            earlier.has(importStep.name) && !solution.isManaged
                ? {
                      changes: ['publish all customizations'],
                      notes: [],
                      apply: () => publish(client, solution.name),
                  }
                : nothingToDo(),
        ),
};

async function publish(client: WebApiClient, name: string): Promise<void> {
    try {
        await client.post('PublishAllXml', {}, { isRepeatable: true });
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(
            `${name} is imported, but not published: ${reason}. Publish all customizations in Power Apps, or deploy ` +
                'again with --force.',
            { cause: error },
        );
    }
}
