import { pickColumns } from './pick-columns';

/** `DropColumns(table or record, column, …)`: all but these columns. */
export const dropColumns = pickColumns('DropColumns', false);
