export { createGridModel, quickFindFetch, selectedRows } from './grid-model';
export type { GridModel, GridModelOptions, GridRow, GridSource, GridState } from './grid-model';
export type { GridColumn } from './grid-columns';
export { createGridControl } from './grid-control';
export { RecordGrid, type RecordGridProps } from './RecordGrid';
export { GridPager } from './GridPager';
export { Chip } from './grid-cell';
export { withFilter, pageFetch, viewSorting, type Sorting } from './view-fetch';
