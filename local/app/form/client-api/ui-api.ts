import type { FormModel } from '../model/form-model';
import type { FormNotificationLevel } from '../model/notifications';
import type { Handler } from '../model/handlers';
import type { ClientApi } from './client-api';
import { controlCollection } from './control-api';
import { ItemCollection } from './item-collection';
import { unsupported } from './unsupported';

export function createUiApi(api: ClientApi): Xrm.Ui {
    const { form } = api;
    return {
        addLoaded: (handler: Handler) => form.loadHandlers.add(handler),
        addOnLoad: (handler: Handler) => form.loadHandlers.add(handler),
        removeLoaded: (handler: Handler) => form.loadHandlers.remove(handler),
        removeOnLoad: (handler: Handler) => form.loadHandlers.remove(handler),
        setFormNotification: (message, level, uniqueId) => {
            form.notifications.set(message, notificationLevel(level), uniqueId);
            return true;
        },
        clearFormNotification: (uniqueId) => form.notifications.clear(uniqueId),
        close: () => form.host.close(),
        getFormType: () => form.formType,
        getViewPortHeight: () => window.innerHeight,
        getViewPortWidth: () => window.innerWidth,
        refreshRibbon: () => form.refreshRibbon(),
        setFormEntityName: (name) => {
            form.entityNameShown = name;
            form.notify();
        },
        headerSection: {
            getBodyVisible: () => form.headerParts.body,
            getCommandBarVisible: () => form.headerParts.commandBar,
            getTabNavigatorVisible: () => form.headerParts.tabs,
            setBodyVisible: (visible) => showHeaderPart(form, 'body', visible),
            setCommandBarVisible: (visible) => showHeaderPart(form, 'commandBar', visible),
            setTabNavigatorVisible: (visible) => showHeaderPart(form, 'tabs', visible),
        },
        footerSection: {
            getVisible: () => form.footerSection.visible,
            setVisible: (visible) => form.footerSection.setVisible(visible),
        },
        process: createProcessControl(form),
        controls: controlCollection(api, () => form.controls),
        formSelector: createFormSelector(form),
        navigation: {
            items: new ItemCollection<Xrm.Controls.NavigationItem>(
                () => [],
                (item) => item.getId(),
            ),
        },
        tabs: new ItemCollection(
            () => form.tabs.tabs.map((tab) => api.tabOf(tab)),
            (tab) => tab.getName(),
        ),
        quickForms: new ItemCollection(
            () =>
                form.controls
                    .filter(({ type }) => type === 'quickform')
                    .map((control) => api.controlOf(control) as unknown as Xrm.Controls.QuickFormControl),
            (control) => control.getName(),
        ),
    };
}

function notificationLevel(level: string): FormNotificationLevel {
    if (level === 'ERROR' || level === 'WARNING' || level === 'INFO') {
        return level;
    }
    throw new Error(`setFormNotification takes ERROR, WARNING or INFO as level, not "${level}".`);
}

function showHeaderPart(form: FormModel, part: keyof FormModel['headerParts'], visible: boolean): void {
    form.headerParts[part] = visible;
    form.notify();
}

function createProcessControl(form: FormModel): Xrm.Controls.ProcessControl {
    const { process } = form;
    return {
        getVisible: () => process?.visible === true && process.isThere,
        setVisible: (visible) => {
            if (process !== null) {
                process.visible = visible;
                process.notify();
            }
        },
        // The platform's third state, which its types leave out: the steps of a stage float over the form.
        getDisplayState: () => (process?.shownStage == null ? 'collapsed' : 'floating') as Xrm.DisplayState,
        setDisplayState: (state) =>
            process?.showStage(state === 'collapsed' ? null : (process.activeStage?.id ?? null)),
        reflow: () => process?.notify(),
    };
}

function createFormSelector(form: FormModel): Xrm.Controls.FormSelector {
    const { platform, table } = form;
    const items = form.forms.map(
        (item): Xrm.Controls.FormItem => ({
            getId: () => item.id,
            getLabel: () => item.name,
            getVisible: () => true,
            setVisible: unsupported('setVisible of a form selector item'),
            navigate: () => {
                void platform.navigation.go({
                    page: 'form',
                    app: platform.app.uniqueName,
                    table: table.logicalName,
                    formId: item.id,
                    ...(form.id === null ? {} : { id: form.id }),
                });
            },
        }),
    );
    return {
        getCurrentItem: () =>
            (items.find((item) => item.getId() === form.definition.id) ?? null) as Xrm.Controls.FormItem,
        items: new ItemCollection(
            () => items,
            (item) => item.getId(),
        ),
    };
}
