/** A definition as JSON, with the related ones that `$expand` may ask for. */
import type { Label } from '../../metadata/types';
import type { JsonObject } from '../body';

export interface Definition {
    /** Without namespace, such as `PicklistAttributeMetadata`; casts select by it. */
    readonly type: string;
    readonly json: JsonObject;
    /** Made only when asked for. */
    readonly navigations: Readonly<Record<string, () => Definition | readonly Definition[] | null>>;
}

/** Label of the platform: one entry per language, and the one in the user's. */
export function labelJson(label: Label | undefined, language: number): JsonObject {
    const localized = Object.entries(label ?? {}).map(([code, text]) => ({
        Label: text,
        LanguageCode: Number(code),
        IsManaged: true,
        MetadataId: null,
        HasChanged: null,
    }));
    const own =
        localized.find((entry) => entry.LanguageCode === language) ??
        localized.find((entry) => entry.LanguageCode === 1033);
    return { LocalizedLabels: localized, UserLocalizedLabel: own ?? null };
}

/** Managed property: a value and whether a customizer may change it. */
export const managed = (value: unknown, name: string): JsonObject => ({
    Value: value,
    CanBeChanged: true,
    ManagedPropertyLogicalName: name,
});
