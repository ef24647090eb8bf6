/** How one user wants to read values. */
export interface UserSettings {
    readonly userId: string;
    /** Locale id of labels, such as 1036. */
    readonly language: number;
    /** BCP 47, such as `fr-FR`. */
    readonly locale: string;
    /** IANA name, such as `Europe/Paris`. */
    readonly timeZone: string;
}
