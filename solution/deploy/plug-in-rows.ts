import type { BuiltPlugin } from '../../plugins';
import { nameBasedId } from './name-based-id';
import type { PlugInEnvironment } from './plug-in-environment';

/** Columns as the Web API takes them; lookups by the logical name of their column, their value the id. */
export interface PlugInRows {
    readonly plugIn: BuiltPlugin;
    readonly expression: Row;
    readonly step: Row;
}

export interface Row {
    readonly id: string;
    readonly columns: Readonly<Record<string, string | number>>;
    readonly lookups: Readonly<Record<string, Lookup>>;
}

export interface Lookup {
    readonly entitySet: string;
    readonly id: string;
}

export const EXPRESSIONS = 'fxexpressions';
export const STEPS = 'sdkmessageprocessingsteps';

/** fxexpression.category "Workflow" (Microsoft Learn, "FxExpression table reference"). */
const WORKFLOW = 0;
/** sdkmessageprocessingstep (Microsoft Learn, "SdkMessageProcessingStep table reference"). */
const STAGES = { preOperation: 20, postOperation: 40 } as const;
const SYNCHRONOUS = 0;
const SERVER_ONLY = 0;
/** Longest description of a step. */
const DESCRIPTION_LENGTH = 256;

export const expressionId = (uniqueName: string): string => nameBasedId('fxexpression', uniqueName);
const stepId = (uniqueName: string): string => nameBasedId('sdkmessageprocessingstep', uniqueName);

/**
 * The two rows that an automated low-code plug-in is in an environment: its formula, and the step that runs it.
 * @throws Error when the environment does not let steps be registered for its table and message
 */
export function plugInRows(plugIn: BuiltPlugin, environment: PlugInEnvironment): PlugInRows {
    const { uniqueName, name, description, table, message, stage, rank, filteringColumns, expression } = plugIn;
    const filter = environment.filters.find((it) => it.table === table && it.message === message);
    if (!filter) {
        throw new Error(
            `Plug-in ${uniqueName}: the environment takes no step for the message ${message} of the table ${table}. ` +
                'Deploy the solution that brings the table first, or leave plug-ins out with --no-plugins.',
        );
    }
    return {
        plugIn,
        expression: {
            id: expressionId(uniqueName),
            columns: {
                uniquename: uniqueName,
                name,
                category: WORKFLOW,
                expression,
                context: contextOf(plugIn, environment),
                parameters: '{"InputParameter":[],"OutputParameter":[]}',
                entitylogicalname: table,
                messagename: message,
            },
            lookups: {},
        },
        step: {
            id: stepId(uniqueName),
            columns: {
                name,
                description: description.slice(0, DESCRIPTION_LENGTH),
                stage: STAGES[stage],
                mode: SYNCHRONOUS,
                rank,
                supporteddeployment: SERVER_ONLY,
                filteringattributes: [...filteringColumns].sort().join(','),
            },
            lookups: {
                sdkmessageid: { entitySet: 'sdkmessages', id: filter.messageId },
                sdkmessagefilterid: { entitySet: 'sdkmessagefilters', id: filter.id },
                plugintypeid: { entitySet: 'plugintypes', id: environment.evaluatorId },
                fxexpressionid: { entitySet: EXPRESSIONS, id: expressionId(uniqueName) },
            },
        },
    };
}

/** What the formula uses, in the layout that the platform itself writes: the tables by their logical names. */
function contextOf({ table, expression }: BuiltPlugin, { tablesBySet }: PlugInEnvironment): string {
    const withoutTexts = expression.replace(/"(?:[^"]|"")*"/g, '""');
    const used = [...withoutTexts.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].flatMap(
        ([identifier]) => tablesBySet.get(identifier) ?? [],
    );
    return JSON.stringify({
        Tables: [...new Set([table, ...used])].sort(),
        CustomApis: [],
        ConnectionReferences: [],
        TabularConnectionReferences: [],
        ActionConnectorConnectionReferences: [],
    });
}
