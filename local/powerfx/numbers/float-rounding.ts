import type { RoundingMode } from './decimal-rounding';

/** What computing in binary may leave of a decimal fraction: 1.005 × 100 is 100.49999999999999. */
const tolerance = 4 * Number.EPSILON;

/**
 * A floating-point number to so many places after the point; negative places round before the point. A number that is as
 * near to a decimal fraction as floating-point numbers come counts as that fraction.
 */
export function roundFloat(value: number, places: number, mode: RoundingMode): number {
    const unit = 10 ** Math.abs(places);
    const scaled = places < 0 ? Math.abs(value) / unit : Math.abs(value) * unit;
    if (places > 0 && (scaled > Number.MAX_SAFE_INTEGER || unit === Infinity)) {
        return value;
    }
    const rounded = roundMagnitude(scaled, modeOfMagnitude(mode, value));
    const result = places < 0 ? rounded * unit : rounded / unit;
    return value < 0 && result !== 0 ? -result : Number.isFinite(result) ? result : 0;
}

function modeOfMagnitude(mode: RoundingMode, value: number): 'nearest' | 'up' | 'down' {
    if (mode === 'floor') {
        return value < 0 ? 'up' : 'down';
    }
    return mode;
}

function roundMagnitude(scaled: number, mode: 'nearest' | 'up' | 'down'): number {
    const slack = scaled * tolerance;
    switch (mode) {
        case 'nearest':
            return Math.floor(scaled + 0.5 + slack);
        case 'up':
            return Math.ceil(scaled - slack);
        case 'down':
            return Math.floor(scaled + slack);
    }
}
