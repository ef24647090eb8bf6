import { powerOfTen } from './coefficient';
import { Decimal } from './decimal';

/**
 * A floating-point number as a decimal one, to 15 significant digits, as .NET converts a `double` (Microsoft Learn,
 * "Decimal(Double) constructor").
 * @returns undefined when it is too large, infinite or not a number.
 */
export function decimalFromFloat(value: number): Decimal | undefined {
    if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) {
        return Decimal.ofInteger(value);
    }
    if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 96) {
        return undefined;
    }
    if (Math.abs(value) < 2 ** -95) {
        return Decimal.zero;
    }
    const magnitude = Math.abs(value);
    const digits = magnitude.toExponential(14);
    const exponent = Number(digits.slice(digits.indexOf('e') + 1));
    const places = Math.min(14 - exponent, 28);
    const shifted = places >= 0 ? shiftUp(magnitude, places) : magnitude / powerOfTen(-places);
    const rounded = roundHalfEven(shifted);
    return Decimal.ofParts(value < 0 ? -rounded : rounded, places);
}

/** Powers above 10^22 are not exact, but .NET multiplies by them in one step all the same. */
function shiftUp(magnitude: number, places: number): number {
    return magnitude * powerOfTen(places);
}

function roundHalfEven(value: number): number {
    const whole = Math.floor(value);
    const rest = value - whole;
    return rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
}

/** A decimal number as the nearest floating-point number. */
export function floatFromDecimal(value: Decimal): number {
    if (value.scale === 0) {
        return Number(value.coefficient);
    }
    if (typeof value.coefficient === 'number' && value.scale <= 22) {
        // Both are exact, so that the division rounds once.
        return value.coefficient / powerOfTen(value.scale);
    }
    return Number(value.toString());
}
