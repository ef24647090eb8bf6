import type { GridModel } from '../../list/grid-model';
import { bracedId, plainId } from '../../platform/guid';
import type { Platform } from '../../platform/types';
import { lookupRows } from '../../xrm/lookup-rows';
import type { PlatformCommands } from '../commands/form-commands';
import type { FormModel } from '../model/form-model';
import { quickCreateRow } from '../quick-create/open-quick-create';
import type { SubgridDefinition } from './subgrid-source';

/** The platform's commands of a subgrid: new, add existing, remove, refresh. */
export function subgridCommands(
    platform: Platform,
    form: FormModel,
    definition: SubgridDefinition,
    model: GridModel,
): PlatformCommands {
    const { webApi, dialogs, texts } = platform;
    const { table, oneToMany, manyToMany } = definition;

    const associate = async (ids: readonly string[]): Promise<void> => {
        if (form.id === null) {
            return;
        }
        const owner = `${form.table.entitySetName}(${form.id})`;
        for (const id of ids.map(plainId)) {
            if (manyToMany !== undefined) {
                await webApi.request('POST', `${owner}/${manyToMany.navigationProperty}/$ref`, {
                    '@odata.id': `${location.origin}/api/data/v9.2/${table.entitySetName}(${id})`,
                });
            } else if (oneToMany !== undefined) {
                await webApi.update(table.logicalName, id, {
                    [`${oneToMany.lookupNavigationProperty}@odata.bind`]: `/${owner}`,
                });
            }
        }
        await model.refresh();
    };

    return {
        'Platform.SubGrid.refresh': () => model.refresh(),
        'Platform.SubGrid.addNew': async () => {
            const parent =
                form.id === null
                    ? []
                    : [{ id: bracedId(form.id), name: form.primaryName, entityType: form.table.logicalName }];
            const created = await quickCreateRow(platform, {
                table: table.logicalName,
                parameters: oneToMany === undefined ? {} : { [oneToMany.referencingColumn]: parent },
            });
            if (created !== null) {
                if (manyToMany === undefined) {
                    await model.refresh();
                } else {
                    await associate([created.id]);
                }
            }
        },
        'Platform.SubGrid.addExisting': async () => {
            const rows = await lookupRows(platform, {
                tables: [table.logicalName],
                title: texts('form.subgrid.addExisting', table.displayCollectionName),
                multiple: true,
            });
            await associate(rows.map(({ id }) => id));
        },
        'Platform.SubGrid.edit': async () => {
            const row = model.state.rows.find(({ id }) => id === model.state.selectedIds[0]);
            if (row !== undefined) {
                await platform.navigation.go({ page: 'form', app: platform.app.id, table: row.table, id: row.id });
            }
        },
        'Platform.SubGrid.remove': async () => {
            const ids = model.state.selectedIds;
            const sure = await dialogs.confirm({
                title: texts('form.subgrid.remove'),
                text: texts('form.subgrid.removeText', ids.length, form.primaryName),
            });
            if (!sure || form.id === null) {
                return;
            }
            for (const id of ids.map(plainId)) {
                if (manyToMany !== undefined) {
                    await webApi.request(
                        'DELETE',
                        `${form.table.entitySetName}(${form.id})/${manyToMany.navigationProperty}(${id})/$ref`,
                    );
                } else if (oneToMany !== undefined) {
                    await webApi.update(table.logicalName, id, {
                        [`${oneToMany.lookupNavigationProperty}@odata.bind`]: null,
                    });
                }
            }
            await model.refresh();
        },
        'Platform.SubGrid.delete': async () => {
            const ids = model.state.selectedIds;
            const sure = await dialogs.confirm({
                title: texts('form.delete.title'),
                text: texts('form.subgrid.deleteText', ids.length),
                confirmButtonLabel: texts('form.delete.confirm'),
            });
            if (sure) {
                for (const id of ids) {
                    await webApi.delete(table.logicalName, id);
                }
                await model.refresh();
            }
        },
    };
}
