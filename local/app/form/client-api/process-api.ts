import type { ClientProcess, ClientStage, ClientStep } from '../../../dataverse/client/types';
import { plainId } from '../../platform/guid';
import type { FormModel } from '../model/form-model';
import type { Handler } from '../model/handlers';
import type { MoveResult, ProcessModel } from '../model/process-model';
import { ItemCollection } from './item-collection';

const processes = new WeakMap<ProcessModel, Xrm.ProcessFlow.Process>();
const stages = new WeakMap<ClientStage, Xrm.ProcessFlow.Stage>();

/** `formContext.data.process`. Without a process, getters answer null and moves answer `invalid`. */
export function createProcessApi(form: FormModel): Xrm.ProcessFlow.ProcessManager {
    const { process } = form;
    const shown = (): ProcessModel | null => (process?.isThere === true ? process : null);
    const stageApi = (stage: ClientStage | null | undefined): Xrm.ProcessFlow.Stage =>
        (stage == null || process === null ? null : stageOf(process, stage)) as Xrm.ProcessFlow.Stage;

    const answer = (
        move: (process: ProcessModel) => Promise<MoveResult>,
        callback: Xrm.ProcessFlow.ProcessCallbackDelegate | undefined,
    ): void => {
        const model = shown();
        const result = model === null ? Promise.resolve('invalid') : move(model);
        void result.then(
            (status) => callback?.(status),
            (error: unknown) => {
                form.scriptFailed(error, 'data.process');
                callback?.('invalid');
            },
        );
    };
    const on = (list: (process: ProcessModel) => { add(handler: Handler): void }) => (handler: Handler) => {
        if (process !== null) {
            list(process).add(handler);
        }
    };
    const off = (list: (process: ProcessModel) => { remove(handler: Handler): void }) => (handler: Handler) => {
        if (process !== null) {
            list(process).remove(handler);
        }
    };

    return {
        getActiveProcess: () => {
            const model = shown();
            return (model === null ? null : processOf(model)) as Xrm.ProcessFlow.Process;
        },
        setActiveProcess: (processId, callback) => {
            callback?.(shown()?.process.id === plainId(processId) ? 'success' : 'invalid');
        },
        getEnabledProcesses: (callback) => {
            const model = shown();
            callback(model === null ? {} : { [model.process.id]: model.process.name });
        },
        getProcessInstances: (callback) => {
            const model = shown();
            const id = model?.instanceId;
            callback?.(
                model == null || id == null
                    ? {}
                    : ({
                          [id]: {
                              CreatedOn: model.startedOn,
                              ProcessDefinitionID: model.process.id,
                              ProcessDefinitionName: model.process.name,
                              ProcessInstanceID: id,
                              ProcessInstanceName: model.instanceName,
                              StatusCodeName: model.status,
                          },
                          // The type says strings; the platform answers one object for each instance.
                      } as unknown as Xrm.ProcessFlow.ProcessDictionary),
            );
        },
        setActiveProcessInstance: (instanceId, callback) => {
            callback?.(shown()?.instanceId === plainId(instanceId) ? 'success' : 'invalid');
        },
        getActiveStage: () => stageApi(shown()?.activeStage),
        getSelectedStage: () => stageApi(shown()?.selectedStage),
        setActiveStage: (stageId, callback) => answer((model) => model.setActiveStage(stageId), callback),
        getActivePath: () =>
            new ItemCollection(
                () => (shown()?.activePath ?? []).map(stageApi),
                (stage) => stage.getId(),
            ),
        getInstanceId: () => shown()?.instanceId ?? '',
        getInstanceName: () => shown()?.instanceName ?? '',
        getStatus: () => shown()?.status ?? 'active',
        setStatus: (status, callback) => {
            const model = shown();
            const result = model === null ? Promise.resolve('invalid' as const) : model.setStatus(status);
            // `invalid` is an answer of the platform that its types leave out.
            void result.then((now) => callback?.(now as Xrm.ProcessFlow.ProcessStatus));
        },
        moveNext: (callback) => answer((model) => model.moveNext(), callback),
        movePrevious: (callback) => answer((model) => model.movePrevious(), callback),
        addOnPreStageChange: on((model) => model.preStageChangeHandlers),
        addOnStageChange: on((model) => model.stageChangeHandlers),
        addOnStageSelected: on((model) => model.stageSelectedHandlers),
        addOnPreProcessStatusChange: on((model) => model.preStatusChangeHandlers),
        addOnProcessStatusChange: on((model) => model.statusChangeHandlers),
        removeOnPreStageChange: off((model) => model.preStageChangeHandlers),
        removeOnStageChange: off((model) => model.stageChangeHandlers),
        removeOnStageSelected: off((model) => model.stageSelectedHandlers),
        removeOnPreProcessStatusChange: off((model) => model.preStatusChangeHandlers),
        removeOnProcessStatusChange: off((model) => model.statusChangeHandlers),
    };
}

function processOf(model: ProcessModel): Xrm.ProcessFlow.Process {
    const known = processes.get(model);
    if (known !== undefined) {
        return known;
    }
    const process: ClientProcess = model.process;
    const made: Xrm.ProcessFlow.Process = {
        getId: () => process.id,
        getName: () => process.name,
        getStatus: () => model.status,
        getStages: () =>
            new ItemCollection(
                () => process.stages.map((stage) => stageOf(model, stage)),
                (stage) => stage.getId(),
            ),
        isRendered: () => model.visible,
    };
    processes.set(model, made);
    return made;
}

/** A stage as scripts see it; events hand it out as well. */
export function stageOf(model: ProcessModel, stage: ClientStage): Xrm.ProcessFlow.Stage {
    const known = stages.get(stage);
    if (known !== undefined) {
        return known;
    }
    const made: Xrm.ProcessFlow.Stage = {
        getId: () => stage.id,
        getName: () => stage.name,
        getCategory: () => ({ getValue: () => stage.category }),
        getEntityName: () => stage.table,
        getStatus: () => (model.activeStage === stage ? 'active' : 'inactive'),
        getSteps: () =>
            new ItemCollection(
                () => stage.steps.map(stepOf),
                (step) => step.getName(),
            ),
    };
    stages.set(stage, made);
    return made;
}

function stepOf(step: ClientStep): Xrm.ProcessFlow.Step {
    return { getAttribute: () => step.column, getName: () => step.name, isRequired: () => step.required };
}
