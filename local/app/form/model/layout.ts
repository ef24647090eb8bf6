import type { SectionDefinition, TabDefinition } from '../definition/types';
import type { FormControl } from './control';
import { type EventHost, HandlerList } from './handlers';
import { Observable } from './observable';

/** A row of cells in a section: a control, or nothing that takes room. */
export interface FormCell {
    readonly id: string;
    readonly columnSpan: number;
    readonly rowSpan: number;
    readonly control: FormControl | null;
}

export class FormTab extends Observable {
    visible: boolean;
    label: string;
    readonly stateChangeHandlers: HandlerList;
    readonly sections: FormSection[] = [];

    constructor(
        host: EventHost,
        readonly definition: TabDefinition,
        private readonly tabs: TabStrip,
    ) {
        super();
        this.visible = definition.visible;
        this.label = definition.label;
        this.stateChangeHandlers = new HandlerList(host, `TabStateChange of ${definition.name}`);
    }

    get name(): string {
        return this.definition.name;
    }

    get isExpanded(): boolean {
        return this.tabs.current === this;
    }

    setVisible(visible: boolean): void {
        this.visible = visible;
        this.tabs.notify();
        this.notify();
    }

    setLabel(label: string): void {
        this.label = label;
        this.tabs.notify();
        this.notify();
    }

    /** Opens the tab; the one that was open closes. */
    open(): void {
        this.tabs.open(this);
    }
}

/** Unified Interface shows one tab at a time: which one is open. */
export class TabStrip extends Observable {
    readonly tabs: FormTab[] = [];
    #current: FormTab | null = null;

    get current(): FormTab | null {
        return this.#current?.visible === true
            ? this.#current
            : (this.tabs.find((tab) => tab.visible && tab.definition.expanded) ??
                  this.tabs.find((tab) => tab.visible) ??
                  null);
    }

    open(tab: FormTab): void {
        const before = this.current;
        this.#current = tab;
        this.notify();
        if (before !== tab) {
            tab.stateChangeHandlers.fire(tab);
        }
    }
}

export class FormSection extends Observable {
    visible: boolean;
    label: string;
    readonly rows: FormCell[][] = [];

    constructor(
        readonly definition: SectionDefinition,
        readonly tab: FormTab | null,
    ) {
        super();
        this.visible = definition.visible;
        this.label = definition.label;
    }

    get name(): string {
        return this.definition.name;
    }

    get isShown(): boolean {
        return this.visible && (this.tab === null || this.tab.visible);
    }

    get controls(): readonly FormControl[] {
        return this.rows.flat().flatMap((cell) => (cell.control === null ? [] : [cell.control]));
    }

    setVisible(visible: boolean): void {
        this.visible = visible;
        this.notify();
        this.tab?.notify();
    }

    setLabel(label: string): void {
        this.label = label;
        this.notify();
    }

    /** Brings the section's tab to the front, so that a control in it can take the focus. */
    reveal(): void {
        this.tab?.open();
    }
}
