import type { LeadRecord } from './card-model';
import { CARD_COLUMNS } from './lead-columns';
import type { DataSet } from './manifest';

/** Columns that the view lacks for the cards. */
export function missingColumns(leads: Pick<DataSet, 'columns'>): readonly string[] {
    const present = new Set(leads.columns.map((column) => column.name));
    return CARD_COLUMNS.filter((column) => !present.has(column));
}

/** Rows of the data set in its own order. Columns that it does not hold are left out, so that they can be told from empty ones. */
export function readRecords(leads: DataSet): readonly LeadRecord[] {
    const columns = CARD_COLUMNS.filter((name) => leads.columns.some((column) => column.name === name));
    return leads.sortedRecordIds.flatMap((id) => {
        const record = leads.records[id];
        if (!record) return [];
        return [
            {
                id,
                values: Object.fromEntries(columns.map((column) => [column, record.getValue(column)])),
                texts: Object.fromEntries(columns.map((column) => [column, record.getFormattedValue(column) ?? ''])),
            },
        ];
    });
}
