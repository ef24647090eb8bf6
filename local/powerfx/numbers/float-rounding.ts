import type { RoundingMode } from './decimal-rounding';

/** Floating-point numbers have about 15 digits: more places, or numbers beyond this, are left as they are. */
const mostPlaces = 15;
const greatest = 1e20;

/**
 * A floating-point number to so many places after the point; negative places round before the point. To the nearest, what
 * lies a trace below the middle counts as the middle, since 1.005 is 1.00499999999999989.
 */
export function roundFloat(value: number, places: number, mode: RoundingMode): number {
    if (Math.abs(places) > mostPlaces || Math.abs(value) > greatest) {
        return value;
    }
    const magnitude = Math.abs(value);
    const unit = 10 ** places;
    const rounded = roundMagnitude(magnitude, unit, mode === 'floor' ? (value < 0 ? 'up' : 'down') : mode) / unit;
    return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function roundMagnitude(magnitude: number, unit: number, mode: 'nearest' | 'up' | 'down'): number {
    switch (mode) {
        case 'nearest': {
            const trace = 1 / (unit * 1e12);
            return Math.floor((magnitude + 1 / (2 * unit) + trace) * unit);
        }
        case 'up':
            return Math.ceil(magnitude * unit);
        case 'down':
            return Math.floor(magnitude * unit);
    }
}
