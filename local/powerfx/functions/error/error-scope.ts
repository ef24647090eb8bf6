import { fieldsOf, recordType, tableType, Types } from '../../types';
import { MemoryTable, recordOf, type ErrorDetail, type ErrorValue, type RecordValue } from '../../values';
import { kindNumber } from './error-messages';

const errorFields = fieldsOf({
    Kind: Types.Number,
    Message: Types.Text,
    Source: Types.Text,
    Observed: Types.Text,
    Details: recordType(fieldsOf({ HttpStatusCode: Types.Number, HttpResponse: Types.Text })),
});

/** What a fallback of IfError can name: the error that it is for. */
export const errorScopeFields = fieldsOf({
    FirstError: recordType(errorFields),
    AllErrors: tableType(errorFields),
});

function describe(error: ErrorDetail): RecordValue {
    return recordOf({
        Kind: kindNumber(error),
        Message: error.message,
        Source: error.source ?? null,
        Observed: error.source ?? null,
        Details: recordOf({
            HttpStatusCode: error.httpStatusCode ?? null,
            HttpResponse: error.httpResponse ?? null,
        }),
    });
}

/** The row of that scope for an error. */
export function errorScopeRow(error: ErrorValue): RecordValue {
    const all = error.errors.map(describe);
    return recordOf({ FirstError: all[0] ?? null, AllErrors: new MemoryTable(all) });
}
