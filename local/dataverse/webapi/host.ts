/** What the Web API works on. */
import type { Environment, Organization, RequestContext } from '../pipeline/types';
import type { UserSettings } from '../formatting/user-settings';
import type { Preferences } from './preferences';

export interface WebApiHost {
    readonly environment: Environment;
    /** Its registered messages are the actions and functions that can be called by name. */
    readonly organization: Organization;
}

/** One request on its way. */
export interface Call {
    readonly host: WebApiHost;
    /** Upper case. */
    readonly method: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body: string | Uint8Array | undefined;
    /** Query options with their `$`, and others such as fetchXml; decoded. */
    readonly options: ReadonlyMap<string, string>;
    /** Parameter aliases such as `@p1`; decoded. */
    readonly aliases: ReadonlyMap<string, string>;
    readonly context: RequestContext;
    readonly settings: UserSettings;
    readonly preferences: Preferences;
    /** `http://127.0.0.1:8484/api/data/v9.2/` */
    readonly serviceRoot: string;
    /** The path below the service root and the query, as sent. */
    readonly relativeUrl: string;
}
