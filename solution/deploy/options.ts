import { parseArgs } from 'node:util';
import { SIGN_IN_METHODS, type SignIn, type SignInMethod } from './sign-in';

export const USAGE = `npm run deploy -- --url https://… [options]
  --url URL             the environment, such as https://contoso.crm4.dynamics.com
  --dry-run             say what would change, write nothing
  --managed             the managed solution (as installed; for a first installation: managed)
  --unmanaged           the unmanaged one, for a development environment
  --solution FILE.zip   this solution instead of the built one
  --plugins FILE.json   these plug-ins instead of the built ones
  --data FILE.zip       this default configuration instead of the built one
  --no-defaults         load no default configuration
  --no-plugins          leave low-code plug-ins alone
  --no-duplicate-rules  leave duplicate detection rules alone
  --force               import again what is installed, or an older version
  --uninstall           take the solution and its plug-ins away
  --sign-in METHOD      interactive, device-code or client-secret; nothing for a local Dataverse
  --tenant ID           tenant (AZURE_TENANT_ID)
  --client ID           app registration (AZURE_CLIENT_ID); its secret only as AZURE_CLIENT_SECRET`;

export interface DeployOptions {
    /** Origin, without a slash at its end. */
    readonly url: string;
    readonly isLoopback: boolean;
    readonly isDryRun: boolean;
    /** Undefined: as installed. */
    readonly managed: boolean | undefined;
    readonly solution: string | undefined;
    readonly plugIns: string | undefined;
    readonly data: string | undefined;
    readonly loadsDefaults: boolean;
    readonly registersPlugIns: boolean;
    readonly publishesDuplicateRules: boolean;
    readonly force: boolean;
    readonly uninstalls: boolean;
    readonly signIn: SignIn;
}

/**
 * @param args of the command line
 * @param variables of the process
 * @returns undefined when help was asked for
 * @throws Error that names the option, its value and what it takes
 */
export function readOptions(
    args: readonly string[],
    variables: Readonly<Record<string, string | undefined>>,
): DeployOptions | undefined {
    const { values } = parseArgs({
        args: [...args],
        options: {
            url: { type: 'string' },
            'dry-run': { type: 'boolean', default: false },
            managed: { type: 'boolean', default: false },
            unmanaged: { type: 'boolean', default: false },
            solution: { type: 'string' },
            plugins: { type: 'string' },
            data: { type: 'string' },
            'no-defaults': { type: 'boolean', default: false },
            'no-plugins': { type: 'boolean', default: false },
            'no-duplicate-rules': { type: 'boolean', default: false },
            force: { type: 'boolean', default: false },
            uninstall: { type: 'boolean', default: false },
            'sign-in': { type: 'string' },
            tenant: { type: 'string' },
            client: { type: 'string' },
            help: { type: 'boolean', default: false },
        },
    });
    if (values.help) return undefined;
    if (values.managed && values.unmanaged) throw new Error('--managed and --unmanaged: give one of them.');
    const { url, isLoopback } = environmentAddress(values.url);
    return {
        url,
        isLoopback,
        isDryRun: values['dry-run'],
        managed: values.managed ? true : values.unmanaged ? false : undefined,
        solution: values.solution,
        plugIns: values.plugins,
        data: values.data,
        loadsDefaults: !values['no-defaults'],
        registersPlugIns: !values['no-plugins'],
        publishesDuplicateRules: !values['no-duplicate-rules'],
        force: values.force,
        uninstalls: values.uninstall,
        signIn: {
            method: signInMethod(values['sign-in'], variables),
            tenant: values.tenant ?? variables['AZURE_TENANT_ID'],
            client: values.client ?? variables['AZURE_CLIENT_ID'],
            secret: variables['AZURE_CLIENT_SECRET'],
        },
    };
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function environmentAddress(given: string | undefined): { readonly url: string; readonly isLoopback: boolean } {
    if (given === undefined) throw new Error(`--url is missing: which environment?\n\n${USAGE}`);
    if (!URL.canParse(given)) {
        throw new Error(`--url ${given}: not an address. It looks like https://contoso.crm4.dynamics.com.`);
    }
    const { origin, protocol, hostname } = new URL(given);
    const isLoopback = LOOPBACK.has(hostname);
    // A token must not travel in the clear.
    if (protocol !== 'https:' && !(isLoopback && protocol === 'http:')) {
        throw new Error(`--url ${given}: only https:// is taken; http:// for a Dataverse on this machine alone.`);
    }
    return { url: origin, isLoopback };
}

function signInMethod(
    given: string | undefined,
    variables: Readonly<Record<string, string | undefined>>,
): SignInMethod {
    if (given === undefined) return variables['AZURE_CLIENT_SECRET'] ? 'client-secret' : 'interactive';
    const method = SIGN_IN_METHODS.find((it) => it === given);
    if (!method) throw new Error(`--sign-in ${given}: it takes ${SIGN_IN_METHODS.join(', ')}.`);
    return method;
}
