import type { ClientOption } from '../../../dataverse/client/types';
import type { CodeComponentDefinition, ControlDefinition } from '../definition/types';
import type { FormAttribute } from './attribute';
import { type EventHost, HandlerList } from './handlers';
import type { FormSection } from './layout';
import { Observable } from './observable';
import type { SubgridConnection } from './subgrid-connection';

export type ControlType =
    | 'standard'
    | 'lookup'
    | 'optionset'
    | 'multiselectoptionset'
    | 'subgrid'
    | 'timelinewall'
    | 'quickform'
    | 'webresource'
    | 'iframe';

/** Which part of the form a control is in; header and process controls have names of their own. */
export type ControlPlace = 'body' | 'header' | 'footer' | 'process';

export interface ControlNotification {
    readonly id: string;
    readonly level: 'ERROR' | 'RECOMMENDATION';
    readonly messages: readonly string[];
    readonly actions: readonly { readonly message: string; readonly run: () => void }[];
}

export interface CustomView {
    readonly id: string;
    readonly table: string;
    readonly name: string;
    readonly fetchXml: string;
    readonly layoutXml: string;
}

/** One control on the form. */
export class FormControl extends Observable {
    readonly type: ControlType;
    section: FormSection | null = null;
    label: string;
    visible: boolean;
    disabled: boolean;
    showTime = true;
    notifications: readonly ControlNotification[] = [];
    /** What the choice offers when a script changed it; null: all the column's options. */
    offeredOptions: readonly ClientOption[] | null = null;
    readonly outputChangeHandlers: HandlerList;
    readonly preSearchHandlers: HandlerList;
    readonly tagClickHandlers: HandlerList;
    readonly gridLoadHandlers: HandlerList;
    /** FetchXML filters that handlers of the present search added, by table (`''`: every table). */
    customFilters: { readonly table: string; readonly filterXml: string }[] = [];
    customViews: readonly CustomView[] = [];
    defaultViewId: string | null = null;
    lookupTables: readonly string[] | null = null;
    /** The grid that is mounted for a subgrid control. */
    grid: SubgridConnection | null = null;
    /** A web resource's or frame's address when a script changed it. */
    source: string | null = null;
    /** Whether a script or validation wants the focus here; the field takes it, once it is mounted. */
    #isFocusWanted = false;
    /** Counts calls of refresh on a timeline or quick view. */
    refreshRequests = 0;

    constructor(
        host: EventHost,
        readonly name: string,
        readonly place: ControlPlace,
        readonly definition: ControlDefinition,
        readonly attribute: FormAttribute | null,
        presentation: { readonly label: string; readonly visible: boolean; readonly showLabel: boolean },
        readonly codeComponents: readonly CodeComponentDefinition[],
        private readonly isOffered: (option: ClientOption) => boolean = () => true,
        /** Brings what holds the control to the front, where it is no section. */
        private readonly reveal: () => void = () => undefined,
    ) {
        super();
        this.label = presentation.label;
        this.visible = presentation.visible;
        this.showLabel = presentation.showLabel;
        this.disabled = definition.disabled;
        this.type = controlTypeOf(definition, attribute);
        this.outputChangeHandlers = new HandlerList(host, `OnOutputChange of ${name}`);
        this.preSearchHandlers = new HandlerList(host, `PreSearch of ${name}`);
        this.tagClickHandlers = new HandlerList(host, `OnLookupTagClick of ${name}`);
        this.gridLoadHandlers = new HandlerList(host, `OnLoad of grid ${name}`);
    }

    readonly showLabel: boolean;

    /** Whether the control can be seen: itself, its section and its tab are visible. */
    get isShown(): boolean {
        return this.visible && (this.section === null || this.section.isShown);
    }

    /** Options the user may choose from, in their order. Status reasons: those of the row's state. */
    get options(): readonly ClientOption[] {
        return this.offeredOptions ?? (this.attribute?.options ?? []).filter(this.isOffered);
    }

    setLabel(label: string): void {
        this.label = label;
        this.notify();
    }

    setVisible(visible: boolean): void {
        this.visible = visible;
        this.notify();
        this.section?.notify();
    }

    setDisabled(disabled: boolean): void {
        this.disabled = disabled;
        this.notify();
    }

    setOptions(options: readonly ClientOption[] | null): void {
        this.offeredOptions = options;
        this.notify();
    }

    /** Puts the focus into the control, bringing what holds it to the front; does nothing to a hidden one. */
    requestFocus(): void {
        if (this.isShown) {
            this.#isFocusWanted = true;
            this.section?.reveal();
            this.reveal();
            this.notify();
        }
    }

    /** @returns whether the focus is wanted; true only once for each request */
    takeFocusRequest(): boolean {
        const isWanted = this.#isFocusWanted;
        this.#isFocusWanted = false;
        return isWanted;
    }

    requestRefresh(): void {
        this.refreshRequests += 1;
        this.notify();
    }

    addNotification(notification: ControlNotification): void {
        this.notifications = [...this.notifications.filter(({ id }) => id !== notification.id), notification];
        this.notify();
    }

    /** @param id absent: all of them @returns whether there was one */
    clearNotification(id?: string): boolean {
        const kept = id === undefined ? [] : this.notifications.filter((notification) => notification.id !== id);
        const cleared = kept.length !== this.notifications.length;
        if (cleared) {
            this.notifications = kept;
            this.notify();
        }
        return cleared;
    }
}

function controlTypeOf(definition: ControlDefinition, attribute: FormAttribute | null): ControlType {
    switch (definition.controlClass) {
        case 'subgrid':
            return 'subgrid';
        case 'timeline':
            return 'timelinewall';
        case 'quickView':
            return 'quickform';
        case 'webResource':
            return 'webresource';
        case 'iframe':
            return 'iframe';
        case 'field':
        case 'unknown':
            break;
    }
    switch (attribute?.type) {
        case 'lookup':
            return 'lookup';
        case 'optionset':
            return 'optionset';
        case 'multiselectoptionset':
            return 'multiselectoptionset';
        default:
            return 'standard';
    }
}
