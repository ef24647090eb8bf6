import { floatFunction } from './float-function';

/** `Degrees(angle)`: an angle given in radians, in degrees. */
export const degrees = floatFunction('Degrees', (value) => (value * 180) / Math.PI);
