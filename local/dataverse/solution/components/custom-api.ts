/**
 * `customapis/<unique name>/…`: messages of makers, in files beside customizations.xml, each with a file per parameter
 * and response property (Microsoft Learn, "Create a Custom API with solution files").
 */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { child, childFlag, childInteger, childText, memberViolation, parseXml, requiredAttribute } from '../xml';
import type { Row } from '../../pipeline/types';

import { fxExpressionId } from './fx-expression';
import { readLabel } from './labels';

const FOLDER = 'customapis/';
const API_FILE = 'customapi.xml';
/** `customapis/<api>/<folder>/<name>/<file>`. */
const PARTS = [
    {
        table: 'customapirequestparameter',
        type: ComponentType.CustomApiRequestParameter,
        folder: 'customapirequestparameters',
    },
    {
        table: 'customapiresponseproperty',
        type: ComponentType.CustomApiResponseProperty,
        folder: 'customapiresponseproperties',
    },
] as const;
const STRING = 10;

/** Id of the row of a Custom API. */
export const customApiId = (uniqueName: string): string => nameBasedId('customapi', uniqueName);

/** Reads every Custom API of the zip. */
export function readCustomApis(files: SolutionFiles, content: SolutionContent): void {
    for (const path of files.names) {
        const [root, folder = '', group, , file] = path.split('/');
        if (`${root ?? ''}/` !== FOLDER) {
            continue;
        }
        const body = files.read(path) ?? new Uint8Array();
        const part = PARTS.find((each) => each.folder === group && file === `${each.table}.xml`);
        if (group === API_FILE) {
            readApi(parseXml(body, path), content);
        } else if (part !== undefined) {
            const owner = files.read(`${FOLDER}${folder}/${API_FILE}`);
            if (owner === undefined) {
                throw memberViolation(path, `there is no '${FOLDER}${folder}/${API_FILE}'`);
            }
            const api = requiredAttribute(parseXml(owner, `${FOLDER}${folder}/${API_FILE}`), 'uniquename');
            readPart(parseXml(body, path), api, part, content);
        } else {
            content.rawFiles.push({ path, content: body });
        }
    }
}

function readApi(root: XmlElement, content: SolutionContent): void {
    const uniqueName = requiredAttribute(root, 'uniquename');
    const id = customApiId(uniqueName);
    const pluginType = child(root, 'plugintypeid');
    const pluginTypeId = childText(pluginType, 'plugintypeexportkey') ?? childText(pluginType, 'plugintypeid');
    const expression = childText(child(root, 'fxexpressionid'), 'uniquename');
    const sdkMessageId = nameBasedId('sdkmessage', uniqueName);
    if (expression !== undefined) {
        content.require({
            kind: 'row',
            table: 'fxexpression',
            column: 'uniquename',
            name: expression,
            neededBy: `Custom API ${uniqueName}`,
            place: `${FOLDER}${uniqueName}`,
        });
    }
    content.addComponent(ComponentType.CustomApi, uniqueName, root, { id });
    content.addRow('sdkmessage', sdkMessageId, { sdkmessageid: sdkMessageId, name: uniqueName, isactive: true });
    content.addRow(
        'customapi',
        id,
        {
            customapiid: id,
            uniquename: uniqueName,
            name: childText(root, 'name') ?? uniqueName,
            ...texts(root, uniqueName),
            allowedcustomprocessingsteptype: childInteger(root, 'allowedcustomprocessingsteptype') ?? 0,
            bindingtype: childInteger(root, 'bindingtype') ?? 0,
            boundentitylogicalname: childText(root, 'boundentitylogicalname') ?? null,
            executeprivilegename: childText(root, 'executeprivilegename') ?? null,
            isfunction: childFlag(root, 'isfunction') ?? false,
            isprivate: childFlag(root, 'isprivate') ?? false,
            workflowsdkstepenabled: childFlag(root, 'workflowsdkstepenabled') ?? false,
            plugintypeid: pluginTypeId === undefined ? null : { table: 'plugintype', id: pluginTypeId.toLowerCase() },
            fxexpressionid: expression === undefined ? null : { table: 'fxexpression', id: fxExpressionId(expression) },
            sdkmessageid: { table: 'sdkmessage', id: sdkMessageId },
            statecode: 0,
            statuscode: 1,
        },
        labels(root),
    );
}

function readPart(
    root: XmlElement,
    api: string,
    { table, type }: (typeof PARTS)[number],
    content: SolutionContent,
): void {
    const uniqueName = requiredAttribute(root, 'uniquename');
    const key = `${api}.${uniqueName}`;
    const id = nameBasedId(table, key);
    content.addComponent(type, key, root, { id });
    content.addRow(
        table,
        id,
        {
            [`${table}id`]: id,
            customapiid: { table: 'customapi', id: customApiId(api) },
            uniquename: uniqueName,
            name: childText(root, 'name') ?? key,
            ...texts(root, uniqueName),
            logicalentityname: childText(root, 'logicalentityname') ?? null,
            type: childInteger(root, 'type') ?? STRING,
            ...(type === ComponentType.CustomApiRequestParameter
                ? { isoptional: childFlag(root, 'isoptional') ?? false }
                : {}),
            statecode: 0,
            statuscode: 1,
        },
        labels(root),
    );
}

const texts = (root: XmlElement, uniqueName: string): Row => ({
    displayname: child(root, 'displayname')?.attributes['default'] ?? uniqueName,
    description: child(root, 'description')?.attributes['default'] ?? null,
});

const labels = (root: XmlElement) => ({
    displayname: readLabel(child(root, 'displayname')),
    description: readLabel(child(root, 'description')),
});
