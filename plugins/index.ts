export { buildFunctions, buildPlugins, type BuiltFunction, type BuiltPlugin } from './build';
export type { ColumnKind, LeadColumnModel, LeadModel, LookupTarget, StatusReasonModel } from './model/lead-model';
