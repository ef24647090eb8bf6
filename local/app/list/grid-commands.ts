/**
 * The platform's own commands of a list page, by the names the base ribbon calls them.
 */
import { refusal } from '../platform/web-api';
import type { Platform } from '../platform/types';
import { lookupRows } from '../xrm/lookup-rows';
import { selectedRows, type GridModel, type GridRow } from './grid-model';
import { disqualification, qualifyRequests } from './stock-lead-commands';

type Commands = Readonly<Record<string, (...parameters: readonly unknown[]) => void | Promise<void>>>;

export function gridCommands(platform: Platform, model: GridModel): Commands {
    const { navigation, texts, dialogs, webApi } = platform;
    const { table } = model.source;

    /** Rows in the list of all activities belong to the table of their kind. */
    const pathOf = async (row: GridRow): Promise<string> =>
        `${(await platform.table(row.table)).entitySetName}(${row.id})`;

    const setState = async (state: number): Promise<void> => {
        const status = table.columns.statecode?.options?.find((option) => option.value === state)?.defaultStatus;
        await changeSelected(
            { statecode: state, ...(status === undefined ? {} : { statuscode: status }) },
            texts('list.changing'),
        );
    };

    const changeSelected = async (body: object, progress: string): Promise<void> => {
        const rows = selectedRows(model.state);
        await inProgress(progress, async () => {
            const requests = rows.map(async (row) => ({
                method: 'PATCH',
                path: await pathOf(row),
                body,
                headers: { 'If-Match': '*' },
            }));
            const responses = await webApi.batch(await Promise.all(requests), false);
            await reportRefusals(responses);
        });
    };

    const inProgress = async (message: string, work: () => Promise<void>): Promise<void> => {
        dialogs.showProgress(message);
        try {
            await work();
        } finally {
            dialogs.closeProgress();
        }
        await model.refresh();
    };

    const reportRefusals = async (
        responses: readonly {
            readonly status: number;
            readonly headers: Readonly<Record<string, string>>;
            readonly body: unknown;
        }[],
    ): Promise<void> => {
        const refused = responses.filter((response) => response.status >= 400).map(refusal);
        const [first] = refused;
        if (first) {
            dialogs.closeProgress();
            const messages = [...new Set(refused.map((error) => error.message))];
            await dialogs.error({
                message: texts('list.someRefused', refused.length, responses.length),
                details: messages.join('\n'),
                errorCode: first.errorCode,
            });
        }
    };

    return {
        // The list of all activities names the kind of activity.
        'Platform.Grid.new': async (kind) => {
            const name = typeof kind === 'string' ? kind : table.logicalName;
            await navigation.go({ page: 'form', app: platform.app.id, table: name });
        },
        'Platform.Grid.edit': async () => {
            const [row] = selectedRows(model.state);
            if (row) {
                await navigation.go({ page: 'form', app: platform.app.id, table: row.table, id: row.id });
            }
        },
        'Platform.Grid.refresh': () => model.refresh(),
        'Platform.Grid.delete': async () => {
            const rows = selectedRows(model.state);
            const name = rows.length === 1 ? table.displayName : table.displayCollectionName;
            const sure = await dialogs.confirm({
                title: texts('list.deleteTitle'),
                text: texts('list.deleteText', rows.length, name),
                confirmButtonLabel: texts('list.delete'),
            });
            if (sure) {
                await inProgress(texts('list.deleting'), async () => {
                    const requests = rows.map(async (row) => ({ method: 'DELETE', path: await pathOf(row) }));
                    const responses = await webApi.batch(await Promise.all(requests), false);
                    await reportRefusals(responses);
                });
            }
        },
        'Platform.Grid.assign': async () => {
            const [owner] = await lookupRows(platform, {
                tables: ['systemuser', 'team'],
                title: texts('list.assignTitle'),
                multiple: false,
            });
            if (owner) {
                const set = (await platform.table(owner.entityType)).entitySetName;
                await changeSelected({ 'ownerid@odata.bind': `/${set}(${owner.id})` }, texts('list.assigning'));
            }
        },
        'Platform.Grid.activate': () => setState(0),
        'Platform.Grid.deactivate': () => setState(1),
        'Platform.Lead.qualify': () =>
            inProgress(texts('list.qualifying'), async () => {
                const requests = await qualifyRequests(platform, selectedRows(model.state));
                await reportRefusals(await webApi.batch(requests, false));
            }),
        'Platform.Lead.disqualify': (status) => changeSelected(disqualification(status), texts('list.changing')),
        'Platform.Lead.reactivate': () => setState(0),
    };
}
