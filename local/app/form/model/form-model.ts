import type { ClientColumn, ClientForm, ClientTable } from '../../../dataverse/client/types';
import type { BatchRequest, Platform, WebApiRow } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { CellDefinition, ControlDefinition, FormDefinition } from '../definition/types';
import { type AttributePrivilege, FormAttribute } from './attribute';
import { FormControl, type ControlPlace } from './control';
import { FormType } from './form-type';
import { type EventHost, HandlerList } from './handlers';
import { type FormCell, FormSection, FormTab, TabStrip } from './layout';
import { FormNotifications } from './notifications';
import { Observable } from './observable';
import { ProcessModel } from './process-model';
import { partiesFromRow, readOptions } from './row-request';
import { SaveMode } from './save-mode';
import { runSave } from './save-pipeline';
import { defaultValueOf, valueFromParameter, valueFromRow } from './values';
import { showFault, faultOf, validate } from './validation';

/** What the page around the form does for it. */
export interface FormHost {
    /** Leaves the form, after it was saved or without. */
    close(): void;
    /** Shows an empty form of the same table. */
    openNew(): void;
    /** The form has become the form of a stored row. */
    created(id: string): void;
}

export interface FormOptions {
    readonly platform: Platform;
    readonly table: ClientTable;
    readonly definition: FormDefinition;
    readonly host: FormHost;
    /** The forms that the user may switch between. */
    readonly forms?: readonly ClientForm[];
    /** Absent: a new row. */
    readonly id?: string;
    /** Starting values of a new row, as `Xrm.Navigation.openForm` takes them. */
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly processInstanceId?: string;
    readonly isQuickCreate?: boolean;
}

export interface SaveOptions {
    /** Further column values in the same request, in the Web API's form: a change of state, a new owner. */
    readonly changes?: Readonly<Record<string, unknown>>;
    /** Further writes in the same changeset. */
    readonly alongside?: readonly BatchRequest[];
}

/** When data came to the form: `getDataLoadState()`. */
export const DataLoadState = { Initial: 1, Save: 2, Refresh: 3 } as const;
export type DataLoadState = (typeof DataLoadState)[keyof typeof DataLoadState];

type ContextFactory = EventHost['createContext'];

/** One open form: its row's values, its controls and what happens to them. Knows nothing of how it is drawn. */
export class FormModel extends Observable implements EventHost {
    readonly platform: Platform;
    readonly table: ClientTable;
    readonly definition: FormDefinition;
    readonly host: FormHost;
    readonly forms: readonly ClientForm[];
    readonly attributes = new Map<string, FormAttribute>();
    readonly controls: FormControl[] = [];
    readonly tabs = new TabStrip();
    readonly headerSection: FormSection;
    readonly footerSection: FormSection;
    readonly headerParts = { body: true, commandBar: true, tabs: true };
    /** Whether the header's columns stand open to be edited, and whether one of them takes the focus by itself. */
    headerColumns: 'closed' | 'open' | 'open-for-focus' = 'closed';
    readonly notifications = new FormNotifications();
    readonly process: ProcessModel | null;
    readonly saveHandlers = new HandlerList(this, 'OnSave');
    readonly postSaveHandlers = new HandlerList(this, 'OnPostSave');
    readonly dataLoadHandlers = new HandlerList(this, 'OnLoad of data');
    readonly loadHandlers = new HandlerList(this, 'OnLoad');
    readonly isQuickCreate: boolean;
    /** Id of the stored row, lower case without braces; null for a new one. */
    id: string | null;
    isSaving = false;
    entityNameShown: string | null = null;
    #row: WebApiRow = {};
    #rights: { readonly write: boolean; readonly remove: boolean } = { write: true, remove: true };
    #contextFactory: ContextFactory | null = null;
    #saving: Promise<void> = Promise.resolve();
    readonly #ribbonListeners = new Set<() => void>();
    readonly #processInstanceId: string | undefined;

    constructor(options: FormOptions) {
        super();
        this.platform = options.platform;
        this.table = options.table;
        this.definition = options.definition;
        this.host = options.host;
        this.forms = options.forms ?? [];
        this.isQuickCreate = options.isQuickCreate === true;
        this.id = options.id === undefined ? null : plainId(options.id);
        this.#processInstanceId = options.processInstanceId;
        this.headerSection = bareSection('header');
        this.footerSection = bareSection('footer');
        this.#build();
        const { process } = options.table;
        this.process = process === null || this.isQuickCreate ? null : new ProcessModel(this, process);
        this.#buildSteps();
        for (const name of ['statecode', 'statuscode']) {
            // Rules and scripts ask for the state whether or not the form shows it.
            this.#ensureAttribute(name);
        }
        if (this.id === null) {
            this.#startNewRow(options.parameters ?? {});
        }
    }

