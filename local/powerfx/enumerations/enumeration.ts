import { choiceSet, type ChoiceSet, type ChoiceSetDefinition } from '../types/choice';

/** An enumeration of the language: each member's name and the value behind it. */
export function enumeration(
    name: string,
    members: Readonly<Record<string, number | string>>,
    more: Partial<ChoiceSetDefinition> = {},
): ChoiceSet {
    return choiceSet({
        name,
        isEnumeration: true,
        ...more,
        options: Object.entries(members).map(([member, value]) => ({ name: member, displayName: member, value })),
    });
}
