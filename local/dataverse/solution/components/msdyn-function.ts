/** `<msdyn_functions>`: Custom APIs that are shown to makers as functions, with the language they are written in. */
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, childInteger, childText, childrenNamed, guid, requiredAttribute, requiredText } from '../xml';

import { componentKind } from './component-kind';
import { customApiId } from './custom-api';

const POWER_FX = 100_000_000;

interface ParsedFunction {
    readonly id: string;
    readonly name: string;
    readonly customApi: string;
    readonly language: number;
    readonly element: XmlElement;
}

export const msdynFunctions = componentKind<ParsedFunction>(
    'msdyn_functions',
    (section) => childrenNamed(section, 'msdyn_function').map(parseFunction),
    ({ id, name, customApi, language, element }, content) => {
        content.require({
            kind: 'row',
            table: 'customapi',
            column: 'uniquename',
            name: customApi,
            neededBy: `function ${name}`,
            place: 'customizations.xml#msdyn_functions',
        });
        content.addComponent(ComponentType.Function, id, element, { id, displayName: name });
        content.addRow('msdyn_function', id, {
            msdyn_functionid: id,
            name,
            language,
            customapi: { table: 'customapi', id: customApiId(customApi) },
            statecode: 0,
            statuscode: 1,
        });
    },
);

function parseFunction(element: XmlElement): ParsedFunction {
    const id = guid(requiredAttribute(element, 'msdyn_functionid'), element);
    const customApi = child(element, 'customapi') ?? element;
    return {
        id,
        name: childText(element, 'name') ?? id,
        customApi: requiredText(customApi, 'uniquename'),
        language: childInteger(element, 'language') ?? POWER_FX,
        element,
    };
}
