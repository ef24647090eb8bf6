/** The formula of an automated plug-in: what it can name, and how it is made ready to run. */
import { compile, FormulaError, type CompiledFormula, type Variable } from '../../powerfx';
import { DataverseError, ErrorCode } from '../errors';
import type { Metadata } from '../metadata/metadata';
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
    const { metadata } = environment;
    const known = compiled.get(metadata) ?? new Map<string, CompiledFormula>();
    compiled.set(metadata, known);
    const key = `${place.table} ${place.stage} ${text}`;
    const formula = known.get(key) ?? compileNew(environment, text, place);
    // What stands under Environment are rows, which change without the metadata.
    if (!text.includes('Environment')) {
        known.set(key, formula);
    }
    return formula;
}

/** Registered formulas are checked twice before they first run; long ones take a while. */
const compiled = new WeakMap<Metadata, Map<string, CompiledFormula>>();

function compileNew(environment: Environment, text: string, place: PluginPlace): CompiledFormula {
    const { row } = EnvironmentTypes.of(environment.metadata).table(place.table) ?? {};
    if (!row) {
        throw new DataverseError(
            ErrorCode.IsvAborted,
            `${place.name} is about the table ${place.table}, which is not there; import the solution that brings it.`,
        );
    }
    const variables: readonly Variable[] = [
        // What is stored already cannot be set: after the operation, rows are changed with Patch.
        { name: NEW_RECORD, type: row, canMutate: false, canSet: false, canSetMutate: place.stage === 'preOperation' },
        { name: OLD_RECORD, type: row, canMutate: false, canSet: false, canSetMutate: false },
    ];
    return compileFormula(place.name, () =>
        compile(text, environmentSchema(environment, variables), { allowSideEffects: true }),
    );
}

/** @throws DataverseError 0x80040265 with the places of the faults */
export function compileFormula(name: string, work: () => CompiledFormula): CompiledFormula {
    try {
        return work();
    } catch (error) {
        throw error instanceof FormulaError ? faultsOf(name, error) : error;
    }
}
