import { LeadColumn, Table } from '../../../lifecycle/columns';
import type { NewStatusReason } from './maker-environment';

/** `structuralProperty` of parameters: Microsoft Learn, "execute (Client API reference)". */
const PRIMITIVE = 1;
const COMPLEX = 2;
const ACTION = 0;

/** InsertStatusValue (Microsoft Learn, "InsertStatusValue Action") as `Xrm.WebApi.online.execute` takes it. */
export function insertStatusValueRequest({ labels, state }: NewStatusReason): object {
    return {
        EntityLogicalName: Table.lead,
        AttributeLogicalName: LeadColumn.status,
        StateCode: state,
        Label: {
            '@odata.type': 'Microsoft.Dynamics.CRM.Label',
            LocalizedLabels: [...labels].map(([language, label]) => ({
                '@odata.type': 'Microsoft.Dynamics.CRM.LocalizedLabel',
                Label: label,
                LanguageCode: language,
            })),
        },
        getMetadata: () => ({
            boundParameter: null,
            operationType: ACTION,
            operationName: 'InsertStatusValue',
            parameterTypes: {
                EntityLogicalName: { typeName: 'Edm.String', structuralProperty: PRIMITIVE },
                AttributeLogicalName: { typeName: 'Edm.String', structuralProperty: PRIMITIVE },
                StateCode: { typeName: 'Edm.Int32', structuralProperty: PRIMITIVE },
                Label: { typeName: 'mscrm.Label', structuralProperty: COMPLEX },
            },
        }),
    };
}

/** PublishXml for lead alone (Microsoft Learn, "PublishXml Action"); until then forms show the former status reasons. */
export function publishLeadRequest(): object {
    return {
        ParameterXml: `<importexportxml><entities><entity>${Table.lead}</entity></entities></importexportxml>`,
        getMetadata: () => ({
            boundParameter: null,
            operationType: ACTION,
            operationName: 'PublishXml',
            parameterTypes: { ParameterXml: { typeName: 'Edm.String', structuralProperty: PRIMITIVE } },
        }),
    };
}
