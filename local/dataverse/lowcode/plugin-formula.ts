/** The formula of an automated plug-in: what it can name, and how it is made ready to run. */
import { compile, FormulaError, type CompiledFormula, type Variable } from '../../powerfx';
import { DataverseError } from '../errors';
import type { Environment, PipelineStage } from '../pipeline/types';
import { EnvironmentTypes } from './environment-types';
import { environmentSchema } from './environment-schema';
import { faultsOf } from './refusal';

export const NEW_RECORD = 'NewRecord';
export const OLD_RECORD = 'OldRecord';

/** Where an automated plug-in stands. */
export interface PluginPlace {
    /** For messages. */
    readonly name: string;
    /** Logical name. */
    readonly table: string;
    readonly stage: PipelineStage;
}

/**
 * Makes a plug-in's formula ready to run.
 * @throws DataverseError 0x80040265 with the places of its faults when it cannot be compiled
 */
export function compilePlugin(environment: Environment, text: string, place: PluginPlace): CompiledFormula {
    const { row } = EnvironmentTypes.of(environment.metadata).table(place.table) ?? {};
    if (!row) {
        throw new DataverseError(0x80040265, `${place.name} is about the table ${place.table}, which is not there.`);
    }
    const variables: readonly Variable[] = [
        // What is stored already cannot be set: after the operation, rows are changed with Patch.
        { name: NEW_RECORD, type: row, canMutate: false, canSet: false, canSetMutate: place.stage === 'preOperation' },
        { name: OLD_RECORD, type: row, canMutate: false, canSet: false, canSetMutate: false },
    ];
    return compileFormula(place.name, text, () =>
        compile(text, environmentSchema(environment, variables), { allowSideEffects: true }),
    );
}

/** @throws DataverseError 0x80040265 with the places of the faults */
export function compileFormula(name: string, _text: string, work: () => CompiledFormula): CompiledFormula {
    try {
        return work();
    } catch (error) {
        throw error instanceof FormulaError ? faultsOf(name, error) : error;
    }
}
