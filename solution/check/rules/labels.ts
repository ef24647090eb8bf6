import { child, descendants, type XmlElement } from '../../packager/xml';
import { Finding } from '../finding';
import { findFile, type SolutionFiles } from '../solution-files';

/** Elements that hold one text per language: the child that carries it, its language and its text. */
const LABEL_LISTS: Readonly<Record<string, { child: string; language: string; text: string }>> = {
    LocalizedNames: { child: 'LocalizedName', language: 'languagecode', text: 'description' },
    LocalizedCollectionNames: { child: 'LocalizedCollectionName', language: 'languagecode', text: 'description' },
    Descriptions: { child: 'Description', language: 'languagecode', text: 'description' },
    labels: { child: 'label', language: 'languagecode', text: 'description' },
    displaynames: { child: 'displayname', language: 'languagecode', text: 'description' },
    Titles: { child: 'Title', language: 'LCID', text: 'Title' },
};

/**
 * Every list of labels has a text in each of the solution's languages, and no other. A list may be empty (no
 * description at all).
 */
export function labels(files: SolutionFiles): Finding[] {
    const customizations = findFile(files, 'Other/Customizations.xml');
    const list = customizations && child(customizations.root, 'Languages');
    const languages = new Set(list?.children.map((language) => language.text));
    if (languages.size === 0) return [new Finding('Other/Customizations.xml', undefined, 'no <Language> is listed')];

    const findings: Finding[] = [];
    for (const { path, root } of files.xmlFiles) {
        for (const element of descendants(root)) {
            const shape = LABEL_LISTS[element.name];
            if (shape) {
                const texts = element.children.filter((it) => it.name === shape.child);
                findings.push(...missing(path, element, texts, languages, shape.language, shape.text));
            }
            // Only the labels of a ribbon are called Titles as well, but with lower-case attributes.
            if (element.name === 'LocLabel') {
                const texts = child(element, 'Titles')?.children ?? [];
                findings.push(...missing(path, element, texts, languages, 'languagecode', 'description'));
            }
        }
    }
    return findings;
}

function missing(
    path: string,
    list: XmlElement,
    texts: readonly XmlElement[],
    languages: ReadonlySet<string>,
    languageAttribute: string,
    textAttribute: string,
): Finding[] {
    // A ribbon's <Titles> has the attributes of LocLabel; the LocLabel itself is looked at.
    if (list.name === 'Titles' && texts.every((it) => it.attributes['LCID'] === undefined)) return [];
    if (texts.length === 0)
        return list.name === 'LocLabel' ? [new Finding(path, list.line, 'a label has no text')] : [];
    const findings: Finding[] = [];
    for (const language of languages) {
        const text = texts.find((it) => it.attributes[languageAttribute] === language);
        if (!text) findings.push(new Finding(path, list.line, `<${list.name}> has no text in language ${language}`));
        else if (!text.attributes[textAttribute] && list.name !== 'Descriptions' && list.name !== 'labels') {
            findings.push(new Finding(path, text.line, `<${list.name}> has an empty text in language ${language}`));
        }
    }
    for (const text of texts) {
        const language = text.attributes[languageAttribute] ?? '';
        if (!languages.has(language)) {
            findings.push(new Finding(path, text.line, `language ${language} is not among <Languages>`));
        }
    }
    return findings;
}
