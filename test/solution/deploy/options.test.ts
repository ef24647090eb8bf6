import { readOptions } from '../../../solution/deploy/options';

const URL = ['--url', 'https://contoso.crm4.dynamics.com'];
const read = (args: readonly string[], variables: Record<string, string> = {}) => readOptions(args, variables);

describe('the options of a deploy', () => {
    it('need only an address, and take what is usual for the rest', () => {
        expect(read(URL)).toMatchObject({
            url: 'https://contoso.crm4.dynamics.com',
            isLoopback: false,
            isDryRun: false,
            managed: undefined,
            loadsDefaults: true,
            registersPlugIns: true,
            uninstalls: false,
            signIn: { method: 'interactive', tenant: undefined, client: undefined, secret: undefined },
        });
    });

    it('take an address as people copy it from the browser', () => {
        const address = 'https://contoso.crm4.dynamics.com/main.aspx?appid=1#2';
        expect(read(['--url', address])?.url).toBe('https://contoso.crm4.dynamics.com');
    });

    it.each(['http://127.0.0.1:8484', 'http://localhost:8484/', 'http://[::1]:8484'])(
        'know %s for a Dataverse on this machine',
        (address) => expect(read(['--url', address])).toMatchObject({ isLoopback: true }),
    );

    it('take a secret from the environment alone, and sign in with it then', () => {
        const variables = { AZURE_TENANT_ID: 'tenant', AZURE_CLIENT_ID: 'client', AZURE_CLIENT_SECRET: 'secret' };
        expect(read(URL, variables)?.signIn).toEqual({
            method: 'client-secret',
            tenant: 'tenant',
            client: 'client',
            secret: 'secret',
        });
        expect(read([...URL, '--client', 'other', '--sign-in', 'device-code'], variables)?.signIn).toMatchObject({
            method: 'device-code',
            client: 'other',
        });
        expect(() => read([...URL, '--client-secret', 'secret'])).toThrow(/--client-secret/);
    });

    it.each([
        [[], /--url is missing/],
        [['--url', 'contoso'], /--url contoso: not an address/],
        [['--url', 'http://contoso.crm4.dynamics.com'], /only https:\/\/ is taken/],
        [['--url', 'http://127.0.0.1.contoso.example'], /only https:\/\/ is taken/],
        [[...URL, '--managed', '--unmanaged'], /give one of them/],
        [[...URL, '--sign-in', 'password'], /--sign-in password: it takes interactive, device-code, client-secret/],
    ])('%j are refused in words', (args: string[], message: RegExp) => {
        expect(() => read(args)).toThrow(message);
    });
});
