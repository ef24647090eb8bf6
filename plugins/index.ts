export { buildFunctions, buildPlugins, expandPlugins, type BuiltFunction, type BuiltPlugin } from './build';
export { checkPlugins } from './check';
export type { RulesModel } from './model/rules-model';
