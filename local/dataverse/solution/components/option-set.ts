/** Choices: global ones (`optionsets`), and the local ones inside attributes. */
import type { Option, OptionSet } from '../../metadata/types';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, childFlag, childrenNamed, childText, descend, integerAttribute, requiredAttribute } from '../xml';

import { componentKind } from './component-kind';
import { optionalLabel, readLabel, requiredLabel } from './labels';

interface ParsedOptionSet {
    readonly optionSet: OptionSet;
    readonly element: XmlElement;
}

/** `<optionsets>`: the global choices. */
export const optionSets = componentKind<ParsedOptionSet>(
    'optionsets',
    (section) =>
        childrenNamed(section, 'optionset').map((element) => ({
            optionSet: { ...parseOptionSet(element), isGlobal: true },
            element,
        })),
    ({ optionSet, element }, content) => {
        content.optionSets.push(optionSet);
        content.noteLanguages(optionSet.displayName);
        content.addComponent(ComponentType.OptionSet, optionSet.name, element, { needsRoot: true });
    },
);

/** One `<optionset>`, global or local, of any of the types picklist, bit, state and status. */
export function parseOptionSet(element: XmlElement): OptionSet {
    const name = requiredAttribute(element, 'Name');
    const lists = [
        ...childrenNamed(child(element, 'options'), 'option'),
        ...childrenNamed(child(element, 'states'), 'state'),
        ...childrenNamed(child(element, 'statuses'), 'status'),
    ];
    return {
        name,
        isGlobal: childFlag(element, 'IsGlobal') ?? false,
        displayName: optionalLabel(element, `choice '${name}'`, 'displaynames'),
        options: lists.map((option) => parseOption(option, name)),
    };
}

function parseOption(element: XmlElement, choice: string): Option {
    const value = integerAttribute(element, 'value');
    const color = element.attributes['Color'] ?? childText(descend(element, 'Colors'), 'Color');
    const description = readLabel(child(element, 'Descriptions'));
    return {
        value,
        label: requiredLabel(element, `option ${value} of choice '${choice}'`, 'labels'),
        ...(color === undefined || color === '' ? {} : { color }),
        ...(Object.keys(description).length === 0 ? {} : { description }),
        ...(element.name === 'status' && element.attributes['state'] !== undefined
            ? { state: integerAttribute(element, 'state') }
            : {}),
        ...(element.name === 'state' && element.attributes['defaultstatus'] !== undefined
            ? { defaultStatus: integerAttribute(element, 'defaultstatus') }
            : {}),
    };
}
