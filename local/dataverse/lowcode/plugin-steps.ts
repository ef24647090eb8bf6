/**
 * Automated plug-ins: active rows of sdkmessageprocessingstep with an expression, as steps of the pipeline in the order
 * of their rank (Microsoft Learn, "Register a plug-in", execution order).
 */
import type { CompiledFormula, Value as FormulaValue } from '../../powerfx';
import { readRow } from '../pipeline/row-storage';
import { tablePlan } from '../pipeline/table-plan';
import type {
    Environment,
    PipelineCall,
    PipelineStage,
    PipelineStep,
    PipelineStepSource,
    Row,
} from '../pipeline/types';
import type { FormulaServices } from './formula-services';
import type { LowCodeOptions } from './low-code';
import { NewRecordValue, OldRecordValue } from './new-record';
import { observedRun } from './observed-run';
import { compilePlugin, NEW_RECORD, OLD_RECORD, type PluginPlace } from './plugin-formula';
import { RowGeneration } from './row-generation';

/** Values of `stage`, for the stages that plug-ins in Power Fx run in. */
export const STAGES: ReadonlyMap<number, PipelineStage> = new Map([
    [20, 'preOperation'],
    [40, 'postOperation'],
]);

interface StepRow {
    readonly name: string;
    readonly message: string;
    readonly table: string | null;
    readonly stage: number;
    readonly filteringAttributes: string | null;
    readonly expression: string;
}

/** Steps of this environment, looked up as messages run; `forget` is for transactions that were undone. */
export function pluginSteps(
    environment: Environment,
    options: LowCodeOptions,
): { readonly source: PipelineStepSource; forget(): void } {
    const generation = new RowGeneration(environment, ['sdkmessageprocessingstep', 'fxexpression', 'customapi'], () =>
        stepsByMessage(environment, options),
    );
    return {
        source: (message, table) => generation.current.get(`${message} ${table}`) ?? NO_STEPS,
        forget: () => generation.forget(),
    };
}

const NO_STEPS: readonly PipelineStep[] = [];

function stepsByMessage(
    environment: Environment,
    options: LowCodeOptions,
): ReadonlyMap<string, readonly PipelineStep[]> {
    const steps = new Map<string, PipelineStep[]>();
    const rows = environment.store
        .prepare<StepRow>(
            'SELECT s.name AS name, m.name AS message, f.primaryobjecttypecode AS "table", s.stage AS stage, ' +
                's.filteringattributes AS filteringAttributes, x.expression AS expression ' +
                'FROM sdkmessageprocessingstep s ' +
                'JOIN sdkmessage m ON m.sdkmessageid = s.sdkmessageid ' +
                'JOIN fxexpression x ON x.fxexpressionid = s.fxexpressionid ' +
                'JOIN sdkmessagefilter f ON f.sdkmessagefilterid = s.sdkmessagefilterid ' +
                "WHERE s.statecode = 0 AND x.statecode = 0 AND s.mode = 0 AND ifnull(x.expression, '') <> '' " +
                'ORDER BY s.rank, s.createdon, s.name',
        )
        .all();
    for (const row of rows) {
        const stage = STAGES.get(row.stage);
        // The table may have gone with its solution; its plug-ins wait for it.
        if (stage === undefined || row.table === null || !environment.metadata.findTable(row.table)) {
            continue;
        }
        const key = `${row.message} ${row.table}`;
        const place = { name: row.name, table: row.table, stage };
        steps.set(key, [...(steps.get(key) ?? []), step(environment, row, place, options)]);
    }
    return steps;
}

function step(environment: Environment, row: StepRow, place: PluginPlace, options: LowCodeOptions): PipelineStep {
    let formula: CompiledFormula | undefined;
    const filteringColumns = filterOf(row);
    return {
        message: row.message,
        table: place.table,
        stage: place.stage,
        ...(filteringColumns.length === 0 ? {} : { filteringColumns }),
        run: (call) => {
            formula ??= compilePlugin(environment, row.expression, place);
            run(formula, place, call, options);
        },
    };
}

/** Only Update has columns to choose from. */
function filterOf({ message, filteringAttributes }: StepRow): readonly string[] {
    return message === 'Update'
        ? (filteringAttributes ?? '')
              .split(',')
              .map((name) => name.trim())
              .filter((name) => name !== '')
        : [];
}

function run(formula: CompiledFormula, place: PluginPlace, call: PipelineCall, options: LowCodeOptions): void {
    const { organization, context, message } = call;
    observedRun(
        {
            ...place,
            organization,
            context,
            message,
            formula,
            variables: (services) => records(services, place, call),
            answer: () => undefined,
        },
        options,
    );
}

/** A record that there is none of, such as the old one of a new row, is blank. */
function records(services: FormulaServices, place: PluginPlace, call: PipelineCall): ReadonlyMap<string, FormulaValue> {
    const table = services.organization.metadata.table(place.table);
    const { before, id } = call;
    return new Map<string, FormulaValue>([
        [NEW_RECORD, call.message === 'Delete' ? null : new NewRecordValue(services, table, newRow(place, call))],
        [OLD_RECORD, before ? new OldRecordValue(services, table, id, before) : null],
    ]);
}

function newRow(place: PluginPlace, call: PipelineCall): Pick<PipelineCall, 'id' | 'target' | 'before'> {
    if (place.stage === 'preOperation') return call;
    let stored: Row | undefined;
    return {
        id: call.id,
        target: {},
        get before(): Row {
            const { store, metadata } = call.organization;
            stored ??= readRow(store, tablePlan(metadata, place.table), call.id) ?? {};
            return stored;
        },
    };
}
