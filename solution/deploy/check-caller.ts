import type { EnvironmentState } from './environment-state';

/** What importing and publishing asks for (Microsoft Learn, "Security role privileges"). */
const NEEDED = ['prvImportCustomization', 'prvPublishCustomization'];

/**
 * @param url of the environment, for the error
 * @throws Error that names the caller and what he lacks
 */
export function checkCaller(url: string, { user, privileges }: EnvironmentState): void {
    // The import itself refuses, only later.
    if (!privileges) return;
    const missing = NEEDED.filter((name) => !privileges.has(name.toLowerCase()));
    if (missing.length === 0) return;
    throw new Error(
        `${user.name} (${user.id}) may not deploy to ${url}: ${missing.join(' and ')} missing. ` +
            'Sign in as a System Administrator or a System Customizer, or have an administrator give you that role.',
    );
}
