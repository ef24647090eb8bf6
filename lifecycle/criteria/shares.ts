import type { Criterion } from '../configuration/criterion';

/**
 * By how much each criterion of a gate counts, in whole percent that add up to 100: its part of all weights; without
 * any weight each the same part. What rounding leaves over goes to the largest remainders, the first ones of equals.
 * @param ofGate all criteria that count together
 */
export function sharesOf(ofGate: readonly Pick<Criterion, 'weight'>[]): readonly number[] {
    const anyWeight = ofGate.some(({ weight }) => weight > 0);
    const weights = ofGate.map(({ weight }) => (anyWeight ? Math.max(0, weight) : 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const exact = weights.map((weight) => (weight * 100) / sum);
    const whole = exact.map(Math.floor);
    const left = 100 - whole.reduce((total, percent) => total + percent, 0);
    const growing = exact
        .map((percent, index) => ({ index, remainder: percent - Math.floor(percent) }))
        .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
        .slice(0, left)
        .map(({ index }) => index);
    return whole.map((percent, index) => (growing.includes(index) ? percent + 1 : percent));
}
