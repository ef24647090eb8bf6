export { ControlHost, type ControlHostProps } from './ControlHost';
export { FieldControlHost, type FieldControlHostProps } from './FieldControlHost';
export type { BoundColumn } from './property/create-property';
