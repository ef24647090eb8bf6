/**
 * A floating-point number in the fewest digits that read back the same, as .NET prints it (Microsoft Learn, "Standard
 * numeric format strings", the general format): `0.1`, `1E+20`, `1.5E-05`.
 */
export function printFloat(value: number): string {
    if (Number.isNaN(value)) {
        return 'NaN';
    }
    if (!Number.isFinite(value)) {
        return value > 0 ? '∞' : '-∞';
    }
    if (value === 0) {
        return '0';
    }
    const { digits, pointPosition } = shortestDigits(Math.abs(value));
    const sign = value < 0 ? '-' : '';
    if (pointPosition > Math.max(digits.length, 15) || pointPosition < -3) {
        const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
        const exponent = pointPosition - 1;
        const exponentDigits = String(Math.abs(exponent)).padStart(2, '0');
        return `${sign}${digits[0] ?? '0'}${fraction}E${exponent < 0 ? '-' : '+'}${exponentDigits}`;
    }
    return sign + plainDigits(digits, pointPosition);
}

/** The digits without zeros at either end, and how many of them stand before the point. */
export interface FloatDigits {
    readonly digits: string;
    readonly pointPosition: number;
}

/** The fewest digits that tell a positive number from its neighbours. */
export function shortestDigits(value: number): FloatDigits {
    return digitsOf(value.toExponential());
}

/** The digits of a positive number rounded to so many. */
export function roundedDigits(value: number, count: number): FloatDigits {
    return digitsOf(value.toExponential(count - 1));
}

function digitsOf(exponential: string): FloatDigits {
    const [mantissa = '0', exponent = '0'] = exponential.split('e');
    return { digits: mantissa.replace('.', '').replace(/0+$/, ''), pointPosition: Number(exponent) + 1 };
}

/** The digits with a point, and zeros where there are none. */
export function plainDigits(digits: string, pointPosition: number): string {
    if (pointPosition <= 0) {
        return `0.${'0'.repeat(-pointPosition)}${digits}`;
    }
    if (pointPosition >= digits.length) {
        return digits.padEnd(pointPosition, '0');
    }
    return `${digits.slice(0, pointPosition)}.${digits.slice(pointPosition)}`;
}
