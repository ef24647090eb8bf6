import type { Host, User } from '../../lifecycle/commands/host';
import { readResponse } from '../../lifecycle/commands/read-response';
import { writeRequest } from '../../lifecycle/commands/write-request';
import { languageOf } from '../../lifecycle/defaults';
import { plainId } from '../../lifecycle/row';
import { readColumnLabels } from './metadata';
import { sessionConfiguration, sessionStatusReasons, sessionTexts } from './session';

/** A host for scripts that open no dialogs of their own; forms load the less for it. */
export type FormHost = Omit<Host, 'openDialog'>;

/** Answers the flows with `Xrm`. Texts are loaded before, because the flows need them at once. */
export async function createFormHost(): Promise<FormHost> {
    const user = currentUser();
    const text = await sessionTexts(user.language);
    const host: FormHost = {
        user,
        text,
        now: () => new Date(),
        configuration: () => sessionConfiguration(host),
        statusReasons: () => sessionStatusReasons(text),
        columnLabels: readColumnLabels,
        retrieve: async (table, id, options) => await Xrm.WebApi.retrieveRecord(table, id, options),
        retrieveMultiple: async (table, options) => (await Xrm.WebApi.retrieveMultipleRecords(table, options)).entities,
        update: async (table, id, columns) => {
            await Xrm.WebApi.updateRecord(table, id, columns);
        },
        changeSet: async (operations) => {
            const responses = await Xrm.WebApi.online.executeMultiple([operations.map(writeRequest)]);
            return Promise.all(responses.map(readResponse));
        },
        confirm: async ({ title, text: question, confirmLabel, cancelLabel }) => {
            const { confirmed } = await Xrm.Navigation.openConfirmDialog({
                title,
                text: question,
                confirmButtonLabel: confirmLabel,
                cancelButtonLabel: cancelLabel,
            });
            return confirmed;
        },
        alert: async (message) => {
            await Xrm.Navigation.openAlertDialog({ ...message, confirmButtonLabel: text('button.close') });
        },
        progress: (message) => {
            if (message === null) Xrm.Utility.closeProgressIndicator();
            else Xrm.Utility.showProgressIndicator(message);
        },
        navigate: async (table, id) => {
            await Xrm.Navigation.openForm({ entityName: table, entityId: id });
        },
        report: (error) => console.error(error),
    };
    return host;
}

export function currentUser(): User {
    const { userId, languageId, roles } = Xrm.Utility.getGlobalContext().userSettings;
    const names: string[] = [];
    // Absent in some hosts, such as offline clients.
    roles?.forEach((role: Xrm.LookupValue) => {
        if (role.name) names.push(role.name);
    });
    return { id: plainId(userId), roles: names, language: languageOf(languageId) };
}
