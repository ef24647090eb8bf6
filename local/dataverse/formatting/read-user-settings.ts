/** A user's language, locale and time zone as usersettings holds them. */
import { BASE_LANGUAGE } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import { localeOf } from './locales';
import { ianaZoneOf } from './time-zones';
import type { UserSettings } from './user-settings';

/** @returns English, en-US and UTC for what the user has not set */
export function readUserSettings(environment: Environment, userId: string): UserSettings {
    const row = environment.store
        .prepare<{
            language: number | null;
            locale: number | null;
            zone: number | null;
        }>(
            'SELECT uilanguageid AS language, localeid AS locale, timezonecode AS zone FROM usersettings WHERE systemuserid = ?',
        )
        .get(userId);
    const language = row?.language || BASE_LANGUAGE;
    return {
        userId,
        language,
        locale: localeOf(row?.locale || language),
        timeZone: (row?.zone == null ? undefined : ianaZoneOf(row.zone)) ?? 'UTC',
    };
}
