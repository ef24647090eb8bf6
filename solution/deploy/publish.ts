import { importStep } from './import-solution';
import { nothingToDo, type Step } from './step';

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
                      apply: async () => {
                          await client.post('PublishAllXml', {}, { isRepeatable: true });
                      },
                  }
                : nothingToDo(),
        ),
};
