/** RetrieveEntityRibbon and RetrieveApplicationRibbon: a zip with RibbonXml.xml. */
import { strToU8, zipSync } from 'fflate';

import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import { applicationRibbon, tableRibbon } from '../ribbon/table-ribbon';

export const retrieveEntityRibbon: MessageDefinition = {
    name: 'RetrieveEntityRibbon',
    kind: 'function',
    parameters: [
        { name: 'EntityName', type: 'Edm.String', optional: false },
        { name: 'RibbonLocationFilter', type: 'Edm.Untyped', optional: true },
    ],
    returns: { type: 'mscrm.RetrieveEntityRibbonResponse' },
    run: (organization, parameters) => {
        const name = parameters['EntityName'];
        if (typeof name !== 'string') {
            throw new DataverseError(ErrorCode.InvalidArgument, 'RetrieveEntityRibbon needs EntityName, a table name.');
        }
        const { logicalName } = organization.metadata.table(name);
        return { CompressedEntityXml: ribbonZip(tableRibbon(organization, logicalName)) };
    },
};

export const retrieveApplicationRibbon: MessageDefinition = {
    name: 'RetrieveApplicationRibbon',
    kind: 'function',
    parameters: [],
    returns: { type: 'mscrm.RetrieveApplicationRibbonResponse' },
    run: (organization) => ({ CompressedApplicationRibbonXml: ribbonZip(applicationRibbon(organization)) }),
};

function ribbonZip(ribbon: string): Uint8Array {
    const xml = `<RibbonDefinitions>${ribbon}</RibbonDefinitions>`;
    return zipSync({ 'RibbonXml.xml': strToU8(xml) });
}
