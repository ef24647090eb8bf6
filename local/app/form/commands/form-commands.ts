import { lookupRows } from '../../xrm/lookup-rows';
import type { Platform } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { FormModel, SaveOptions } from '../model/form-model';
import { SaveRefused } from '../model/save-pipeline';
import { SaveMode } from '../model/save-mode';

export type PlatformCommands = Readonly<Record<string, (...parameters: readonly unknown[]) => void | Promise<void>>>;

/** The platform's commands of every table's form, by the names the base ribbon calls them. */
export function formCommands(platform: Platform, form: FormModel): PlatformCommands {
    const { navigation, dialogs, texts } = platform;
    return {
        'Platform.Form.save': async () => {
            await saved(form, SaveMode.Save);
        },
        'Platform.Form.saveAndClose': async () => {
            await saved(form, SaveMode.SaveAndClose);
        },
        'Platform.Form.saveAndNew': async () => {
            await saved(form, SaveMode.SaveAndNew);
        },
        'Platform.Form.new': async () => {
            await navigation.go({ page: 'form', app: platform.app.id, table: form.table.logicalName });
        },
        'Platform.Form.refresh': async () => {
            const sure =
                !form.isDirtyForUser ||
                (await dialogs.confirm({
                    title: texts('form.leave.title'),
                    text: texts('form.refresh.text'),
                    confirmButtonLabel: texts('form.leave.discard'),
                    cancelButtonLabel: texts('form.leave.stay'),
                }));
            if (sure) {
                await form.refresh(false);
            }
        },
        'Platform.Form.delete': async () => {
            if (form.id === null) {
                return;
            }
            const sure = await dialogs.confirm({
                title: texts('form.delete.title'),
                text: texts('form.delete.text', form.table.displayName, form.primaryName),
                confirmButtonLabel: texts('form.delete.confirm'),
            });
            if (sure) {
                await platform.webApi.delete(form.table.logicalName, form.id);
                form.abandonChanges();
                form.host.close();
            }
        },
        'Platform.Form.assign': async () => {
            const [owner] = await lookupRows(platform, {
                tables: ['systemuser', 'team'],
                title: texts('form.assign.title'),
                multiple: false,
            });
            if (owner !== undefined) {
                const { entitySetName } = await platform.table(owner.entityType);
                await saved(form, SaveMode.Assign, {
                    changes: { 'ownerid@odata.bind': `/${entitySetName}(${plainId(owner.id)})` },
                });
            }
        },
        'Platform.Form.activate': async () => {
            await saved(form, SaveMode.Reactivate, { changes: stateChange(form, 0) });
        },
        'Platform.Form.deactivate': async () => {
            if (form.table.isActivity) {
                // An activity that is no longer open is done.
                await saved(form, SaveMode.SaveAsCompleted, { changes: stateChange(form, 1) });
                return;
            }
            const sure = await dialogs.confirm({
                title: texts('form.deactivate.title', form.table.displayName),
                text: texts('form.deactivate.text', form.primaryName),
                confirmButtonLabel: texts('form.deactivate.confirm'),
            });
            if (sure) {
                await saved(form, SaveMode.Deactivate, { changes: stateChange(form, 1) });
            }
        },
    };
}

/**
 * Saves the form for a command.
 * @returns false when the form was not saved; the user knows why by then
 */
export async function saved(form: FormModel, mode: SaveMode, options: SaveOptions = {}): Promise<boolean> {
    try {
        await form.save(mode, options);
        return true;
    } catch (error) {
        if (error instanceof SaveRefused) {
            return false;
        }
        throw error;
    }
}

/** A state with the status reason that stands for it. */
export function stateChange(form: FormModel, state: number, status?: number): Record<string, unknown> {
    const reason = status ?? form.table.columns.statecode?.options?.find(({ value }) => value === state)?.defaultStatus;
    return { statecode: state, ...(reason === undefined ? {} : { statuscode: reason }) };
}
