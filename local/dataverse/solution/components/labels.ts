/** The ways in which solution XML writes texts in several languages. */
import { BASE_LANGUAGE, type Label } from '../../metadata/types';
import type { XmlElement } from '../xml';
import { child, childrenNamed, schemaViolation } from '../xml';

/**
 * A label from a list such as `<LocalizedNames><LocalizedName description="…" languagecode="1033" /></LocalizedNames>`.
 * Lower-case and upper-case element names both occur; `languagecode` and `LCID` too.
 */
export function readLabel(list: XmlElement | undefined): Label {
    const label: Record<number, string> = {};
    for (const entry of list?.children ?? []) {
        const language = Number(entry.attributes['languagecode'] ?? entry.attributes['LCID']);
        const text = entry.attributes['description'] ?? entry.attributes['Title'] ?? entry.attributes['Description'];
        if (!Number.isInteger(language)) {
            throw schemaViolation(entry, `the element '${entry.name}' has no language`);
        }
        if (text !== undefined && text !== '') {
            label[language] = text;
        }
    }
    return label;
}

/** The label in the first of these child elements that is there. */
export function childLabel(element: XmlElement, ...names: readonly string[]): Label {
    const list = names.map((name) => child(element, name)).find((candidate) => candidate !== undefined);
    return readLabel(list);
}

/**
 * A label that needs a text in the base language.
 * @throws DataverseError 0x8004801a when it has texts, but none in the base language, or none at all
 */
export function requiredLabel(element: XmlElement, what: string, ...names: readonly string[]): Label {
    const label = childLabel(element, ...names);
    if (label[BASE_LANGUAGE] === undefined) {
        throw schemaViolation(
            element,
            `the ${what} has no '${names[0] ?? ''}' text in the base language (${BASE_LANGUAGE})`,
        );
    }
    return label;
}

/** As `requiredLabel`, but no label at all is allowed. */
export function optionalLabel(element: XmlElement, what: string, ...names: readonly string[]): Label {
    const label = childLabel(element, ...names);
    return Object.keys(label).length === 0 ? label : requiredLabel(element, what, ...names);
}

/** The languages under `<Languages>`. */
export function readLanguages(section: XmlElement | undefined): readonly number[] {
    return childrenNamed(section, 'Language').map((entry) => Number(entry.content.join('').trim()));
}
