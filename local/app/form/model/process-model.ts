import type { ClientProcess, ClientStage, ClientTable } from '../../../dataverse/client/types';
import type { BatchRequest, Platform, WebApiRow } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { FormModel } from './form-model';
import { HandlerList } from './handlers';
import { Observable } from './observable';
import { SaveMode } from './save-mode';
import { isEmpty } from './values';

export type ProcessStatus = 'active' | 'aborted' | 'finished';

/** Results of moveNext, movePrevious and setActiveStage (Microsoft Learn, "formContext.data.process"). */
export type MoveResult = 'success' | 'crossEntity' | 'end' | 'beginning' | 'invalid' | 'unreachable' | 'dirtyForm';

export type Direction = 'Next' | 'Previous';

/** statuscode of process instances (Microsoft Learn, "Use business process flows with code"). */
const STATUS = { active: 1, finished: 2, aborted: 3 } as const;

interface Instance {
    readonly id: string;
    readonly name: string;
    readonly activeStageId: string;
    readonly traversedPath: readonly string[];
    readonly status: ProcessStatus;
    readonly activeStageStartedOn: Date | null;
    readonly startedOn: Date | null;
    readonly completedOn: Date | null;
    /** Ids of the rows the instance is about, by table. */
    readonly rows: Readonly<Record<string, string>>;
}

/** Why a move did not happen, for the person who asked for it. */
export interface MoveRefusal {
    readonly message: string;
    readonly stageId: string;
}

/** The business process of the form's row: its stages, where it stands, and moving it. */
export class ProcessModel extends Observable {
    readonly preStageChangeHandlers: HandlerList;
    readonly stageChangeHandlers: HandlerList;
    readonly stageSelectedHandlers: HandlerList;
    readonly preStatusChangeHandlers: HandlerList;
    readonly statusChangeHandlers: HandlerList;
    visible = true;
    isMoving = false;
    #instance: Instance | null = null;
    #table: ClientTable | null = null;
    #selectedStageId: string | null = null;
    #shownStageId: string | null = null;

    constructor(
        private readonly form: FormModel,
        readonly process: ClientProcess,
    ) {
        super();
        this.preStageChangeHandlers = new HandlerList(form, 'OnPreStageChange');
        this.stageChangeHandlers = new HandlerList(form, 'OnStageChange');
        this.stageSelectedHandlers = new HandlerList(form, 'OnStageSelected');
        this.preStatusChangeHandlers = new HandlerList(form, 'OnPreProcessStatusChange');
        this.statusChangeHandlers = new HandlerList(form, 'OnProcessStatusChange');
    }

    private get platform(): Platform {
        return this.form.platform;
    }

    get stages(): readonly ClientStage[] {
        return this.process.stages;
    }

    get instanceId(): string | null {
        return this.#instance?.id ?? null;
    }

    get instanceName(): string {
        return this.#instance?.name ?? '';
    }

    get status(): ProcessStatus {
        return this.#instance?.status ?? 'active';
    }

    get activeStageStartedOn(): Date | null {
        return this.#instance?.activeStageStartedOn ?? null;
    }

    get startedOn(): Date | null {
        return this.#instance?.startedOn ?? null;
    }

    get completedOn(): Date | null {
        return this.#instance?.completedOn ?? null;
    }

    get activeStage(): ClientStage | null {
        const id = this.#instance?.activeStageId;
        return this.stages.find((stage) => stage.id === id) ?? this.stages[0] ?? null;
    }

