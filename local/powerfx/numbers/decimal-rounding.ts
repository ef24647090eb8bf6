import { bigPowerOfTen, greatestScale, powerOfTen } from './coefficient';
import { Decimal } from './decimal';

/** Where a number goes that lies between two that can be kept. */
export type RoundingMode =
    /** To the nearest; from the middle away from zero. */
    | 'nearest'
    /** Away from zero. */
    | 'up'
    /** Towards zero. */
    | 'down'
    /** Towards negative infinity. */
    | 'floor';

/**
 * A number to so many places after the point; negative places round before the point.
 * @returns undefined when rounding away from zero makes it too large.
 */
export function roundDecimal(value: Decimal, places: number, mode: RoundingMode): Decimal | undefined {
    if (places >= value.scale) {
        return value;
    }
    if (places < -greatestScale) {
        // No number reaches the unit; rounded away from zero, it would be too large, and Power Fx gives zero.
        return Decimal.zero;
    }
    const dropped = value.scale - places;
    if (typeof value.coefficient === 'number' && dropped <= 15) {
        const kept = roundSmall(value.coefficient, powerOfTen(dropped), mode);
        return Decimal.ofParts(kept, places);
    }
    return Decimal.ofParts(roundLarge(BigInt(value.coefficient), bigPowerOfTen(dropped), mode), places);
}

function roundSmall(coefficient: number, unit: number, mode: RoundingMode): number {
    const rest = coefficient % unit;
    const kept = (coefficient - rest) / unit;
    if (rest === 0) {
        return kept;
    }
    const next = kept + Math.sign(rest);
    switch (mode) {
        case 'nearest':
            return Math.abs(rest) >= unit - Math.abs(rest) ? next : kept;
        case 'up':
            return next;
        case 'down':
            return kept;
        case 'floor':
            return rest < 0 ? next : kept;
    }
}

function roundLarge(coefficient: bigint, unit: bigint, mode: RoundingMode): bigint {
    const rest = coefficient % unit;
    const kept = coefficient / unit;
    if (rest === 0n) {
        return kept;
    }
    const step = coefficient < 0n ? -1n : 1n;
    switch (mode) {
        case 'nearest':
            return rest * step * 2n >= unit ? kept + step : kept;
        case 'up':
            return kept + step;
        case 'down':
            return kept;
        case 'floor':
            return coefficient < 0n ? kept + step : kept;
    }
}
