/**
 * Days and times as Dataverse writes them: the locale's short form, but the year always in full.
 */
import type { ClientUser } from '../../../dataverse/client/types';

type DateUser = Pick<ClientUser, 'locale' | 'timeZone'>;

/** A day without time (`2026-03-31`) in the user's way of writing. */
export function formatDateOnly(day: string, user: Pick<DateUser, 'locale'>): string {
    return shortDate(new Date(`${day.slice(0, 10)}T00:00:00Z`), user.locale, 'UTC');
}

/** The day of a moment in the user's time zone. */
export function formatDate(moment: string | Date, user: DateUser): string {
    return shortDate(new Date(moment), user.locale, user.timeZone);
}

/** The time of a moment in the user's time zone, without seconds. */
export function formatTime(moment: string | Date, user: DateUser): string {
    return plainSpaces(
        new Intl.DateTimeFormat(user.locale, { timeStyle: 'short', timeZone: user.timeZone }).format(new Date(moment)),
    );
}

/** Day and time of a moment in the user's time zone, without seconds. */
export function formatDateTime(moment: string | Date, user: DateUser): string {
    return `${formatDate(moment, user)} ${formatTime(moment, user)}`;
}

function shortDate(moment: Date, locale: string, timeZone: string): string {
    const fullYear = new Intl.DateTimeFormat('en-US', { year: 'numeric', timeZone }).format(moment);
    const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone }).formatToParts(moment);
    return plainSpaces(parts.map((part) => (part.type === 'year' ? fullYear : part.value)).join(''));
}

/** Node and browsers use a narrow no-break space before AM and PM; people search and compare with a plain one. */
function plainSpaces(text: string): string {
    return text.replace(/[\u202f\u00a0]/g, ' ');
}
