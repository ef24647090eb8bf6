import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import { asNumber } from '../../../lifecycle/row';
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
    form.data.entity.addOnSave(async (context: Xrm.Events.SaveEventContext) => {
        const settings = await loaded;
        const problem = await problemOf(settings);
        if (problem === null) return;
        context.getEventArgs().preventDefault();
        void settings.host.alert({ title: settings.host.text('configuration.problem.title'), text: problem });
    });
    form.data.entity.addOnPostSave(forgetConfiguration);
    return loaded;
}

export function numberIn(form: Xrm.FormContext, column: string): number | null {
    return asNumber(form.getAttribute(column)?.getValue());
}

export function textIn(form: Xrm.FormContext, column: string): string {
    const value: unknown = form.getAttribute(column)?.getValue();
    return typeof value === 'string' ? value.trim() : '';
}
