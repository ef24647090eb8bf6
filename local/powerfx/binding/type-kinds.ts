import type { Type } from '../types/type';

/** A calendar day or a moment. */
export function isDate({ kind }: Type): boolean {
    return kind === 'Date' || kind === 'DateTime' || kind === 'DateTimeNoTimeZone';
}

export function isDateOrTime(type: Type): boolean {
    return type.kind === 'Time' || isDate(type);
}

export function isNumber({ kind }: Type): boolean {
    return kind === 'Decimal' || kind === 'Number';
}

/** Blank, or an error without a type: it goes with every type. */
export function isUntold({ kind }: Type): boolean {
    return kind === 'Blank' || kind === 'Unknown';
}