    /** The row as it was last read. */
    get row(): WebApiRow {
        return this.#row;
    }

    get formType(): FormType {
        if (this.id === null) {
            return this.isQuickCreate ? FormType.QuickCreate : FormType.Create;
        }
        if (!this.isActive) {
            return FormType.Disabled;
        }
        return this.#rights.write ? FormType.Update : FormType.ReadOnly;
    }

    /** Whether the row is in a state that may be edited. */
    get isActive(): boolean {
        const state = this.attributes.get('statecode')?.initialValue ?? null;
        // Scheduled (3) is the other open state of appointments and the like.
        return state === null || state === 0 || (state === 3 && this.table.isActivity);
    }

    get isReadOnly(): boolean {
        return this.formType === FormType.ReadOnly || this.formType === FormType.Disabled;
    }

    get mayDelete(): boolean {
        return this.id !== null && this.#rights.remove;
    }

    get isDirty(): boolean {
        return [...this.attributes.values()].some(({ isDirty }) => isDirty);
    }

    /** Whether leaving would lose something: a new row that nobody has touched may be left without a question. */
    get isDirtyForUser(): boolean {
        return this.id === null
            ? [...this.attributes.values()].some((attribute) => attribute.isTouched)
            : !this.isReadOnly && this.isDirty;
    }

    /** The name that stands for the row: its primary column, as stored. */
    get primaryName(): string {
        const attribute = this.attributes.get(this.table.primaryNameColumn ?? '');
        const value = attribute?.initialValue ?? this.#row[this.table.primaryNameColumn ?? ''];
        return typeof value === 'string' ? value : '';
    }

    get etag(): string | undefined {
        const etag = this.#row['@odata.etag'];
        return typeof etag === 'string' ? etag : undefined;
    }

    attribute(name: string): FormAttribute | null {
        return this.attributes.get(name.toLowerCase()) ?? null;
    }

    control(name: string): FormControl | null {
        return (
            this.controls.find((control) => control.name === name) ??
            this.controls.find((control) => control.name.toLowerCase() === name.toLowerCase()) ??
            null
        );
    }

    /** Whether a user may change what a control shows. */
    mayEdit(control: FormControl): boolean {
        const { attribute } = control;
        if (attribute === null || control.disabled || this.isReadOnly) {
            return false;
        }
        const { column } = attribute;
        const valid = this.id === null ? column.validForCreate : column.validForUpdate;
        const granted = this.id === null ? attribute.privilege.canCreate : attribute.privilege.canUpdate;
        return valid && granted && column.type !== 'State';
    }

