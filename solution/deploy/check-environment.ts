import { readEnvironmentState, type EnvironmentState } from './environment-state';
import type { Output } from './output';
import type { WebApiClient } from './web-api-client';

/** What importing and publishing asks for (Microsoft Learn, "Security role privileges"). */
const NEEDED = ['prvImportCustomization', 'prvPublishCustomization'];

/**
 * Looks at the environment and says which one it is and as whom, before anything is changed there.
 * @param uniqueName of the solution
 * @throws Error that names the caller and what he lacks; Unreachable, WebApiRefusal
 */
export async function checkEnvironment(
    client: WebApiClient,
    output: Output,
    uniqueName: string,
): Promise<EnvironmentState> {
    const state = await readEnvironmentState(client, uniqueName);
    const { organization, version, user } = state;
    output.note(`${client.environmentUrl}: ${organization}, Dataverse ${version}, as ${user.name}`);
    checkCaller(client.environmentUrl, state);
    return state;
}

function checkCaller(url: string, { user, privileges }: EnvironmentState): void {
    // The import itself refuses, only later.
    if (!privileges) return;
    const missing = NEEDED.filter((name) => !privileges.has(name.toLowerCase()));
    if (missing.length === 0) return;
    throw new Error(
        `${user.name} (${user.id}) may not deploy to ${url}: ${missing.join(' and ')} missing. ` +
            'Sign in as a System Administrator or a System Customizer, or have an administrator give you that role.',
    );
}
