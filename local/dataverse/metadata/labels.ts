import { BASE_LANGUAGE, type Label } from './types';

/**
 * The text of a label in a language, else in the base language (1033), else in any language it has.
 * An empty text counts as absent, as it does in Dataverse.
 * @param language locale id
 */
export function labelText(label: Label | undefined, language: number): string {
    if (!label) {
        return '';
    }
    return label[language] || label[BASE_LANGUAGE] || Object.values(label).find((text) => text !== '') || '';
}

/** `later` over `earlier`, language by language: a layer that knows one language leaves the others in place. */
export function mergeLabels(earlier: Label | undefined, later: Label | undefined): Label {
    const merged: Record<number, string> = { ...earlier };
    for (const [language, text] of Object.entries(later ?? {})) {
        if (text !== '') {
            merged[Number(language)] = text;
        }
    }
    return merged;
}
