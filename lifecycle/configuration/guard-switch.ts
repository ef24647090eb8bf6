import { Enforcement } from '../choices';
import { isRow, textOf, type Row } from '../row';
import type { Configuration } from './configuration';

/** Schema name of the environment variable by which an admin switches the makers' rules off. */
export const GUARD_SWITCH = 'llc_TransitionGuard';

/** Of the definition to its values; at most one value applies in an environment. */
const VALUES = 'environmentvariabledefinition_environmentvariablevalue';

/**
 * Query of the environment variable with its value (Microsoft Learn, "Work with environment variables"; the tables
 * are `environmentvariabledefinition` and `environmentvariablevalue`).
 */
export const guardSwitchQuery = `?$select=defaultvalue&$filter=schemaname eq '${GUARD_SWITCH}'&$expand=${VALUES}($select=value)`;

/**
 * Whether the rules are switched off. They are on wherever the environment does not clearly say no: without the
 * variable, without a value, with a text that means nothing.
 * @param definitions rows that `guardSwitchQuery` found
 */
export function readGuardIsOff(definitions: readonly Row[]): boolean {
    const [definition] = definitions;
    if (!definition) return false;
    const values: unknown = definition[VALUES];
    const [value] = Array.isArray(values) ? (values as readonly unknown[]) : [];
    const own = isRow(value) ? textOf(value, 'value') : '';
    return ['no', 'false', '0'].includes((own || textOf(definition, 'defaultvalue')).trim().toLowerCase());
}

/** What is left of the rules while they are switched off: criteria still advise, and notes are welcome. */
export function withoutGuard(configuration: Configuration): Configuration {
    return {
        ...configuration,
        reasons: configuration.reasons.map((reason) => ({ ...reason, noteRequired: false })),
        criteria: configuration.criteria.map((criterion) => ({ ...criterion, enforcement: Enforcement.warn })),
        guardIsOff: true,
    };
}
