import { openEnvironment, type LocalEnvironment } from './environment';
import { createOrganization } from './pipeline/organization';
import type { Organization } from './pipeline/types';
import { solutionMessages, solutionSteps } from './solution/solution-messages';

export interface LocalDataverseOptions {
    /** The database file, made with its folder when it is not there; `:memory:` (the default) keeps nothing. */
    readonly path?: string;
    /** Throw away what the file holds. */
    readonly fresh?: boolean;
}

/** A whole Dataverse environment in this process: rows, metadata, messages. */
export interface LocalDataverse {
    readonly environment: LocalEnvironment;
    readonly organization: Organization;
    /** Closes the database; nothing else can be asked afterwards. */
    close(): void;
}

/**
 * Opens an environment and puts its parts together: store and metadata, the message pipeline with every message.
 * @throws Error that names the file when it cannot be opened
 */
export function createLocalDataverse({ path = ':memory:', fresh = false }: LocalDataverseOptions = {}): LocalDataverse {
    const environment = openEnvironment({ path, fresh });
    const organization = createOrganization(environment, solutionMessages(environment));
    solutionSteps(environment).forEach((step) => organization.registerStep(step));
    return { environment, organization, close: () => environment.close() };
}
