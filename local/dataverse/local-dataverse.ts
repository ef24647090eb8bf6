import { openEnvironment, type LocalEnvironment } from './environment';
import { addLowCode, type LowCodeOptions } from './lowcode/low-code';
import { createOrganization } from './pipeline/organization';
import type { Organization } from './pipeline/types';
import { solutionMessages, solutionSteps } from './solution/solution-messages';
import { webApiFunctions } from './webapi/functions/all';
import { handleWebApi } from './webapi/handle';
import type { WebApiRequest, WebApiResponse } from './webapi/http';

export interface LocalDataverseOptions {
    /** The database file, made with its folder when it is not there; `:memory:` (the default) keeps nothing. */
    readonly path?: string;
    /** Throw away what the file holds. */
    readonly fresh?: boolean;
    /** Who is told of each run of a plug-in or function, and by which clock its time is limited. */
    readonly lowCode?: LowCodeOptions;
}

/** A whole Dataverse environment in this process: rows, metadata, messages, Web API. */
export interface LocalDataverse {
    readonly environment: LocalEnvironment;
    readonly organization: Organization;
    /** Answers one Web API request; never throws. */
    handle(request: WebApiRequest): WebApiResponse;
    /** Closes the database; nothing else can be asked afterwards. */
    close(): void;
}

/**
 * Opens an environment and puts its parts together: store and metadata, the message pipeline with every message, plug-ins
 * and functions in Power Fx, the Web API.
 * @throws Error that names the file when it cannot be opened
 */
export function createLocalDataverse({
    path = ':memory:',
    fresh = false,
    lowCode = {},
}: LocalDataverseOptions = {}): LocalDataverse {
    const environment = openEnvironment({ path, fresh });
    const organization = createOrganization(environment, [...solutionMessages(environment), ...webApiFunctions]);
    solutionSteps(environment).forEach((step) => organization.registerStep(step));
    addLowCode(organization, lowCode);
    const host = { environment, organization };
    return { ...host, handle: (request) => handleWebApi(host, request), close: () => environment.close() };
}
