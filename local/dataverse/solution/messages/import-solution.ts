/** ImportSolution: imports within the request (Microsoft Learn, "ImportSolution action"). */
import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition, MessageParameterDefinition, MessageParameters } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { importSolution } from '../import-solution';

/** What both import messages take. */
export const IMPORT_PARAMETERS: readonly MessageParameterDefinition[] = [
    { name: 'CustomizationFile', type: 'Edm.Binary', optional: false },
    { name: 'OverwriteUnmanagedCustomizations', type: 'Edm.Boolean', optional: true },
    { name: 'PublishWorkflows', type: 'Edm.Boolean', optional: true },
    { name: 'ConvertToManaged', type: 'Edm.Boolean', optional: true },
    { name: 'SkipProductUpdateDependencies', type: 'Edm.Boolean', optional: true },
    { name: 'HoldingSolution', type: 'Edm.Boolean', optional: true },
    { name: 'ComponentParameters', type: 'Edm.Untyped', optional: true },
    { name: 'SolutionParameters', type: 'Edm.Untyped', optional: true },
];

export function importSolutionMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'ImportSolution',
        kind: 'action',
        parameters: [...IMPORT_PARAMETERS, { name: 'ImportJobId', type: 'Edm.Guid', optional: true }],
        run: (_organization, parameters, context) => {
            importSolution(
                target,
                customizationFile(parameters),
                { importJobId: importJobId(parameters) ?? newId() },
                context,
            );
            return {};
        },
    };
}

/** The solution file. @throws DataverseError 0x80040203 when it is not binary, 0x80040800 for a holding solution */
export function customizationFile(parameters: MessageParameters): Uint8Array {
    if (parameters['HoldingSolution'] === true) {
        throw new DataverseError(
            ErrorCode.NotSupported,
            'HoldingSolution is not supported here (local Dataverse): import the newer version directly, it replaces ' +
                'the installed one.',
            501,
        );
    }
    const file = parameters['CustomizationFile'];
    if (file instanceof Uint8Array) {
        return file;
    }
    if (typeof file === 'string') {
        return Buffer.from(file, 'base64');
    }
    throw new DataverseError(
        ErrorCode.InvalidArgument,
        'ImportSolution needs CustomizationFile: the solution file, in base64.',
    );
}

/** The id that the caller wants to follow the import by. */
export function importJobId(parameters: MessageParameters): string | undefined {
    const id = parameters['ImportJobId'];
    return typeof id === 'string' && id !== '' ? id.replace(/[{}]/g, '').toLowerCase() : undefined;
}

export function newId(): string {
    return crypto.randomUUID();
}
