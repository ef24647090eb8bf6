import { act, render } from '@testing-library/react';
import axe from 'axe-core';
import React from 'react';
import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import type { DialogHost } from '../../lifecycle/commands/dialog-host';
import type { Connection } from '../../webresources/dialog/connection';
import { LanguageContext } from '../../webresources/dialog/language';

export interface ShownDialog {
    readonly close: jest.Mock;
    readonly interim: jest.Mock;
}

/** Shows a dialog as `mount` does, and waits until it has read. */
export async function showDialog<Name extends DialogName>(
    Dialog: React.ComponentType<{ readonly connection: Connection<Name>; readonly host: DialogHost }>,
    input: Dialogs[Name]['input'],
    host: DialogHost,
): Promise<ShownDialog> {
    const [close, interim] = [jest.fn(), jest.fn()];
    const { language } = host.user;
    const session = { ...host, clientUrl: '' };
    render(
        <LanguageContext.Provider value={language}>
            <Dialog connection={{ input, text: host.text, language, session, interim, close }} host={host} />
        </LanguageContext.Provider>,
    );
    await settled();
    return { close, interim };
}

/** Lets answers arrive and be shown. */
export async function settled(): Promise<void> {
    await act(async () => {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
}

/** What axe finds; jsdom draws nothing, so colours are checked in a browser. */
export async function barriers(): Promise<readonly unknown[]> {
    document.documentElement.lang = 'en';
    document.title = 'Dialog';
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]);
}
