export type { Culture, DateCulture, NumberCulture } from './culture';
export { findCulture } from './find-culture';
