import { ClientSecretCredential, DeviceCodeCredential, InteractiveBrowserCredential } from '@azure/identity';
import { accessTokens, azureCredential } from '../../../solution/deploy/sign-in';
import { WebApiClient } from '../../../solution/deploy/web-api-client';
import { aRecord } from './an-environment';

const URL = 'https://contoso.crm4.dynamics.com';

describe('signing in', () => {
    it('asks for a token of the environment before each request, so that a renewed one is used', async () => {
        const scopes: unknown[] = [];
        const tokens = ['first', 'second'];
        const accessToken = await accessTokens(URL, { method: 'interactive' }, aRecord(), () =>
            Promise.resolve({
                getToken: (scope) => {
                    scopes.push(scope);
                    return Promise.resolve({ token: tokens.shift() ?? '', expiresOnTimestamp: 0 });
                },
            }),
        );
        const sent: unknown[] = [];
        const client = new WebApiClient(URL, {
            accessToken,
            transport: (address, request) => {
                sent.push([address, new Headers(request.headers).get('Authorization'), request.redirect]);
                return Promise.resolve(new Response('{}'));
            },
        });
        await client.get('WhoAmI');
        await client.changeset([{ method: 'DELETE', path: 'leads(1)' }]);
        expect(scopes).toEqual([`${URL}/.default`, `${URL}/.default`]);
        expect(sent).toEqual([
            [`${URL}/api/data/v9.2/WhoAmI`, 'Bearer first', 'error'],
            [`${URL}/api/data/v9.2/$batch`, 'Bearer second', 'error'],
        ]);
    });

    it('says how and where it failed, in one line', async () => {
        const accessToken = await accessTokens(URL, { method: 'device-code', tenant: 'contoso' }, aRecord(), () =>
            Promise.resolve({ getToken: () => Promise.reject(new Error('AADSTS50034: no such user\nTrace ID: 1')) }),
        );
        await expect(accessToken()).rejects.toThrow(
            /^Signing in \(device-code, tenant contoso, client [0-9a-f-]{36}\) to https:.* failed: AADSTS50034: no such user$/,
        );
    });

    it('uses the credential that fits', async () => {
        const output = aRecord();
        expect(await azureCredential({ method: 'interactive' }, output)).toBeInstanceOf(InteractiveBrowserCredential);
        expect(await azureCredential({ method: 'device-code' }, output)).toBeInstanceOf(DeviceCodeCredential);
        const secret = { tenant: 'contoso.example', client: 'c', secret: 's' };
        expect(await azureCredential({ method: 'client-secret', ...secret }, output)).toBeInstanceOf(
            ClientSecretCredential,
        );
    });

    it('names what a client secret lacks', async () => {
        await expect(azureCredential({ method: 'client-secret', client: 'c' }, aRecord())).rejects.toThrow(
            '--sign-in client-secret needs --tenant or AZURE_TENANT_ID and the environment variable AZURE_CLIENT_SECRET.',
        );
    });
});
