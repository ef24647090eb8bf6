import { pickColumns } from './pick-columns';

/** `ShowColumns(table or record, column, …)`: only these columns. */
export const showColumns = pickColumns('ShowColumns', true);
