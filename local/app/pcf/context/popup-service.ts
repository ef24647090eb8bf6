/** `context.factory.getPopupService()` (Microsoft Learn, "Popup Service"): content of the component over the page. */

type Popup = ComponentFramework.FactoryApi.Popup.Popup;

interface OpenPopup {
    readonly popup: Popup;
    readonly frame: HTMLElement;
}

export interface HostPopupService extends ComponentFramework.FactoryApi.Popup.PopupService {
    /** Takes everything away that the component has left open. */
    dispose(): void;
}

export function createPopupService(document: Document): HostPopupService {
    const popups = new Map<string, OpenPopup>();
    let popupsId = '';

    const find = (name: string): OpenPopup => {
        const known = popups.get(name);
        if (!known) throw new Error(`Popup "${name}" has not been created.`);
        return known;
    };
    const close = (name: string): void => {
        find(name).frame.hidden = true;
    };
    const remove = (name: string): void => {
        popups.get(name)?.frame.remove();
        popups.delete(name);
    };
    const create = (popup: Popup): void => {
        remove(popup.name);
        const frame = document.createElement('div');
        frame.hidden = true;
        frame.id = popup.id ?? '';
        Object.assign(frame.style, { position: 'fixed', inset: '0', zIndex: '1000000' });
        frame.appendChild(popup.content);
        if (popup.closeOnOutsideClick) {
            frame.addEventListener('mousedown', (event) => {
                if (event.target === frame) frame.hidden = true;
            });
        }
        document.body.appendChild(frame);
        popups.set(popup.name, { popup, frame });
    };

    return {
        createPopup: create,
        openPopup(name) {
            find(name).frame.hidden = false;
        },
        closePopup: close,
        updatePopup(name, popup) {
            const { hidden } = find(name).frame;
            remove(name);
            create(popup);
            find(popup.name).frame.hidden = hidden;
        },
        deletePopup: remove,
        setPopupsId(id) {
            popupsId = id;
        },
        getPopupsId: () => popupsId,
        dispose() {
            for (const name of [...popups.keys()]) remove(name);
        },
    };
}
