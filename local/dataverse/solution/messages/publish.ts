/**
 * PublishXml and PublishAllXml. What is imported or written here is in force at once, so publishing only tells clients
 * to read the metadata again.
 */
import type { MessageDefinition, MessageParameterDefinition } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { checkMayImport } from '../import-solution';
import { nextMetadataVersion } from '../metadata-version';

export function publishAllXmlMessage(target: ImportTarget): MessageDefinition {
    return publishMessage('PublishAllXml', [], target);
}

export function publishXmlMessage(target: ImportTarget): MessageDefinition {
    return publishMessage('PublishXml', [{ name: 'ParameterXml', type: 'Edm.String', optional: false }], target);
}

function publishMessage(
    name: string,
    parameters: readonly MessageParameterDefinition[],
    target: ImportTarget,
): MessageDefinition {
    return {
        name,
        kind: 'action',
        parameters,
        run: (_organization, _parameters, context) => {
            checkMayImport(target, context);
            nextMetadataVersion(target.store);
            return {};
        },
    };
}
