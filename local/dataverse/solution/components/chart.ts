/** `<Visualizations>`: charts. Stored as rows; the app player does not draw them. */
import type { Label } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, childFlag, childrenNamed, guid, requiredText, serializeXml } from '../xml';

import { childLabel, requiredLabel } from './labels';

export interface ParsedVisualization {
    readonly id: string;
    readonly name: Label;
    readonly description: Label;
    readonly dataDescription: string | null;
    readonly presentationDescription: string | null;
    readonly isDefault: boolean;
    readonly element: XmlElement;
}

export function parseVisualizations(section: XmlElement | undefined): readonly ParsedVisualization[] {
    return childrenNamed(section, 'visualization')
        .filter((element) => element.attributes['unmodified'] !== '1')
        .map((element) => {
            const id = guid(requiredText(element, 'savedqueryvisualizationid'), element);
            return {
                id,
                name: requiredLabel(element, `chart ${id}`, 'LocalizedNames'),
                description: childLabel(element, 'Descriptions'),
                dataDescription: firstChildXml(child(element, 'datadescription')),
                presentationDescription: firstChildXml(child(element, 'presentationdescription')),
                isDefault: childFlag(element, 'isdefault') ?? false,
                element,
            };
        });
}

function firstChildXml(element: XmlElement | undefined): string | null {
    const [first] = element?.children ?? [];
    return first === undefined ? null : serializeXml(first);
}

export function applyVisualization(chart: ParsedVisualization, table: string, content: SolutionContent): void {
    content.addComponent(ComponentType.Chart, chart.id, chart.element, {
        displayName: Object.values(chart.name)[0] ?? chart.id,
        id: chart.id,
        coveredBy: [table],
    });
    content.addRow(
        'savedqueryvisualization',
        chart.id,
        {
            savedqueryvisualizationid: chart.id,
            primaryentitytypecode: table,
            datadescription: chart.dataDescription,
            presentationdescription: chart.presentationDescription,
            isdefault: chart.isDefault,
        },
        { name: chart.name, description: chart.description },
    );
}
