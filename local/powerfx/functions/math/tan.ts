import { floatFunction } from './float-function';

/** `Tan(angle)`: the tangent of an angle in radians. */
export const tan = floatFunction('Tan', Math.tan);
