/** Solution messages of the platform that this environment does not have: they say so by name. */
import { notSupportedHere } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';

const NAMES = [
    'ExportSolution',
    'ExportSolutionAsync',
    'StageSolution',
    'StageAndUpgrade',
    'DeleteAndPromote',
    'DeleteAndPromoteAsync',
    'CloneAsPatch',
    'CloneAsSolution',
    'AddSolutionComponent',
    'RemoveSolutionComponent',
    'ImportTranslation',
    'ExportTranslation',
] as const;

export const unsupportedSolutionMessages: readonly MessageDefinition[] = NAMES.map((name) => ({
    name,
    kind: 'action',
    parameters: [],
    run: () => {
        throw notSupportedHere(name);
    },
}));
