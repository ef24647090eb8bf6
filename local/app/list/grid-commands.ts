/**
 * The platform's own commands of a list page, by the names the base ribbon calls them.
 */
import { refusal } from '../platform/web-api';
import type { Platform } from '../platform/types';
import { lookupRows } from '../xrm/lookup-rows';
import { selectedRows, type GridModel } from './grid-model';

type Commands = Readonly<Record<string, (...parameters: readonly unknown[]) => void | Promise<void>>>;

export function gridCommands(platform: Platform, model: GridModel): Commands {
    const { navigation, texts, dialogs, webApi } = platform;
    const { table } = model.source;

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
            const responses = await webApi.batch(
                rows.map((row) => ({
                    method: 'PATCH',
                    path: `${table.entitySetName}(${row.id})`,
                    body,
                    headers: { 'If-Match': '*' },
                })),
                false,
            );
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
        'Platform.Grid.new': async () => {
            await navigation.go({ page: 'form', app: platform.app.id, table: table.logicalName });
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
                    const responses = await webApi.batch(
                        await Promise.all(
                            rows.map(async (row) => ({
                                method: 'DELETE',
                                path: `${(await platform.table(row.table)).entitySetName}(${row.id})`,
                            })),
                        ),
                        false,
                    );
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
    };
}
