/** The stock business process flow: `process.json` as one workflow row and one processstage row per stage. */
import { readBaseFile } from './base-directory';
import type { BaseRows, BaseText } from './base-rows';

interface ProcessFile {
    readonly id: string;
    readonly name: BaseText;
    /** Table whose rows are the instances. */
    readonly table: string;
    readonly primaryTable: string;
    readonly stages: readonly {
        readonly id: string;
        readonly name: BaseText;
        /** processstage.stagecategory: 0 Qualify, 1 Develop, 2 Propose, 3 Close. */
        readonly category: number;
        readonly table: string;
        readonly steps: readonly { readonly column: string; readonly name: BaseText; readonly required?: boolean }[];
    }[];
}

/** workflow.category of business process flows. */
const BUSINESS_PROCESS_FLOW = 4;

export function baseProcess(): readonly BaseRows[] {
    const process = JSON.parse(readBaseFile('process.json')) as ProcessFile;
    const stages = process.stages.map(({ id, name, category, table, steps }) => ({
        id,
        name: label(name),
        category,
        table,
        steps: steps.map((step) => ({ name: label(step.name), column: step.column, required: step.required ?? false })),
    }));
    return [
        {
            table: 'workflow',
            rows: [
                {
                    workflowid: process.id,
                    name: process.name,
                    uniquename: process.table,
                    primaryentity: process.primaryTable,
                    category: BUSINESS_PROCESS_FLOW,
                    type: 1,
                    mode: 0,
                    scope: 4,
                    businessprocesstype: 0,
                    triggeroncreate: true,
                    statecode: 1,
                    statuscode: 2,
                    clientdata: JSON.stringify({ stages }),
                },
            ],
        },
        {
            table: 'processstage',
            rows: process.stages.map((stage) => ({
                processstageid: stage.id,
                processid: process.id,
                stagename: stage.name,
                stagecategory: stage.category,
                primaryentitytypecode: stage.table,
            })),
        },
    ];
}

function label([english, french]: BaseText): Readonly<Record<number, string>> {
    return { 1033: english, 1036: french };
}
