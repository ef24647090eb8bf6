import type { FormSection, FormTab } from '../model/layout';
import type { Handler } from '../model/handlers';
import type { ClientApi } from './client-api';
import { controlCollection } from './control-api';
import { ItemCollection } from './item-collection';

export function createTabApi(api: ClientApi, tab: FormTab): Xrm.Controls.Tab {
    return {
        getName: () => tab.name,
        getParent: () => api.formContext.ui,
        getLabel: () => tab.label,
        setLabel: (label) => tab.setLabel(label),
        getVisible: () => tab.visible,
        setVisible: (visible) => tab.setVisible(visible),
        getDisplayState: () => (tab.isExpanded ? 'expanded' : 'collapsed'),
        setDisplayState: (state) => {
            // Tabs lie behind each other: one cannot be closed without another being opened.
            if (state === 'expanded') {
                tab.open();
            }
        },
        setFocus: () => tab.open(),
        addTabStateChange: (handler: Handler) => tab.stateChangeHandlers.add(handler),
        removeTabStateChange: (handler: Handler) => tab.stateChangeHandlers.remove(handler),
        sections: new ItemCollection(
            () => tab.sections.map((section) => api.sectionOf(section)),
            (section) => section.getName(),
        ),
    };
}

export function createSectionApi(api: ClientApi, section: FormSection): Xrm.Controls.Section {
    return {
        getName: () => section.name,
        getParent: () => (section.tab === null ? null : api.tabOf(section.tab)) as Xrm.Controls.Tab,
        getLabel: () => section.label,
        setLabel: (label) => section.setLabel(label),
        getVisible: () => section.visible,
        setVisible: (visible) => section.setVisible(visible),
        controls: controlCollection(api, () => section.controls),
    };
}
