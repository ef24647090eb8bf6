/** What a user has chosen: language, formats, time zone, currency, theme. */
import { BASE_LANGUAGE } from '../metadata/types';
import type { Store } from '../store/store';

export interface UserSettings {
    /** Locale id of the texts. */
    readonly language: number;
    /** BCP 47 name of the formats, such as `fr-FR`. */
    readonly locale: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly currencyId: string | null;
    readonly theme: 'light' | 'dark';
}

/** BCP 47 names by locale id (Microsoft Learn, "Microsoft locale ID values"). */
const LOCALES = new Map<number, string>([
    [1028, 'zh-TW'],
    [1029, 'cs-CZ'],
    [1030, 'da-DK'],
    [1031, 'de-DE'],
    [1033, 'en-US'],
    [1034, 'es-ES'],
    [1036, 'fr-FR'],
    [1040, 'it-IT'],
    [1041, 'ja-JP'],
    [1043, 'nl-NL'],
    [1045, 'pl-PL'],
    [1046, 'pt-BR'],
    [2055, 'de-CH'],
    [2057, 'en-GB'],
    [2070, 'pt-PT'],
    [3079, 'de-AT'],
    [3084, 'fr-CA'],
    [4108, 'fr-CH'],
]);

/** @param userId systemuserid; a user without settings has English, UTC and the light theme */
export function userSettings(store: Store, userId: string): UserSettings {
    const row = store
        .prepare<{
            uilanguageid: number | null;
            localeid: number | null;
            transactioncurrencyid: string | null;
        }>('SELECT uilanguageid, localeid, transactioncurrencyid FROM usersettings WHERE systemuserid = ?')
        .get(userId);
    const preferences = new Map(
        store
            .prepare<{ name: string; value: string }>('SELECT name, value FROM userpreference WHERE systemuserid = ?')
            .all(userId)
            .map(({ name, value }) => [name, value]),
    );
    const language = row?.uilanguageid ?? BASE_LANGUAGE;
    return {
        language,
        locale: LOCALES.get(row?.localeid ?? language) ?? 'en-US',
        timeZone: preferences.get('timezone') ?? 'UTC',
        currencyId: row?.transactioncurrencyid ?? null,
        theme: preferences.get('theme') === 'dark' ? 'dark' : 'light',
    };
}
