import { MATCHED_COLUMNS } from '../../lifecycle/columns';
import { isBlank, type Row } from '../../lifecycle/row';

/** What a lead's form knows of the columns by which its account and contact are found; lookups by their ids. */
export function knownOf(form: Xrm.FormContext): Row {
    return Object.fromEntries(
        MATCHED_COLUMNS.flatMap((column) => {
            const value: unknown = form.getAttribute(column)?.getValue() ?? null;
            return isBlank(value) ? [] : [[column, isLookupValue(value) ? value[0].id : value]];
        }),
    );
}

function isLookupValue(value: unknown): value is readonly [Xrm.LookupValue, ...Xrm.LookupValue[]] {
    return Array.isArray(value) && value.length > 0;
}
