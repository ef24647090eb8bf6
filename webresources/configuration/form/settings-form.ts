import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import { asNumber } from '../../../lifecycle/row';
import { waitBeforeSave } from '../../form/wait-before-save';
import { createFormHost, type FormHost } from '../../xrm/host';
import { forgetConfiguration } from '../../xrm/session';

export interface Settings {
    readonly host: FormHost;
    readonly statusReasons: readonly StatusReason[];
}

/**
 * Refuses to save while something speaks against it, in words. Sellers who work in the same page get the new rules
 * after a save.
 * @param problemOf the words; null when the row may be saved
 * @returns what the form's other handlers need, once it has been read
 */
export function guardSettings(
    form: Xrm.FormContext,
    problemOf: (settings: Settings) => Promise<string | null>,
): Promise<Settings> {
    const loaded = createFormHost().then(async (host) => ({ host, statusReasons: await host.statusReasons() }));
    form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
        waitBeforeSave(context.getEventArgs(), mayBeSaved()),
    );
    form.data.entity.addOnPostSave(forgetConfiguration);
    return loaded;

    /** What cannot be checked is saved: the rules are the maker's, and only a help is missing then. */
    async function mayBeSaved(): Promise<boolean> {
        const settings = await loaded.catch(() => null);
        if (settings === null) return true;
        const { host } = settings;
        const problem = await problemOf(settings).catch((error: unknown) => {
            host.report(error);
            return null;
        });
        if (problem === null) return true;
        void host.alert({ title: host.text('configuration.problem.title'), text: problem });
        return false;
    }
}

export function numberIn(form: Xrm.FormContext, column: string): number | null {
    return asNumber(form.getAttribute(column)?.getValue());
}

export function textIn(form: Xrm.FormContext, column: string): string {
    const value: unknown = form.getAttribute(column)?.getValue();
    return typeof value === 'string' ? value.trim() : '';
}
