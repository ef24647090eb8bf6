/**
 * What is refused when plug-ins and functions are registered: a formula with faults, a message, a stage or a mode that
 * plug-ins in Power Fx do not run in. Faults come with their places, as offsets in the formula.
 */
import { DataverseError, ErrorCode } from '../errors';
import { isObject } from '../pipeline/message-parameters';
import { isReference } from '../pipeline/row-storage';
import type { PipelineCall, PipelineStep, Row } from '../pipeline/types';
import { FIELD_TYPES, type CustomApiField } from './custom-api';
import { compileFunction } from './function-messages';
import { compilePlugin } from './plugin-formula';
import { STAGES } from './plugin-steps';

const MESSAGES = ['Create', 'Update', 'Delete'];
const SYNCHRONOUS = 0;

export const registrationSteps: readonly PipelineStep[] = [
    ...(['Create', 'Update'] as const).map((message) => ({
        message,
        table: 'sdkmessageprocessingstep',
        stage: 'preOperation' as const,
        run: completeEventHandler,
    })),
    ...(['Create', 'Update'] as const).map((message) => ({
        message,
        table: 'sdkmessageprocessingstep',
        stage: 'postOperation' as const,
        run: checkStep,
    })),
    ...(['Create', 'Update'] as const).map((message) => ({
        message,
        table: 'fxexpression',
        stage: 'postOperation' as const,
        run: checkExpression,
    })),
];

/** A step's handler is its plug-in type; clients may give either. */
function completeEventHandler({ target, before }: PipelineCall): void {
    const { plugintypeid: type, eventhandler: handler } = target;
    if (type && !handler && (!before || !before.eventhandler || 'plugintypeid' in target)) {
        target.eventhandler = type;
    } else if (handler && !type && !before?.plugintypeid) {
        target.plugintypeid = handler;
    }
}

function checkStep({ id, organization, context }: PipelineCall): void {
    const step = organization.retrieve('sdkmessageprocessingstep', id, undefined, context);
    if (!isReference(step.fxexpressionid)) {
        return;
    }
    const name = textOf(step.name) ?? id;
    const refuse = (reason: string): never => {
        throw new DataverseError(ErrorCode.InvalidArgument, `The step ${name} cannot be registered: ${reason}`);
    };
    const read = (reference: Row[string] | undefined, column: string): string | undefined =>
        isReference(reference)
            ? textOf(organization.retrieve(reference.table, reference.id, [column], context)[column])
            : undefined;
    const message = read(step.sdkmessageid, 'name') ?? '';
    const table = read(step.sdkmessagefilterid, 'primaryobjecttypecode');
    const stage = STAGES.get(Number(step.stage));
    if (!MESSAGES.includes(message)) {
        refuse(`plug-ins in Power Fx run on ${MESSAGES.join(', ')}, not on ${message}.`);
    }
    if (step.mode !== SYNCHRONOUS) {
        refuse('plug-ins in Power Fx run synchronously; give mode 0.');
    }
    if (table === undefined || stage === undefined) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `The step ${name} cannot be registered: give sdkmessagefilterid for its table and stage 20 or 40.`,
        );
    }
    const expression = read(step.fxexpressionid, 'expression') ?? '';
    compilePlugin(organization, expression, { name, table, stage });
}

/** An expression is checked for what it says that it is for, and for the steps that use it already. */
function checkExpression({ id, organization, context }: PipelineCall): void {
    const row = organization.retrieve('fxexpression', id, undefined, context);
    const text = textOf(row.expression);
    if (text === undefined) {
        return;
    }
    const name = textOf(row.name) ?? textOf(row.uniquename) ?? id;
    const table = textOf(row.entitylogicalname);
    if (table !== undefined && textOf(row.messagename) !== undefined) {
        compilePlugin(organization, text, { name, table, stage: stageOf(organization.store, id) });
        return;
    }
    const parameters = inputParameters(textOf(row.parameters));
    if (parameters) {
        compileFunction(organization, name, text, parameters);
    }
}

/** Before the operation a formula may do most; a step that runs after it is checked with the step itself. */
function stageOf(store: PipelineCall['organization']['store'], expressionId: string): 'preOperation' | 'postOperation' {
    const used = store
        .prepare<{
            stage: number;
        }>('SELECT stage FROM sdkmessageprocessingstep WHERE fxexpressionid = ? ORDER BY stage DESC')
        .get(expressionId);
    return used?.stage === 40 ? 'postOperation' : 'preOperation';
}

/** `{"InputParameter":[{"type":10,"name":"LeadId","required":true}],…}`; undefined for what is no function. */
function inputParameters(json: string | undefined): readonly CustomApiField[] | undefined {
    if (json === undefined) return undefined;
    let parsed: unknown;
    try {
        parsed = JSON.parse(json);
    } catch {
        throw new DataverseError(ErrorCode.InvalidArgument, "'parameters' of fxexpression must be JSON.");
    }
    const given = isObject(parsed) ? parsed['InputParameter'] : undefined;
    if (!Array.isArray(given)) return undefined;
    return given.filter(isObject).map(({ name, type, required }) => ({
        name: String(name),
        type: typeof type === 'number' ? type : FIELD_TYPES.String,
        isOptional: required !== true,
    }));
}

const textOf = (value: Row[string] | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;
