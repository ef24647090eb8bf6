import type { Configuration } from '../../lifecycle/configuration/configuration';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import { defaultConfiguration } from '../../lifecycle/defaults';
import type { Row } from '../../lifecycle/row';
import { createFormHost, type FormHost } from '../xrm/host';
import { readBackground } from './values';

/** What a form script knows once everything has been read. */
export interface FormRules {
    readonly host: FormHost;
    readonly configuration: Configuration;
    readonly statusReasons: readonly StatusReason[];
    /** Columns that the rules look at and the form does not hold. */
    readonly background: Row;
}

/** The rules of a form: a promise for those who can wait, and at once for those who cannot. */
export interface PendingRules {
    readonly loaded: Promise<FormRules>;
    /** Null until everything has been read. */
    now(): FormRules | null;
}

const UNREADABLE = 'leadlifecycle-configuration';

/**
 * Starts to read what a form needs.
 * @param columnsOf columns that the rules look at
 */
export function loadRules(
    form: Xrm.FormContext,
    table: string,
    columnsOf: (configuration: Configuration) => readonly string[],
): PendingRules {
    let rules: FormRules | null = null;
    const loaded = read().then((result) => (rules = result));
    return { loaded, now: () => rules };

    async function read(): Promise<FormRules> {
        const host = await createFormHost();
        const [configuration, statusReasons] = await Promise.all([readOrDefault(host), host.statusReasons()]);
        const background = await readBackground(host, form, table, columnsOf(configuration));
        return { host, configuration, statusReasons, background };
    }

    /** A user without the role may not read the rules. The defaults guide until the server decides. */
    async function readOrDefault(host: FormHost): Promise<Configuration> {
        try {
            return await host.configuration();
        } catch (error) {
            host.report(error);
            form.ui.setFormNotification(host.text('configuration.unreadable'), 'WARNING', UNREADABLE);
            return defaultConfiguration(host.user.language);
        }
    }
}
