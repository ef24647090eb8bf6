export * from './types';
export * from './values';
export type { HostFunctionDefinition, HostParameter, Schema, Variable, VariableRights } from './binding/schema';
export type { HostFunction, RunContext, TimeZone, VariableValues } from './evaluate/run-context';
export type { Span } from './syntax/span';
