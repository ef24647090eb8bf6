import type { CommandTarget, Platform } from '../../platform/types';
import type { ClientApi } from '../client-api/client-api';
import { FormType } from '../model/form-type';
import { formCommands } from './form-commands';
import { leadCommands } from './lead-commands';
import { opportunityCommands } from './opportunity-commands';

/** What a form's command bar works on. */
export function commandTarget(platform: Platform, api: ClientApi): CommandTarget {
    const { form, formContext } = api;
    return {
        location: 'Form',
        table: form.table,
        primaryControl: formContext,
        selectedControl: null,
        get selectedIds() {
            return form.id === null ? [] : [form.id];
        },
        get allIds() {
            return form.id === null ? [] : [form.id];
        },
        get recordId() {
            return form.id ?? '';
        },
        get formType() {
            const { formType } = form;
            return formType === FormType.QuickCreate ? FormType.Create : formType;
        },
        valueOf: (column) => form.columnValue(column),
        platformCommands: {
            ...formCommands(platform, form),
            ...leadCommands(platform, form),
            ...opportunityCommands(platform, form),
        },
        subscribe: (listener) => {
            const stopRibbon = form.onRefreshRibbon(listener);
            // Rules look at the row's state and at the form's type; both change with a load.
            let before = signature(api);
            const stopForm = form.subscribe(() => {
                const now = signature(api);
                if (now !== before) {
                    before = now;
                    listener();
                }
            });
            return () => {
                stopRibbon();
                stopForm();
            };
        },
    };
}

function signature({ form }: ClientApi): string {
    return [form.id, form.formType, form.columnValue('statecode'), form.columnValue('statuscode')].join('|');
}
