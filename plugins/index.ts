export { buildFunctions, buildPlugins, expandPlugins, type BuiltFunction, type BuiltPlugin } from './build';
export { checkPlugins } from './check';
export type { ColumnKind, LeadColumnModel, LeadModel, LookupTarget, StatusReasonModel } from './model/lead-model';
