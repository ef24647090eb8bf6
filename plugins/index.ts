export { buildFunctions, buildPlugins, expandPlugins, type BuiltFunction, type BuiltPlugin } from './build';
export { checkPlugins } from './check';
export type { LeadModel } from './model/lead-model';
