import type { Configuration } from '../configuration/configuration';
import type { StatusReason } from '../configuration/status-reason';
import type { TransitionRules } from './decide';

/** What moves are decided by in an environment. */
export function rulesOf(
    configuration: Pick<Configuration, 'transitions' | 'guardIsOff'>,
    statusReasons: readonly StatusReason[],
): TransitionRules {
    return {
        transitions: configuration.transitions,
        statusReasons,
        ...(configuration.guardIsOff && { guardIsOff: true }),
    };
}
