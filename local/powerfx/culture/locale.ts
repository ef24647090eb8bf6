/** The locale whose data `Intl` has for a language tag; English where it has none, as for no culture. */
export function intlLocale(tag: string): string {
    if (tag === '') {
        return 'en-US';
    }
    return Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? 'en-US';
}