    /** Reads the row, its process and what the user may do with it. Attributes take the values without an event. */
    async load(): Promise<void> {
        if (this.id === null) {
            await this.process?.load();
            return;
        }
        const [row, rights] = await Promise.all([
            this.platform.webApi.retrieve(this.table.logicalName, this.id, readOptions(this.table, this.#columns())),
            this.#readRights(this.id),
            this.process?.load(this.#processInstanceId),
        ]);
        this.#rights = rights;
        this.#take(row);
    }

    /** Reads the row again; unsaved changes are lost. */
    async reload(state: DataLoadState): Promise<void> {
        if (this.id === null) {
            return;
        }
        const row = await this.platform.webApi.retrieve(
            this.table.logicalName,
            this.id,
            readOptions(this.table, this.#columns()),
        );
        this.#take(row);
        this.dataLoadHandlers.fire(this, { getDataLoadState: () => state });
    }

    /**
     * Reads row and process again.
     * @param save saves the changes first
     */
    async refresh(save: boolean): Promise<void> {
        if (save) {
            await this.save(SaveMode.Save);
        }
        await this.process?.load(this.process.instanceId ?? undefined);
        await this.reload(DataLoadState.Refresh);
        this.refreshRibbon();
    }

    /**
     * Saves the form; saves run one after the other.
     * @throws SaveRefused when a handler, validation or the server says no; the user has been told
     */
    save(mode: SaveMode, options: SaveOptions = {}): Promise<void> {
        const run = this.#saving.catch(() => undefined).then(() => runSave(this, mode, options));
        this.#saving = run;
        return run;
    }

    /** Checks all attributes and marks what is wrong. */
    isValid(): boolean {
        return validate(this.attributes.values(), this.platform.texts).length === 0;
    }

    /** A user changed a value: takes it, tells handlers, and takes back the message if it is right now. */
    edit(attribute: FormAttribute, value: Parameters<FormAttribute['change']>[0]): void {
        attribute.change(value);
        const fault = faultOf(attribute, this.platform.texts);
        for (const control of attribute.controls) {
            // A message appears at saving; while typing it can only go away.
            if (fault === null || control.notifications.some(({ id }) => id === 'form.validation')) {
                showFault(control, fault);
            }
        }
        this.notify();
    }

    /** The form has become the form of the row that was created. */
    becomeStored(id: string): void {
        this.id = id;
        this.abandonChanges();
        this.host.created(id);
    }

    /** Takes the present values as stored, so that leaving the form asks nothing. */
    abandonChanges(): void {
        for (const attribute of this.attributes.values()) {
            attribute.initialize(attribute.value);
        }
    }

    setSaving(isSaving: boolean): void {
        this.isSaving = isSaving;
        this.notify();
    }

    /** Listeners are told when commands should be asked again whether they apply. */
    readonly onRefreshRibbon = (listener: () => void): (() => void) => {
        this.#ribbonListeners.add(listener);
        return () => {
            this.#ribbonListeners.delete(listener);
        };
    };

    refreshRibbon(): void {
        for (const listener of [...this.#ribbonListeners]) {
            listener();
        }
    }

    /** The Client API says how an execution context is made. */
    useContextFactory(factory: ContextFactory): void {
        this.#contextFactory = factory;
    }

    createContext(...parameters: Parameters<ContextFactory>): unknown {
        if (this.#contextFactory === null) {
            throw new Error('The form has no Client API yet: call createFormContext(model) before its events run.');
        }
        return this.#contextFactory(...parameters);
    }

    scriptFailed(error: unknown, eventName: string): void {
        console.error(`Form "${this.definition.name}" of ${this.table.logicalName}, ${eventName}:`, error);
        void this.platform.dialogs.error({
            message: this.platform.texts('form.script.failed'),
            details: `${eventName}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        });
    }

    /** A column's present value, on the form or only in the row. */
    columnValue(column: string): unknown {
        const attribute = this.attribute(column);
        if (attribute !== null) {
            return attribute.value;
        }
        const known = this.table.columns[column.toLowerCase()];
        return known === undefined ? undefined : valueFromRow(known, this.#row);
    }

    #columns(): ClientColumn[] {
        return [...this.attributes.values()].map(({ column }) => column);
    }

    #take(row: WebApiRow): void {
        this.#row = row;
        for (const attribute of this.attributes.values()) {
            attribute.initialize(
                attribute.isPartyList
                    ? partiesFromRow(this.table, attribute.column, row)
                    : valueFromRow(attribute.column, row),
            );
        }
        this.notify();
        for (const control of this.controls) {
            // Whether a field may be edited depends on the row's state.
            control.notify();
        }
    }

    async #readRights(id: string): Promise<{ write: boolean; remove: boolean }> {
        const { write, delete: remove } = this.table.privileges;
        const isCertain = (depth: number): boolean => depth === 0 || depth === 8;
        if (this.table.ownership !== 'UserOwned' || (isCertain(write) && isCertain(remove))) {
            return { write: write > 0, remove: remove > 0 };
        }
        try {
            const target = encodeURIComponent(JSON.stringify({ '@odata.id': `${this.table.entitySetName}(${id})` }));
            const { body } = await this.platform.webApi.request(
                'GET',
                `systemusers(${plainId(this.platform.environment.user.id)})` +
                    `/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@Target)?@Target=${target}`,
            );
            const rights = String((body as { readonly AccessRights?: unknown } | undefined)?.AccessRights ?? '');
            return { write: rights.includes('WriteAccess'), remove: rights.includes('DeleteAccess') };
        } catch {
            // The server still refuses what the user may not do; the form only knows it later.
            return { write: write > 0, remove: remove > 0 };
        }
    }

    #startNewRow(parameters: Readonly<Record<string, unknown>>): void {
        const { user } = this.platform.environment;
        for (const attribute of this.attributes.values()) {
            attribute.preset(defaultValueOf(attribute.column));
        }
        const state = this.table.columns.statecode;
        const open = state?.options?.find(({ value }) => value === (state.defaultValue ?? 0));
        this.attribute('statecode')?.preset(open?.value ?? null);
        if (this.attribute('statuscode')?.value === null) {
            this.attribute('statuscode')?.preset(open?.defaultStatus ?? null);
        }
        this.attribute('ownerid')?.preset([{ id: user.id, name: user.fullName, entityType: 'systemuser' }]);
        this.attribute('transactioncurrencyid')?.preset([
            { id: user.currency.id, name: user.currency.code, entityType: 'transactioncurrency' },
        ]);
        const from = this.attribute('from');
        if (from?.isPartyList === true) {
            from.preset([{ id: user.id, name: user.fullName, entityType: 'systemuser' }]);
        }
        for (const [name, raw] of Object.entries(parameters)) {
            const attribute = this.#ensureAttribute(name.toLowerCase());
            if (attribute !== null) {
                attribute.preset(valueFromParameter(attribute.column, raw, parameters));
            }
        }
    }

    #ensureAttribute(name: string): FormAttribute | null {
        const existing = this.attributes.get(name);
        const column = this.table.columns[name];
        if (existing !== undefined || column === undefined) {
            return existing ?? null;
        }
        const attribute = new FormAttribute(this, column, this.#privilegeOf(column));
        this.attributes.set(name, attribute);
        return attribute;
    }

    #privilegeOf(column: ClientColumn): AttributePrivilege {
        // Column security is not part of the local Dataverse: what a column can do is what the user can do.
        return { canRead: column.validForRead, canCreate: column.validForCreate, canUpdate: column.validForUpdate };
    }

    #build(): void {
        for (const tabDefinition of this.definition.tabs) {
            const tab = new FormTab(this, tabDefinition, this.tabs);
            this.tabs.tabs.push(tab);
            for (const sectionDefinition of tabDefinition.columns.flatMap(({ sections }) => sections)) {
                const section = new FormSection(sectionDefinition, tab);
                tab.sections.push(section);
                for (const cells of sectionDefinition.rows) {
                    section.rows.push(cells.map((cell) => this.#buildCell(cell, section, 'body')));
                }
            }
        }
        this.headerSection.rows.push(
            this.definition.header.map((cell) => this.#buildCell(cell, this.headerSection, 'header')),
        );
        this.footerSection.rows.push(
            this.definition.footer.map((cell) => this.#buildCell(cell, this.footerSection, 'footer')),
        );
    }

    #buildCell(cell: CellDefinition, section: FormSection, place: ControlPlace): FormCell {
        const control =
            cell.control === undefined
                ? null
                : this.#buildControl(cell.control, place, {
                      label: cell.label,
                      visible: cell.visible,
                      showLabel: cell.showLabel,
                  });
        if (control !== null) {
            control.section = section;
        }
        return { id: cell.id, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, control };
    }

    showHeaderColumns(state: FormModel['headerColumns']): void {
        if (state !== this.headerColumns) {
            this.headerColumns = state;
            this.notify();
        }
    }

    #buildControl(
        definition: ControlDefinition,
        place: ControlPlace,
        presentation: { readonly label: string; readonly visible: boolean; readonly showLabel: boolean },
    ): FormControl {
        const attribute = definition.column === undefined ? null : this.#ensureAttribute(definition.column);
        const prefix = place === 'header' ? 'header_' : place === 'process' ? 'header_process_' : '';
        const base = definition.name.startsWith(prefix) ? definition.name : `${prefix}${definition.name}`;
        const control = new FormControl(
            this,
            this.#freeName(base, place),
            place,
            definition,
            attribute,
            { ...presentation, label: presentation.label || (attribute?.column.displayName ?? '') },
            this.definition.codeComponents.get(definition.uniqueId) ?? [],
            ({ state }) => state === undefined || state === (this.attributes.get('statecode')?.value ?? 0),
            () => {
                this.process?.showStage(definition.parameters.StageId ?? null);
                this.showHeaderColumns(place === 'header' ? 'open-for-focus' : 'closed');
            },
        );
        this.controls.push(control);
        attribute?.controls.push(control);
        return control;
    }

    /** A column's second control is `name1` in the body and `header_process_name_1` in the process bar. */
    #freeName(base: string, place: ControlPlace): string {
        const taken = (name: string): boolean => this.controls.some((control) => control.name === name);
        let name = base;
        for (let count = 1; taken(name); count += 1) {
            name = place === 'process' ? `${base}_${count}` : `${base}${count}`;
        }
        return name;
    }

    #buildSteps(): void {
        for (const stage of this.process?.stages ?? []) {
            if (stage.table !== this.table.logicalName) {
                continue;
            }
            for (const step of stage.steps) {
                this.#buildControl(
                    {
                        name: step.column,
                        uniqueId: '',
                        classId: '',
                        controlClass: 'field',
                        column: step.column,
                        disabled: false,
                        parameters: { StageId: stage.id },
                    },
                    'process',
                    { label: step.name, visible: true, showLabel: true },
                );
            }
        }
    }
}

function bareSection(name: string): FormSection {
    return new FormSection({ id: name, name, label: '', visible: true, showLabel: false, columns: 1, rows: [] }, null);
}
