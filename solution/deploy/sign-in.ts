import type { TokenCredential } from '@azure/identity';
import type { Output } from './output';

export const SIGN_IN_METHODS = ['interactive', 'device-code', 'client-secret'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export interface SignIn {
    readonly method: SignInMethod;
    /** Id or domain of the tenant. */
    readonly tenant?: string | undefined;
    /** Application (client) id of the app registration. */
    readonly client?: string | undefined;
    /** Only ever from the environment variable AZURE_CLIENT_SECRET. */
    readonly secret?: string | undefined;
}

/** The app registration that Microsoft offers for trying things out (Microsoft Learn, "Use connection strings"). */
const SAMPLE_CLIENT = '51f81489-12ee-4a9e-aaae-a2591f45987d';
/** Any work account, whatever its tenant. */
const ANY_TENANT = 'organizations';
const REDIRECT = 'http://localhost';

/** Makes the credential of a sign-in; `azureCredential` does, tests bring their own. */
export type CredentialFactory = (signIn: SignIn, output: Output) => Promise<TokenCredential>;

/**
 * What gives a client its tokens. The credential keeps a token and renews it before it expires.
 * @param url of the environment, such as `https://contoso.crm4.dynamics.com`
 * @throws Error that names the way of signing in and what it needs
 */
export async function accessTokens(
    url: string,
    signIn: SignIn,
    output: Output,
    credentialOf: CredentialFactory = azureCredential,
): Promise<() => Promise<string>> {
    const credential = await credentialOf(signIn, output);
    return async () => {
        try {
            const token = await credential.getToken(`${url}/.default`);
            if (token) return token.token;
        } catch (error) {
            const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
            throw new Error(`${signInText(signIn)} to ${url} failed: ${reason}`, { cause: error });
        }
        throw new Error(`${signInText(signIn)} to ${url} gave no token. Try another --sign-in.`);
    };
}

function signInText({ method, tenant, client }: SignIn): string {
    return `Signing in (${method}, tenant ${tenant ?? ANY_TENANT}, client ${client ?? SAMPLE_CLIENT})`;
}

/** @throws Error when a client secret is asked for and tenant, client or secret is missing */
export const azureCredential: CredentialFactory = async (signIn, output) => {
    const { method, tenant, client, secret } = signIn;
    const azure = await import('@azure/identity');
    switch (method) {
        case 'interactive':
            return new azure.InteractiveBrowserCredential({
                tenantId: tenant ?? ANY_TENANT,
                clientId: client ?? SAMPLE_CLIENT,
                redirectUri: REDIRECT,
            });
        case 'device-code':
            return new azure.DeviceCodeCredential({
                tenantId: tenant ?? ANY_TENANT,
                clientId: client ?? SAMPLE_CLIENT,
                userPromptCallback: ({ message }) => output.line(message),
            });
        case 'client-secret': {
            if (!tenant || !client || !secret) {
                const missing = [
                    tenant ? '' : '--tenant or AZURE_TENANT_ID',
                    client ? '' : '--client or AZURE_CLIENT_ID',
                    secret ? '' : 'the environment variable AZURE_CLIENT_SECRET',
                ].filter((it) => it !== '');
                throw new Error(`--sign-in client-secret needs ${missing.join(' and ')}.`);
            }
            return new azure.ClientSecretCredential(tenant, client, secret);
        }
    }
};