    get selectedStage(): ClientStage | null {
        return this.stages.find((stage) => stage.id === this.#selectedStageId) ?? this.activeStage;
    }

    /** The stage whose steps stand open over the form. */
    get shownStage(): ClientStage | null {
        return this.stages.find((stage) => stage.id === this.#shownStageId) ?? null;
    }

    /** Opens the steps of a stage in the place of those that are open; null closes them. */
    showStage(stageId: string | null): void {
        if (stageId !== this.#shownStageId) {
            this.#shownStageId = stageId;
            this.notify();
        }
    }

    /** Stages passed and the active one, in the order they were gone through. */
    get activePath(): readonly ClientStage[] {
        const path = this.#instance?.traversedPath ?? [];
        const stages = path.flatMap((id) => this.stages.filter((stage) => stage.id === id));
        const active = this.activeStage;
        return stages.length > 0 || active === null ? stages : [active];
    }

    /** Whether the row has an instance, or gets one when it is first saved. */
    get isThere(): boolean {
        return this.#instance !== null || this.startsWithRow;
    }

    /** Whether a new row of this table starts the process. */
    get startsWithRow(): boolean {
        return this.form.id === null && this.stages[0]?.table === this.form.table.logicalName;
    }

    /** Id of the instance's row of a table, such as the opportunity that a lead became. */
    rowOf(table: string): string | undefined {
        return this.#instance?.rows[table];
    }

    /** Reads the instance of the form's row, if it has one. */
    async load(instanceId?: string): Promise<void> {
        const table = (this.#table ??= await this.platform.table(this.process.table));
        const own = this.#lookupColumn(table, this.form.table.logicalName);
        if (this.form.id === null || own === undefined) {
            return;
        }
        const columns = [
            table.primaryIdColumn,
            ...['name', 'traversedpath', 'statuscode', 'activestagestartedon', 'completedon', 'createdon'].filter(
                (name) => table.columns[name] !== undefined,
            ),
            '_activestageid_value',
            ...new Set(this.stages.map((stage) => `_${this.#lookupColumn(table, stage.table) ?? own}_value`)),
        ];
        const page = await this.platform.webApi.retrieveMultiple(
            table.logicalName,
            `?$select=${columns.join(',')}&$filter=_${own}_value eq ${this.form.id}&$orderby=statuscode asc,createdon desc`,
        );
        const row =
            page.rows.find((candidate) => plainId(String(candidate[table.primaryIdColumn])) === instanceId) ??
            page.rows[0];
        const { activeStage, status } = this;
        this.#instance = row === undefined ? null : this.#readInstance(table, row);
        this.#selectedStageId = null;
        // The steps of a stage that the process has left, whoever moved it, are not what comes next.
        if (this.activeStage !== activeStage || this.status !== status) {
            this.#shownStageId = null;
        }
        this.notify();
    }

    #readInstance(table: ClientTable, row: WebApiRow): Instance {
        const date = (name: string): Date | null => (typeof row[name] === 'string' ? new Date(row[name]) : null);
        const rows: Record<string, string> = {};
        for (const { table: stageTable } of this.stages) {
            const id = row[`_${this.#lookupColumn(table, stageTable) ?? ''}_value`];
            if (typeof id === 'string') {
                rows[stageTable] = plainId(id);
            }
        }
        const status = row.statuscode;
        return {
            id: plainId(String(row[table.primaryIdColumn])),
            name: typeof row.name === 'string' ? row.name : this.process.name,
            activeStageId: plainId(String(row._activestageid_value ?? this.stages[0]?.id ?? '')),
            traversedPath: String(row.traversedpath ?? '')
                .split(',')
                .filter((id) => id !== '')
                .map(plainId),
            status: status === STATUS.finished ? 'finished' : status === STATUS.aborted ? 'aborted' : 'active',
            activeStageStartedOn: date('activestagestartedon'),
            startedOn: date('createdon'),
            completedOn: date('completedon'),
            rows,
        };
    }

    #lookupColumn(table: ClientTable, target: string): string | undefined {
        const candidates = table.manyToOne.filter(({ referencedTable }) => referencedTable === target);
        return (candidates.find(({ referencingColumn }) => referencingColumn === `${target}id`) ?? candidates[0])
            ?.referencingColumn;
    }

    /** The request that starts the process for a row which the same changeset creates. */
    async startRequest(rowId: string): Promise<BatchRequest | null> {
        const table = (this.#table ??= await this.platform.table(this.process.table));
        const first = this.stages[0];
        const lookup = table.manyToOne.find(
            ({ referencingColumn }) => referencingColumn === this.#lookupColumn(table, this.form.table.logicalName),
        );
        if (first === undefined || lookup === undefined || table.privileges.create === 0) {
            return null;
        }
        return {
            method: 'POST',
            path: table.entitySetName,
            body: {
                'processid@odata.bind': `/workflows(${this.process.id})`,
                [`${lookup.lookupNavigationProperty}@odata.bind`]: `/${this.form.table.entitySetName}(${rowId})`,
                'activestageid@odata.bind': `/processstages(${first.id})`,
                traversedpath: first.id,
            },
        };
    }

    selectStage(stage: ClientStage): void {
        this.#selectedStageId = stage.id;
        this.stageSelectedHandlers.fire(this, { getStage: () => stage });
        this.notify();
    }

    /** Goes to the next stage, as Next does. */
    async moveNext(): Promise<MoveResult> {
        const index = this.#activeIndex();
        const next = this.stages[index + 1];
        if (this.#instance === null || this.status !== 'active') {
            return 'invalid';
        }
        return next === undefined ? 'end' : this.#move(next, 'Next', true);
    }

    /** Goes back one stage. */
    async movePrevious(): Promise<MoveResult> {
        const index = this.#activeIndex();
        const previous = this.stages[index - 1];
        if (this.#instance === null || this.status !== 'active') {
            return 'invalid';
        }
        return previous === undefined ? 'beginning' : this.#move(previous, 'Previous', false);
    }

    /** Makes another stage the active one: one that was passed before, or the next one. */
    async setActiveStage(stageId: string): Promise<MoveResult> {
        const wanted = this.stages.findIndex((stage) => stage.id === plainId(stageId));
        const stage = this.stages[wanted];
        const index = this.#activeIndex();
        if (stage === undefined || this.#instance === null || this.status !== 'active') {
            return 'invalid';
        }
        if (wanted === index) {
            return 'success';
        }
        const passed = this.#instance.traversedPath.includes(stage.id);
        if (wanted > index + 1 && !passed) {
            return 'unreachable';
        }
        return this.#move(stage, wanted > index ? 'Next' : 'Previous', wanted > index);
    }

    /**
     * Ends, gives up or takes up the process again.
     * @returns the status afterwards, or `invalid` when it may not change so
     */
    async setStatus(status: ProcessStatus): Promise<ProcessStatus | 'invalid'> {
        const instance = this.#instance;
        const isLast = this.#activeIndex() === this.stages.length - 1;
        if (instance === null || status === this.status || (status === 'finished' && !isLast)) {
            return 'invalid';
        }
        const stage = this.activeStage;
        let prevented = false;
        this.preStatusChangeHandlers.fire(this, {
            getStatus: () => status,
            getStage: () => stage,
            preventDefault: () => {
                prevented = true;
            },
        });
        if (prevented || (status === 'finished' && !this.#requiredStepsDone())) {
            return 'invalid';
        }
        const request = await this.#patch({ statecode: status === 'active' ? 0 : 1, statuscode: STATUS[status] });
        if (!(await this.#saveWith(request))) {
            return 'invalid';
        }
        await this.load(instance.id);
        this.statusChangeHandlers.fire(this, { getStatus: () => status, getStage: () => stage });
        return this.status;
    }

    #activeIndex(): number {
        return this.stages.findIndex((stage) => stage === this.activeStage);
    }

    async #move(stage: ClientStage, direction: Direction, checkSteps: boolean): Promise<MoveResult> {
        const instance = this.#instance;
        const from = this.activeStage;
        if (instance === null || from === null || this.isMoving) {
            return 'invalid';
        }
        let prevented = false;
        // Nothing is saved before the handlers have agreed.
        this.preStageChangeHandlers.fire(this, {
            getDirection: () => direction,
            getStage: () => stage,
            preventDefault: () => {
                prevented = true;
            },
        });
        if (prevented || (checkSteps && !this.#requiredStepsDone())) {
            return 'invalid';
        }
        const targetRow = stage.table === this.form.table.logicalName ? this.form.id : instance.rows[stage.table];
        if (targetRow === undefined || targetRow === null) {
            const { displayName } = await this.platform.table(stage.table);
            await this.platform.dialogs.alert({
                title: this.platform.texts('form.process.crossing.title'),
                text: this.platform.texts(
                    'form.process.crossing.text',
                    this.form.table.displayName,
                    stage.name,
                    displayName,
                ),
            });
            return 'crossEntity';
        }
        this.isMoving = true;
        this.notify();
        try {
            const path = [...instance.traversedPath];
            const passed = path.indexOf(stage.id);
            const traversed = passed >= 0 ? path.slice(0, passed + 1) : [...path, stage.id];
            const request = await this.#patch({
                traversedpath: traversed.join(','),
                'activestageid@odata.bind': `/processstages(${stage.id})`,
            });
            if (!(await this.#saveWith(request))) {
                return 'dirtyForm';
            }
            await this.load(instance.id);
            this.stageChangeHandlers.fire(this, { getDirection: () => direction, getStage: () => stage });
        } finally {
            this.isMoving = false;
            this.notify();
        }
        if (stage.table !== this.form.table.logicalName) {
            await this.openRowOf(stage.table);
            return 'crossEntity';
        }
        return 'success';
    }

    /** Opens the form of the instance's row of another table, with the same process. */
    async openRowOf(table: string): Promise<void> {
        const id = this.rowOf(table);
        if (id !== undefined && this.#instance !== null) {
            await this.platform.navigation.go({
                page: 'form',
                app: this.platform.app.uniqueName,
                table,
                id,
                processInstanceId: this.#instance.id,
            });
        }
    }

    /** Marks the required steps of the active stage that are still open. A yes/no step must be yes. */
    #requiredStepsDone(): boolean {
        const open = (this.activeStage?.steps ?? []).filter((step) => {
            const attribute = this.form.attribute(step.column);
            const control = attribute?.controls.find(({ place }) => place === 'process');
            return (
                step.required &&
                attribute !== null &&
                control?.visible !== false &&
                (attribute.type === 'boolean' ? attribute.value !== true : isEmpty(attribute.value))
            );
        });
        if (open.length > 0) {
            this.platform.notifications.add({
                level: 2,
                message: this.platform.texts('form.process.requiredSteps', open.map((step) => step.name).join(', ')),
                showCloseButton: true,
            });
        }
        return open.length === 0;
    }

    async #patch(body: Record<string, unknown>): Promise<BatchRequest> {
        const table = (this.#table ??= await this.platform.table(this.process.table));
        return {
            method: 'PATCH',
            path: `${table.entitySetName}(${this.#instance?.id ?? ''})`,
            body,
            headers: { 'If-Match': '*' },
        };
    }

    /** Saves the form's changes and the instance's in one changeset; the form has told the user what went wrong. */
    async #saveWith(request: BatchRequest): Promise<boolean> {
        try {
            await this.form.save(SaveMode.Save, { alongside: [request] });
            return true;
        } catch {
            return false;
        }
    }
}
