import type { FunctionDefinition } from '../function-definition';
import { addColumns } from './add-columns';
import { concat } from './concat';
import { count, countA } from './count-column';
import { countIf } from './count-if';
import { countRows } from './count-rows';
import { distinct } from './distinct';
import { dropColumns } from './drop-columns';
import { filter } from './filter';
import { first, last } from './first-last';
import { firstN, lastN } from './first-last-n';
import { forAll } from './for-all';
import { groupBy } from './group-by';
import { indexFunction } from './index-function';
import { join } from './join';
import { lookUp } from './look-up';
import { renameColumns } from './rename-columns';
import { search } from './search';
import { sequence } from './sequence';
import { showColumns } from './show-columns';
import { shuffle } from './shuffle';
import { sort } from './sort';
import { sortByColumns } from './sort-by-columns';
import { summarize } from './summarize';
import { table } from './table';
import { ungroup } from './ungroup';

export const tableFunctions: readonly FunctionDefinition[] = [
    addColumns,
    concat,
    count,
    countA,
    countIf,
    countRows,
    distinct,
    dropColumns,
    filter,
    first,
    firstN,
    forAll,
    groupBy,
    indexFunction,
    join,
    last,
    lastN,
    lookUp,
    renameColumns,
    search,
    sequence,
    showColumns,
    shuffle,
    sort,
    sortByColumns,
    summarize,
    table,
    ungroup,
];
