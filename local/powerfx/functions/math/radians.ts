import { floatFunction } from './float-function';

/** `Radians(angle)`: an angle given in degrees, in radians. */
export const radians = floatFunction('Radians', (value) => (value / 180) * Math.PI);
