export * from './choice';
export * from './fields';
export * from './table-source';
export * from './type';
export * from './type-name';
