import { ErrorValue, type CompiledFormula, type Value as FormulaValue } from '../../powerfx';
import type { Organization, RequestContext } from '../pipeline/types';
import { errorIn, formulaServices, runContext } from './formula-run';
import type { FormulaServices, RowCounts } from './formula-services';
import type { LowCodeOptions, LowCodeRun } from './low-code';
import { refusalOf } from './refusal';

/** One formula on its way: what runs, for whom, and what goes in and comes out. */
export interface FormulaCall<Answer> extends Pick<LowCodeRun, 'name' | 'table' | 'message' | 'stage'> {
    readonly organization: Organization;
    /** Of the messages that the formula leads to. */
    readonly context: RequestContext;
    readonly formula: CompiledFormula;
    /** Values of the names that this kind of formula has beside the environment's. */
    readonly variables: (services: FormulaServices) => ReadonlyMap<string, FormulaValue>;
    readonly answer: (result: FormulaValue, services: FormulaServices) => Answer | ErrorValue;
}

/**
 * Runs a formula, and tells whoever observes what it did, also when it refuses or is stopped.
 * @throws DataverseError with the formula's unhandled error
 */
export function observedRun<Answer>(call: FormulaCall<Answer>, { clock = Date.now, observe }: LowCodeOptions): Answer {
    const { organization, context, formula, name, table, message, stage } = call;
    const counts: RowCounts = { rowsRead: 0, rowsWritten: 0, queries: 0 };
    const begun = clock();
    const report = (refusal: Pick<LowCodeRun, 'refusal'>): void =>
        observe?.({ name, table, message, stage, ...counts, milliseconds: clock() - begun, ...refusal });
    let answer: Answer | ErrorValue;
    try {
        const { dependencies } = formula;
        const services = formulaServices(organization, context, { name, dependencies, counts, clock });
        const result = formula.run(runContext(services, call.variables(services)));
        answer = errorIn(result) ?? call.answer(result, services);
        if (answer instanceof ErrorValue) throw refusalOf(answer);
    } catch (error) {
        report({ refusal: error instanceof Error ? error.message : String(error) });
        throw error;
    }
    report({});
    return answer;
}
