import React from 'react';
import { render } from 'react-dom';
import type { DialogName } from '../../lifecycle/commands/dialogs';
import { openChannel } from '../xrm/dialogs';
import type { DialogHost } from '../../lifecycle/commands/dialog-host';
import { connect, type Connection } from './connection';
import { createDialogHost } from './create-dialog-host';
import { LanguageContext } from './language';
import { followTheme } from './theme';

/** Starts a dialog: gets its input by the id in `data`, and shows it. */
export async function mount<Name extends DialogName>(
    Dialog: React.ComponentType<{ readonly connection: Connection<Name>; readonly host: DialogHost }>,
): Promise<void> {
    followTheme(window);
    const id = new URLSearchParams(window.location.search).get('data') ?? '';
    const connection = await connect<Name>(openChannel(id), () => window.close());
    document.documentElement.lang = connection.language === 1036 ? 'fr' : 'en';
    const host = createDialogHost(connection.session, connection.text);
    render(
        <LanguageContext.Provider value={connection.language}>
            <Dialog connection={connection} host={host} />
        </LanguageContext.Provider>,
        document.getElementById('root'),
    );
}
