import { PARAMETER_TYPES, type FunctionOutput } from '../../plugins/contract';
import type { BuiltFunction } from '../../plugins';
import { encode, type Tree } from '../packager/tree';
import { element, labelled, type Written } from './written-xml';

/** The plug-in type `Microsoft.PowerFx.Evaluator`, which runs every Power Fx function. */
export const EVALUATOR_ID = '462b3e8f-beb4-4981-9b87-a60c2162a9f7';

/** `allowedcustomprocessingsteptype`: others may run asynchronous steps of their own after the function. */
const ASYNC_ONLY = 1;

/**
 * Files of the functions in the unpacked tree: the formula (`fxexpressions/`) and the Custom API that calls it
 * (`customapis/`), laid out as in a live export; the names in them are the server's. The row that lists a function for
 * makers (`msdyn_function`) is written by the deploy: the published schema of customizations.xml has no place for it.
 */
export function functionComponents(functions: readonly BuiltFunction[]): Tree {
    return new Map(functions.flatMap((it) => [...expressionFiles(it), ...customApiFiles(it)]));
}

function expressionFiles(it: BuiltFunction): readonly (readonly [string, Uint8Array])[] {
    const parameter = ({ name, type }: FunctionOutput, required: boolean): object => ({
        type: PARAMETER_TYPES[type],
        name,
        required,
        entityLogicalName: null,
    });
    const definition = {
        fxexpression: {
            '@uniquename': it.uniqueName,
            category: '0',
            context: JSON.stringify({
                Tables: it.tables,
                CustomApis: [],
                ConnectionReferences: [],
                TabularConnectionReferences: [],
                ActionConnectorConnectionReferences: [],
            }),
            iscustomizable: '1',
            name: it.name,
            parameters: JSON.stringify({
                InputParameter: it.parameters.map((input) => parameter(input, input.isRequired)),
                OutputParameter: it.outputs.map((output) => parameter(output, false)),
            }),
            statecode: '0',
            statuscode: '1',
        },
    };
    const folder = `fxexpressions/${it.uniqueName}`;
    return [
        [`${folder}/fxexpression.json`, encode(`${JSON.stringify(definition, null, 2)}\n`)],
        [`${folder}/expression.yaml`, encode(`${it.expression}\n`)],
    ];
}

function customApiFiles(it: BuiltFunction): readonly (readonly [string, Uint8Array])[] {
    const folder = `customapis/${it.uniqueName}`;
    const part = (
        kind: 'customapirequestparameter' | 'customapiresponseproperty',
        output: FunctionOutput,
        more: readonly Written[],
    ) =>
        [
            `${folder}/${kind === 'customapirequestparameter' ? 'customapirequestparameters' : 'customapiresponseproperties'}/${output.name}/${kind}.xml`,
            xml(
                element(kind, { uniquename: output.name }, [
                    labelled('description', { 1033: output.description, 1036: output.description }),
                    labelled('displayname', { 1033: output.name, 1036: output.name }),
                    element('iscustomizable', {}, '1'),
                    ...more,
                    element('name', {}, output.name),
                    element('type', {}, String(PARAMETER_TYPES[output.type])),
                ]),
            ),
        ] as const;
    const api = element('customapi', { uniquename: it.uniqueName }, [
        element('allowedcustomprocessingsteptype', {}, String(ASYNC_ONLY)),
        element('bindingtype', {}, '0'),
        labelled('description', it.description),
        labelled('displayname', it.label),
        element('fxexpressionid', {}, [element('uniquename', {}, it.uniqueName)]),
        element('iscustomizable', {}, '1'),
        element('isfunction', {}, '0'),
        element('isprivate', {}, '0'),
        element('name', {}, it.name),
        element('plugintypeid', {}, [element('plugintypeexportkey', {}, EVALUATOR_ID)]),
        element('workflowsdkstepenabled', {}, '0'),
    ]);
    return [
        [`${folder}/customapi.xml`, xml(api)],
        ...it.parameters.map((input) =>
            part('customapirequestparameter', input, [element('isoptional', {}, input.isRequired ? '0' : '1')]),
        ),
        ...it.outputs.map((output) => part('customapiresponseproperty', output, [])),
    ];
}

function xml(root: Written): Uint8Array {
    return encode(`${root.text}\n`);
}
