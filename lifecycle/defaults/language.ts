/** Languages that the solution ships texts in, by locale id. */
export const LANGUAGES = [1033, 1036] as const;
export type Language = (typeof LANGUAGES)[number];

export type Texts = Readonly<Record<Language, string>>;

/** French for users of any French locale (primary language 0x0C), English for everyone else. */
export function languageOf(lcid: number): Language {
    return (lcid & 0x3ff) === 0x0c ? 1036 : 1033;
}
