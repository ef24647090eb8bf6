import type { BuiltPlugin } from '../../plugins';
import { readPlugInEnvironment, type PlugInEnvironment } from './plug-in-environment';
import { EXPRESSIONS, plugInRows, STEPS, type PlugInRows, type Row } from './plug-in-rows';
import { idOfStep, readRegisteredPlugIns, type RegisteredPlugIn } from './registered-plug-ins';
import type { DeployContext, Step } from './step';
import { WebApiRefusal, type Json, type WriteRequest } from './web-api-client';

/** statecode of a row that somebody has switched off, formula and step alike. */
const OFF = 1;

/**
 * Registers the automated low-code plug-ins as rows, because no published export shows how a zip holds them. Only what
 * differs is written, all of it in one transaction; plug-ins of ours that the build no longer has are removed. A step
 * that somebody has switched off stays off.
 * @param plugIns asked for late, so that they can be made for the columns that are there after the import
 */
export function plugInsStep(plugIns: (context: DeployContext) => Promise<readonly BuiltPlugin[]>): Step {
    return {
        name: 'plug-ins',
        plan: async (context) => {
            const { client } = context;
            const wanted = await plugIns(context);
            const [environment, registered] = await Promise.all([
                readPlugInEnvironment(
                    client,
                    wanted.map(({ table }) => table),
                ),
                readRegisteredPlugIns(client, context.solution.prefix),
            ]);
            const present = new Map(registered.map((it) => [it.uniqueName, it]));
            const names = new Set(wanted.map(({ uniqueName }) => uniqueName));
            const differences = [
                ...registered.filter(({ uniqueName }) => !names.has(uniqueName)).map(removal),
                ...wanted.map((it) => difference(plugInRows(it, environment), present.get(it.uniqueName), environment)),
            ].filter(({ writes }) => writes.length > 0);
            return {
                changes: differences.map(({ change }) => change),
                notes: registered.flatMap(switchedOff),
                apply: () => register(context, differences),
            };
        },
    };
}

async function register({ client }: DeployContext, differences: readonly Difference[]): Promise<void> {
    try {
        await client.changeset(differences.flatMap(({ writes }) => writes));
    } catch (error) {
        if (!(error instanceof WebApiRefusal)) throw error;
        throw new Error(
            `The environment refused the plug-ins, so none of them was changed. ${error.message.replace(/\|/g, '\n  ')}\n` +
                'The solution itself is installed. Deploy again when this is mended, or with --no-plugins: then the rules ' +
                'hold in the app and not for other clients, and no history is kept.',
            { cause: error },
        );
    }
}

interface Difference {
    readonly change: string;
    readonly writes: readonly WriteRequest[];
}

function difference(
    wanted: PlugInRows,
    present: RegisteredPlugIn | undefined,
    environment: PlugInEnvironment,
): Difference {
    const { plugIn, expression, step } = wanted;
    const when = `${plugIn.stage === 'preOperation' ? 'before' : 'after'} ${plugIn.message} of ${plugIn.table}`;
    const [presentStep, ...more] = present?.steps ?? [];
    const columns = present ? changedColumns(expression, present.expression) : [];
    const stepColumns = presentStep ? changedColumns(step, presentStep) : [];
    const writes = [
        ...more.map(deleteStep),
        ...(present
            ? patches(EXPRESSIONS, expression, columns, environment)
            : [creation(EXPRESSIONS, 'fxexpressionid', expression, environment)]),
        ...(presentStep
            ? patches(STEPS, { ...step, id: idOfStep(presentStep) }, stepColumns, environment)
            : [creation(STEPS, 'sdkmessageprocessingstepid', step, environment)]),
    ];
    const parts = [...columns, ...stepColumns, ...(present && !presentStep ? ['the step that runs it'] : [])];
    return {
        change: present
            ? `update plug-in ${plugIn.uniqueName}: ${parts.join(', ') || 'one step more than it needs'}`
            : `create plug-in ${plugIn.uniqueName}, ${when}`,
        writes,
    };
}

function removal({ uniqueName, expression, steps }: RegisteredPlugIn): Difference {
    return { change: `remove plug-in ${uniqueName}`, writes: [...steps.map(deleteStep), deleteExpression(expression)] };
}

/** Takes a plug-in of ours away: its steps first, then its formula. */
export function removalOf(plugIn: RegisteredPlugIn): readonly WriteRequest[] {
    return removal(plugIn).writes;
}

const deleteStep = (step: Json): WriteRequest => ({ method: 'DELETE', path: `${STEPS}(${idOfStep(step)})` });
const deleteExpression = (row: Json): WriteRequest => ({
    method: 'DELETE',
    path: `${EXPRESSIONS}(${String(row['fxexpressionid'])})`,
});

/** Logical names of the columns whose value is another one. An empty text and none are the same to the platform. */
function changedColumns({ columns, lookups }: Row, present: Json): readonly string[] {
    return [
        ...Object.entries(columns)
            .filter(([name, value]) => (present[name] ?? '') !== value)
            .map(([name]) => name),
        ...Object.entries(lookups)
            .filter(([name, { id }]) => present[`_${name}_value`] !== id)
            .map(([name]) => name),
    ];
}

function creation(entitySet: string, idColumn: string, row: Row, environment: PlugInEnvironment): WriteRequest {
    const all = [...Object.keys(row.columns), ...Object.keys(row.lookups)];
    return { method: 'POST', path: entitySet, body: { [idColumn]: row.id, ...bodyOf(row, all, environment) } };
}

function patches(
    entitySet: string,
    row: Row,
    columns: readonly string[],
    environment: PlugInEnvironment,
): readonly WriteRequest[] {
    if (columns.length === 0) return [];
    return [{ method: 'PATCH', path: `${entitySet}(${row.id})`, body: bodyOf(row, columns, environment) }];
}

function bodyOf(
    { columns, lookups }: Row,
    names: readonly string[],
    { stepNavigations }: PlugInEnvironment,
): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        names.map((name) => {
            const lookup = lookups[name];
            if (!lookup) return [name, columns[name]];
            return [`${stepNavigations.get(name) ?? name}@odata.bind`, `/${lookup.entitySet}(${lookup.id})`];
        }),
    );
}

function switchedOff({ uniqueName, expression, steps }: RegisteredPlugIn): readonly string[] {
    const isOff = [expression, ...steps].some((row) => row['statecode'] === OFF);
    return isOff ? [`plug-in ${uniqueName} is switched off in this environment; left off`] : [];
}
