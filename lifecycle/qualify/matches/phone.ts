/** A phone number as two are compared. */
export interface PhoneNumber {
    /** Without the zero that some countries put before the area, and without what stands before a country's code. */
    readonly digits: string;
    /** Whether the digits begin with a country's code. */
    readonly isInternational: boolean;
}

/** Fewer digits reach nobody outside of a town. */
const FEWEST_DIGITS = 7;

/** From this many on, a number without a country's code is one of a whole country. */
const DIGITS_OF_A_COUNTRY = 9;

const LONGEST_COUNTRY_CODE = 3;

/**
 * Reads a phone number in whatever way it is written: spaces, dots, dashes, brackets, "+" or "00" before the country's
 * code, "(0)" behind it, an extension at the end.
 * @returns null for what is too short to be one
 */
export function phoneNumber(text: string): PhoneNumber | null {
    const plain = text
        .trim()
        .toLowerCase()
        .replace(/(?:ext\.?|extension|poste|durchwahl|x|#)\s*\d{1,6}\s*$/, '')
        .replace(/\(0\)/g, '');
    const isInternational = /^[^\d+]*(?:\+|00)/.test(plain);
    const all = plain.replace(/\D/g, '');
    const digits = isInternational ? all.replace(/^00/, '') : all.replace(/^0+/, '');
    return digits.length < FEWEST_DIGITS ? null : { digits, isInternational };
}

/**
 * Whether two numbers reach the same phone. One may lack the country's code: then the other must be the same behind
 * at most three digits.
 */
export function samePhone(one: PhoneNumber, other: PhoneNumber): boolean {
    if (one.digits === other.digits) return true;
    if (one.isInternational && other.isInternational) return false;
    const [short, long] = one.digits.length < other.digits.length ? [one, other] : [other, one];
    if (short.isInternational || !long.digits.endsWith(short.digits)) return false;
    const ahead = long.digits.length - short.digits.length;
    if (ahead > LONGEST_COUNTRY_CODE) return false;
    return long.isInternational || short.digits.length >= DIGITS_OF_A_COUNTRY;
}

/**
 * Endings of a stored number that may be the same one, for the search: its last four digits in the ways in which
 * numbers are grouped.
 */
export function phoneEndings({ digits }: PhoneNumber): readonly string[] {
    const last = digits.slice(-4);
    const [pair, otherPair] = [last.slice(0, 2), last.slice(2)];
    return [last, ...[' ', '.', '-'].map((gap) => `${pair}${gap}${otherPair}`), `${last.slice(0, 1)} ${last.slice(1)}`];
}
