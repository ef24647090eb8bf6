import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import type { Host, User } from '../../lifecycle/commands/host';
import { readResponse } from '../../lifecycle/commands/read-response';
import { writeRequest } from '../../lifecycle/commands/write-request';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import { languageOf } from '../../lifecycle/defaults';
import type { Text } from '../../lifecycle/messages';
import { plainId, type Row } from '../../lifecycle/row';
import { componentText } from '../component-text';
import { displayNameOf, readStatusMetadata } from '../status-reasons/status-metadata';
import { openDialog } from './dialogs';
import { findXrm, pageXrm } from './page-xrm';

/** What of a component's context the flows need. */
export type HostContext = Pick<
    ComponentFramework.Context<unknown>,
    'resources' | 'webAPI' | 'utils' | 'navigation' | 'userSettings'
>;

/**
 * Answers the lifecycle's flows with the component framework and, for what that lacks, with the page's `Xrm`: the very
 * flows that the command bar runs.
 * @param currentContext the framework hands a new context to each `updateView`
 */
export function createHost(currentContext: () => HostContext): Host {
    const text: Text = componentText(() => currentContext().resources);
    let configuration: Promise<Configuration> | null = null;
    let statusReasons: Promise<readonly StatusReason[]> | null = null;
    const host: Host = {
        user: userOf(currentContext()),
        text,
        now: () => new Date(),
        configuration: () => {
            configuration ??= loadConfiguration(host).catch((error: unknown) => {
                configuration = null;
                throw error;
            });
            return configuration;
        },
        statusReasons: () => {
            statusReasons ??= readStatusMetadata(currentContext().utils).then(
                ({ reasons }) => reasons,
                (error: unknown) => {
                    statusReasons = null;
                    throw error;
                },
            );
            return statusReasons;
        },
        columnLabels: (table, columns) => readColumnLabels(currentContext(), table, columns),
        retrieve: (table, id, options) => currentContext().webAPI.retrieveRecord(table, id, options),
        retrieveMultiple: async (table, options): Promise<readonly Row[]> =>
            (await currentContext().webAPI.retrieveMultipleRecords(table, options)).entities,
        update: async (table, id, columns) => {
            await currentContext().webAPI.updateRecord(table, id, columns);
        },
        changeSet: async (operations) => {
            const responses = await pageXrm().WebApi.online.executeMultiple([operations.map(writeRequest)]);
            return Promise.all(responses.map(readResponse));
        },
        openDialog: (name, input) => openDialog(host, name, input),
        confirm: async ({ title, text: question, confirmLabel, cancelLabel }) => {
            const { confirmed } = await currentContext().navigation.openConfirmDialog({
                title,
                text: question,
                confirmButtonLabel: confirmLabel,
                cancelButtonLabel: cancelLabel,
            });
            return confirmed;
        },
        alert: async ({ title, text: message }) => {
            // The framework's type lacks the title, which the platform's own dialog has and shows.
            const strings: ComponentFramework.NavigationApi.AlertDialogStrings & { title: string } = {
                title,
                text: message,
                confirmButtonLabel: text('button.close'),
            };
            await currentContext().navigation.openAlertDialog(strings);
        },
        progress: (message) => {
            // Only a courtesy: a page without the indicator must not stop a flow.
            if (message === null) findXrm()?.Utility.closeProgressIndicator();
            else findXrm()?.Utility.showProgressIndicator(message);
        },
        navigate: async (table, id) => {
            await currentContext().navigation.openForm({ entityName: table, entityId: id });
        },
        report: (error) => console.error(error),
    };
    return host;
}

function userOf(context: HostContext): User {
    const { userId, languageId } = context.userSettings;
    const roles: string[] = [];
    // The framework knows the ids of the roles only; transitions ask for names.
    findXrm()
        ?.Utility.getGlobalContext()
        .userSettings.roles?.forEach((role: Xrm.LookupValue) => {
            if (role.name) roles.push(role.name);
        });
    return { id: plainId(userId), roles, language: languageOf(languageId) };
}

async function readColumnLabels(
    context: HostContext,
    table: string,
    columns: readonly string[],
): Promise<Readonly<Record<string, string>>> {
    const labels = await Promise.all(
        columns.map(async (column) => {
            try {
                const metadata: unknown = await context.utils.getEntityMetadata(table, [column]);
                return [column, displayNameOf(metadata, column) ?? column] as const;
            } catch (error) {
                // A maker may have typed a column that does not exist; the others keep their labels.
                console.error(error);
                return [column, column] as const;
            }
        }),
    );
    return Object.fromEntries(labels);
}
