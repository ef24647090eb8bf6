/** `<CustomControlDefaultConfigs>`: the code components that show a table's grids. */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { XmlElement } from '../xml';
import { childrenNamed, childText, descend, descendants, guid, serializeXml } from '../xml';

import { requireCustomControl } from './form';

export interface ParsedControlDefaultConfig {
    readonly id: string | undefined;
    readonly descriptions: XmlElement;
    readonly element: XmlElement;
}

export function parseControlDefaultConfigs(section: XmlElement | undefined): readonly ParsedControlDefaultConfig[] {
    return childrenNamed(section, 'CustomControlDefaultConfig').flatMap((element) => {
        const descriptions = descend(element, 'ControlDescriptionXML', 'controlDescriptions');
        const id = childText(element, 'CustomControlDefaultConfigId');
        return descriptions === undefined
            ? []
            : [{ id: id === undefined ? undefined : guid(id, element), descriptions, element }];
    });
}

export function applyControlDefaultConfig(
    config: ParsedControlDefaultConfig,
    table: string,
    content: SolutionContent,
): void {
    const id = config.id ?? nameBasedId('customcontroldefaultconfig', table);
    content.addComponent(ComponentType.CustomControlDefaultConfig, id, config.element, {
        displayName: table,
        id,
        coveredBy: [table],
    });
    content.addRow('customcontroldefaultconfig', id, {
        customcontroldefaultconfigid: id,
        primaryentitytypecode: table,
        controldescriptionxml: serializeXml(config.descriptions),
    });
    for (const control of descendants(config.descriptions, 'customControl')) {
        requireCustomControl(control, `the grid controls of ${table}`, content);
    }
}
