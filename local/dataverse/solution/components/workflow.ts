/**
 * `<Workflows>`: processes. They are stored with their definition, so that they can be seen, exported and referred to;
 * the local Dataverse runs none of them and says so in the import log.
 */
import type { Label } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { childInteger, childrenNamed, childText, guid, placeOf, requiredAttribute, requiredText } from '../xml';

import { componentKind } from './component-kind';
import { childLabel } from './labels';
import { optional } from './optional';
import { bodyOf } from './web-resource';

interface ParsedWorkflow {
    readonly id: string;
    readonly name: string;
    readonly names: Label;
    readonly category: number;
    readonly primaryTable: string;
    readonly definition: string | undefined;
    readonly element: XmlElement;
}

const CATEGORIES = new Map<number, string>([
    [0, 'workflow'],
    [1, 'dialog'],
    [2, 'business rule'],
    [3, 'action'],
    [4, 'business process flow'],
    [5, 'cloud flow'],
    [6, 'desktop flow'],
]);

export const workflows = componentKind<ParsedWorkflow>(
    'Workflows',
    (section, files) =>
        childrenNamed(section, 'Workflow')
            .filter((element) => element.attributes['unmodified'] !== '1')
            .map((element) => parseWorkflow(element, files)),
    applyWorkflow,
);

function parseWorkflow(element: XmlElement, files: SolutionFiles): ParsedWorkflow {
    const name = requiredAttribute(element, 'Name');
    const file = childText(element, 'XamlFileName') ?? childText(element, 'JsonFileName');
    const body = file === undefined ? undefined : bodyOf(element, file, `process '${name}'`, files);
    return {
        id: guid(requiredAttribute(element, 'WorkflowId'), element),
        name,
        names: childLabel(element, 'LocalizedNames'),
        category: childInteger(element, 'Category') ?? 0,
        primaryTable: requiredText(element, 'PrimaryEntity').toLowerCase(),
        definition: body === undefined ? undefined : new TextDecoder().decode(body),
        element,
    };
}

function applyWorkflow(workflow: ParsedWorkflow, content: SolutionContent): void {
    const { id, name, category, element } = workflow;
    content.addComponent(ComponentType.Workflow, id, element, { displayName: name, id, needsRoot: true });
    content.addRow(
        'workflow',
        id,
        {
            workflowid: id,
            name,
            category,
            type: childInteger(element, 'Type') ?? 1,
            mode: childInteger(element, 'Mode') ?? 0,
            scope: childInteger(element, 'Scope') ?? 4,
            primaryentity: workflow.primaryTable,
            statecode: childInteger(element, 'StateCode') ?? 0,
            statuscode: childInteger(element, 'StatusCode') ?? 1,
            xaml: workflow.definition ?? null,
            ...optional('uniquename', childText(element, 'UniqueName')),
            ...optional('processorder', childInteger(element, 'processorder')),
            ...optional('businessprocesstype', childInteger(element, 'BusinessProcessType')),
        },
        { name: workflow.names },
    );
    content.warn(
        `The ${CATEGORIES.get(category) ?? `process of category ${category}`} '${name}' (${id}) is stored, ` +
            'but the local Dataverse does not execute it.',
    );
    if (workflow.primaryTable !== 'none') {
        content.require({
            kind: 'table',
            name: workflow.primaryTable,
            neededBy: `process ${name} (${id})`,
            place: placeOf(element),
        });
    }
}
