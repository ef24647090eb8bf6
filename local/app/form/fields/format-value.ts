import type { ClientUser } from '../../../dataverse/client/types';
import { formatMoney, formatNumber } from '../../platform/format/format-number';
import type { FormAttribute } from '../model/attribute';
import { isLookupValue } from '../model/values';
import { wallClock } from './wall-clock';

/** An attribute's value as people read it, in the user's language, formats and time zone; '' when empty. */
export function formatAttribute(attribute: FormAttribute, user: ClientUser, currencySymbol: string): string {
    const { value, column } = attribute;
    if (value === null) {
        return '';
    }
    if (value instanceof Date) {
        const clock = wallClock(column, value, user.timeZone);
        const shown = new Date(Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute));
        return new Intl.DateTimeFormat(user.locale, {
            dateStyle: 'short',
            ...(column.format === 'DateOnly' ? {} : { timeStyle: 'short' }),
            timeZone: 'UTC',
        })
            .format(shown)
            .replace(/\u202f/g, ' ');
    }
    if (Array.isArray(value)) {
        return (value as readonly unknown[])
            .map((item) =>
                isLookupValue(item)
                    ? (item.name ?? '')
                    : (attribute.options.find((option) => option.value === item)?.label ?? String(item)),
            )
            .join('; ');
    }
    switch (attribute.type) {
        case 'boolean':
            return (
                attribute.options.find((option) => option.value === (value === true ? 1 : 0))?.label ?? String(value)
            );
        case 'optionset':
            return attribute.options.find((option) => option.value === value)?.label ?? String(value as number);
        case 'money':
            return formatMoney(Number(value), currencySymbol, user, attribute.precision);
        case 'decimal':
        case 'double':
            return formatNumber(Number(value), user, attribute.precision);
        case 'integer':
            return formatNumber(Number(value), user);
        default:
            return String(value as string);
    }
}
