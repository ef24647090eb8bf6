/** @jest-environment jsdom */
import { namespace } from '../../../../local/app/xrm/supported';
import { createResourceStrings } from '../../../../local/app/xrm/resource-strings';
import { createXrm } from '../../../../local/app/xrm/create-xrm';
import { fakePlatform, leadTable } from '../fixtures';

const resx = (...texts: readonly (readonly [string, string])[]): string =>
    `<root>${texts.map(([name, text]) => `<data name="${name}"><value>${text}</value></data>`).join('')}</root>`;

const FILES: Readonly<Record<string, string>> = {
    '/WebResources/new_/strings/Texts.1033.resx': resx(['hello', 'Hello'], ['bye', 'Goodbye']),
    '/WebResources/new_/strings/Texts.1036.resx': resx(['hello', 'Bonjour']),
};

/** As much of a Response as is read; jsdom has none of its own. */
const answer = (body: string | undefined): Response =>
    ({
        ok: body !== undefined,
        status: body === undefined ? 404 : 200,
        text: () => Promise.resolve(body ?? ''),
        json: () => Promise.resolve(JSON.parse(body ?? 'null') as unknown),
    }) as Response;

describe('Texts of web resources', () => {
    const names = ['new_/strings/Texts.1033.resx', 'new_/strings/Texts.1036.resx', 'other_/strings/Texts.1033.resx'];
    const asked: string[] = [];
    const strings = createResourceStrings((address) => {
        asked.push(address);
        return Promise.resolve(
            answer(
                address.includes('webresourceset')
                    ? JSON.stringify({ value: names.map((name) => ({ name })) })
                    : FILES[address],
            ),
        );
    }, 1036);

    it('are read with the first script of their publisher, and only those', async () => {
        await strings.preloadFor('new_/lead/form.js');
        await strings.preloadFor('new_/lead/commands.js');
        expect(asked.filter((address) => address.endsWith('.resx')).sort()).toEqual(Object.keys(FILES));
    });

    it('come in the language of the user, and in English where that lacks one', () => {
        expect(strings.get('new_/strings/Texts', 'hello')).toBe('Bonjour');
        expect(strings.get('new_/strings/Texts', 'bye')).toBe('Goodbye');
        expect(strings.get('new_/strings/Texts', 'nothing')).toBeUndefined();
    });
});

describe('A namespace', () => {
    it('names what it does not have when that is called, and not before', () => {
        const device = namespace('Xrm.Device', { known: () => 1 }) as Record<string, () => unknown>;
        expect(device.known?.()).toBe(1);
        expect(() => device.captureImage).not.toThrow();
        expect(() => device.captureImage?.()).toThrow(
            'Xrm.Device.captureImage is not supported here (local Dataverse).',
        );
    });

    it('is no promise', async () => {
        await expect(Promise.resolve(namespace('x', { one: 1 }))).resolves.toMatchObject({ one: 1 });
    });
});

describe('Xrm', () => {
    const platform = fakePlatform(leadTable());
    const xrm = createXrm({
        platform,
        resourceStrings: { get: () => undefined, preloadFor: () => Promise.resolve() },
        window,
    }) as typeof Xrm;

    it('tells who works here', () => {
        const { userSettings } = xrm.Utility.getGlobalContext();
        expect(userSettings.userId).toBe('{11111111-1111-4111-8111-111111111102}');
        expect(userSettings.roles.get().map((role) => role.name)).toEqual(['Salesperson']);
        expect(userSettings.languageId).toBe(1033);
    });

    it('tells the metadata of a table with its choices', async () => {
        const metadata = await xrm.Utility.getEntityMetadata('lead', ['statuscode']);
        const column = metadata.Attributes.get('statuscode') as unknown as {
            readonly attributeDescriptor: {
                readonly OptionSet: readonly { readonly Value: number; readonly State: number }[];
            };
        };
        expect(column.attributeDescriptor.OptionSet.map((option) => `${option.Value} of ${option.State}`)).toEqual([
            '1 of 0',
            '2 of 0',
            '3 of 1',
            '4 of 2',
            '5 of 2',
        ]);
    });

    it('goes to lists and forms', async () => {
        await xrm.Navigation.navigateTo({ pageType: 'entitylist', entityName: 'lead' });
        expect(platform.navigation.route).toMatchObject({ page: 'list', table: 'lead' });
        await xrm.Navigation.openForm({ entityName: 'lead', entityId: '{0000000A-0000-4000-8000-000000000001}' });
        expect(platform.navigation.route).toMatchObject({
            page: 'form',
            table: 'lead',
            id: '0000000a-0000-4000-8000-000000000001',
        });
    });

    it('opens a web resource as a dialog and resolves with what it returned', async () => {
        const closed = xrm.Navigation.navigateTo(
            { pageType: 'webresource', webresourceName: 'new_/d.html', data: 'a=1' },
            { target: 2, position: 2, width: 400, title: 'Pick' },
        );
        // The dialog opens in the next turn.
        await Promise.resolve();
        await Promise.resolve();
        const [dialog] = platform.dialogs.stack;
        expect(dialog).toMatchObject({
            kind: 'content',
            frame: { title: 'Pick', position: 2, width: 400 },
            props: { name: 'new_/d.html', data: 'a=1' },
        });
        if (dialog?.kind === 'content') {
            dialog.close({ picked: 1 });
        }
        await expect(closed).resolves.toEqual({ returnValue: { picked: 1 } });
    });

    it('names pages that it cannot open', async () => {
        await expect(xrm.Navigation.navigateTo({ pageType: 'custom', name: 'x' })).rejects.toThrow('pageType "custom"');
    });

    it('shows and clears global notifications', async () => {
        const id = await xrm.App.addGlobalNotification({ type: 2, level: 1, message: 'Done' });
        expect(platform.notifications.shown.map((one) => one.message)).toEqual(['Done']);
        await xrm.App.clearGlobalNotification(id);
        expect(platform.notifications.shown).toEqual([]);
    });
});
