import type { ClientOption } from '../../../dataverse/client/types';
import { plainId } from '../../platform/guid';
import type { FormControl } from '../model/control';
import type { Handler } from '../model/handlers';
import type { ClientApi } from './client-api';
import { gridMembers } from './grid-control-api';
import { ItemCollection } from './item-collection';
import { unsupported } from './unsupported';

/** A control as form scripts see it, with the members that its type adds. */
export function createControlApi(api: ClientApi, control: FormControl): Xrm.Controls.Control {
    const base = {
        getName: () => control.name,
        getControlType: () => control.codeComponents.find(({ name }) => name !== undefined)?.name ?? control.type,
        getParent: () => (control.section === null ? null : api.sectionOf(control.section)),
        getLabel: () => control.label,
        setLabel: (label: string) => control.setLabel(label),
        getVisible: () => control.visible,
        setVisible: (visible: boolean) => control.setVisible(visible),
        setFocus: () => control.requestFocus(),
    };
    return Object.assign(base, specificMembers(api, control)) as unknown as Xrm.Controls.Control;
}

function specificMembers(api: ClientApi, control: FormControl): object {
    switch (control.type) {
        case 'standard':
            return {
                ...standardMembers(api, control),
                ...textMembers(control),
                getShowTime: () => control.showTime,
                setShowTime: (showTime: boolean) => {
                    control.showTime = showTime;
                    control.notify();
                },
            };
        case 'lookup':
            return { ...standardMembers(api, control), ...lookupMembers(control) };
        case 'optionset':
        case 'multiselectoptionset':
            return { ...standardMembers(api, control), ...optionMembers(control) };
        case 'subgrid':
            return gridMembers(api, control);
        case 'timelinewall':
            return { refresh: () => control.requestRefresh() };
        case 'quickform':
            return {
                getDisabled: () => true,
                setDisabled: unsupported(`Control "${control.name}": setDisabled of a quick view form`),
                getControl: () => [],
                isLoaded: () => true,
                refresh: () => control.requestRefresh(),
            };
        case 'webresource':
        case 'iframe':
            return {
                getSrc: () => control.source ?? control.definition.parameters.Url ?? '',
                setSrc: (source: string) => {
                    control.source = source;
                    control.notify();
                },
                getInitialUrl: () => control.definition.parameters.Url ?? '',
                getObject: () => document.querySelector(`iframe[data-control="${control.name}"]`),
                getContentWindow: () =>
                    Promise.resolve(
                        document.querySelector<HTMLIFrameElement>(`iframe[data-control="${control.name}"]`)
                            ?.contentWindow ?? null,
                    ),
            };
    }
}

function standardMembers(api: ClientApi, control: FormControl): object {
    return {
        getAttribute: () => (control.attribute === null ? null : api.attributeOf(control.attribute)),
        getDisabled: () => !api.form.mayEdit(control),
        setDisabled: (disabled: boolean) => control.setDisabled(disabled),
        setNotification: (message: string, uniqueId: string) => {
            control.addNotification({ id: String(uniqueId), level: 'ERROR', messages: [message], actions: [] });
            return true;
        },
        addNotification: (notification: Xrm.Controls.AddControlNotificationOptions) => {
            if (!Array.isArray(notification.messages) || !notification.uniqueId) {
                throw new Error(`addNotification of control "${control.name}" needs messages and uniqueId.`);
            }
            control.addNotification({
                id: notification.uniqueId,
                level: notification.notificationLevel ?? 'ERROR',
                messages: notification.messages,
                actions: (notification.actions ?? []).map((action) => ({
                    message: action.message ?? '',
                    run: () => action.actions.forEach((step) => step()),
                })),
            });
        },
        clearNotification: (uniqueId?: string) => control.clearNotification(uniqueId),
        addOnOutputChange: (handler: Handler) => control.outputChangeHandlers.add(handler),
        removeOnOutputChange: (handler: Handler) => control.outputChangeHandlers.remove(handler),
        getOutputs: () => ({ [`${control.name}.fieldControl.value`]: { value: control.attribute?.value ?? null } }),
    };
}

function textMembers(control: FormControl): object {
    return {
        getValue: () => control.attribute?.value ?? null,
        showAutoComplete: unsupported('showAutoComplete'),
        hideAutoComplete: () => undefined,
        addOnKeyPress: unsupported('addOnKeyPress'),
        removeOnKeyPress: () => undefined,
        fireOnKeyPress: unsupported('fireOnKeyPress'),
    };
}

function optionMembers(control: FormControl): object {
    return {
        getOptions: () => control.options.map(({ label, value }) => ({ text: label, value })),
        addOption: (option: Xrm.OptionSetValue, index?: number) => {
            if (typeof option?.value !== 'number') {
                throw new Error(`addOption of control "${control.name}" takes { text, value } with a number as value.`);
            }
            const known = control.attribute?.options.find(({ value }) => value === option.value);
            const added: ClientOption = {
                ...known,
                value: option.value,
                label: option.text ?? known?.label ?? String(option.value),
            };
            const others = control.options.filter(({ value }) => value !== option.value);
            const place = index === undefined || index < 0 ? others.length : index;
            control.setOptions([...others.slice(0, place), added, ...others.slice(place)]);
        },
        removeOption: (value: number) => control.setOptions(control.options.filter((option) => option.value !== value)),
        clearOptions: () => control.setOptions([]),
    };
}

function lookupMembers(control: FormControl): object {
    return {
        addPreSearch: (handler: Handler) => control.preSearchHandlers.add(handler),
        removePreSearch: (handler: Handler) => control.preSearchHandlers.remove(handler),
        addOnLookupTagClick: (handler: Handler) => control.tagClickHandlers.add(handler),
        removeOnLookupTagClick: (handler: Handler) => control.tagClickHandlers.remove(handler),
        addCustomFilter: (filterXml: string, table?: string) => {
            if (!/^\s*<filter/i.test(filterXml)) {
                throw new Error(`addCustomFilter of control "${control.name}" takes a <filter> element of FetchXML.`);
            }
            control.customFilters = [...control.customFilters, { table: table ?? '', filterXml }];
        },
        addCustomView: (
            viewId: string,
            table: string,
            name: string,
            fetchXml: string,
            layoutXml: string,
            isDefault: boolean,
        ) => {
            const id = plainId(viewId);
            control.customViews = [
                ...control.customViews.filter((view) => view.id !== id),
                { id, table, name, fetchXml, layoutXml },
            ];
            if (isDefault) {
                control.defaultViewId = id;
            }
        },
        getDefaultView: () => control.defaultViewId ?? control.definition.parameters.DefaultViewId ?? '',
        setDefaultView: (viewId: string) => {
            control.defaultViewId = plainId(viewId);
        },
        getEntityTypes: () => [...(control.lookupTables ?? control.attribute?.column.targets ?? [])],
        setEntityTypes: (tables: string[]) => {
            control.lookupTables = [...tables];
            control.notify();
        },
    };
}

/** The collection of some controls, found by their names. */
export function controlCollection(
    api: ClientApi,
    controls: () => readonly FormControl[],
): Xrm.Collection.ItemCollection<Xrm.Controls.Control> {
    return new ItemCollection(
        () => controls().map((control) => api.controlOf(control)),
        (control) => control.getName(),
    );
}
