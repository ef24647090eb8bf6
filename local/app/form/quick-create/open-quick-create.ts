import type { ComponentProps } from 'react';
import type { Platform } from '../../platform/types';
import { chooseForm, FormKind, formsInApp } from '../definition/choose-form';
import { fallbackForm } from '../definition/fallback-form';
import { parseForm } from '../definition/parse-form';
import type { LookupValue } from '../model/values';
import { QuickCreatePane } from './QuickCreatePane';

export interface QuickCreateOptions {
    /** Logical name of the table that gets a row. */
    readonly table: string;
    /** Starting values, as `Xrm.Navigation.openForm` takes them. */
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly formId?: string;
}

/**
 * Opens the table's quick create form, as `Xrm.Navigation.openForm({ useQuickCreateForm: true })` does.
 * @returns what openForm answers; null when the user closed the pane
 */
export async function openQuickCreate(
    platform: Platform,
    table: string,
    parameters: Readonly<Record<string, unknown>>,
): Promise<{ readonly savedEntityReference: readonly LookupValue[] } | null> {
    const created = await quickCreateRow(platform, { table, parameters });
    return created === null ? null : { savedEntityReference: [created] };
}

/**
 * Opens the table's quick create form in a pane at the side.
 * @returns the row that was created; null when the user closed the pane
 */
export async function quickCreateRow(platform: Platform, options: QuickCreateOptions): Promise<LookupValue | null> {
    const table = await platform.table(options.table);
    const chosen = chooseForm(await formsInApp(platform, table, FormKind.QuickCreate), options.formId);
    const definition =
        chosen === undefined ? fallbackForm(table) : parseForm(chosen, platform.environment.user.language);
    const created = await platform.dialogs.open<LookupValue, Omit<ComponentProps<typeof QuickCreatePane>, 'close'>>(
        QuickCreatePane,
        { table, definition, parameters: options.parameters ?? {} },
        { title: platform.texts('form.quickCreate.title', table.displayName), position: 2, width: 480 },
    );
    return created ?? null;
}
