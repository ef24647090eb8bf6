import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { fieldsOf, recordType, tableType, Types, type Fields } from '../../types';
import { ErrorValue, RecordValue, TableValue, type ErrorDetail, type Value } from '../../values';
import type { CallBinder, FunctionDefinition, RowsType } from '../function-definition';
import { isRefused } from '../refused';
import { errorOfKind } from './error-messages';

const wanted = {
    Kind: Types.Number,
    Message: Types.Text,
    Source: Types.Text,
    Observed: Types.Text,
    Details: recordType(fieldsOf({ HttpStatusCode: Types.Number, HttpResponse: Types.Text })),
};

/** The fields that an error can have, of those that are given. */
function errorFields(given: Fields): Fields {
    return fieldsOf(Object.fromEntries(Object.entries(wanted).filter(([name]) => given.find(name) !== undefined)));
}

function bindDescription(call: CallBinder, node: BoundNode, type: RowsType): BoundNode {
    if (!type.fields.find('Kind')) {
        call.error(node.span, messages.differentSchema('Record'));
        call.error(node.span, messages.missingColumn('Kind', 'ErrorKind'));
        return node;
    }
    const foreign = type.fields.names().filter((name) => !(name in wanted));
    for (const name of foreign) {
        const written = node.kind === 'record' ? node.fields.find((field) => field.name === name)?.value : undefined;
        call.error((written ?? node).span, messages.unusedErrorField);
    }
    if (foreign.length > 0) {
        return node;
    }
    const fields = errorFields(type.fields);
    return call.coerce(node, type.kind === 'Record' ? recordType(fields) : tableType(fields));
}

function detailsOf(record: RecordValue): Partial<ErrorDetail> {
    const source = record.get('Source');
    const details = record.get('Details');
    const [status, response] =
        details instanceof RecordValue ? [details.get('HttpStatusCode'), details.get('HttpResponse')] : [];
    return {
        ...(typeof source === 'string' ? { source } : {}),
        ...(typeof status === 'number' ? { httpStatusCode: status } : {}),
        ...(typeof response === 'string' ? { httpResponse: response } : {}),
    };
}

function describe(record: RecordValue): readonly ErrorDetail[] {
    const kind = record.get('Kind');
    if (kind instanceof ErrorValue) {
        return kind.errors;
    }
    const message = record.get('Message');
    if (message instanceof ErrorValue) {
        return message.errors;
    }
    const text = typeof message === 'string' ? message : undefined;
    const error = errorOfKind(typeof kind === 'number' ? kind : 0, text);
    return [{ ...error, ...detailsOf(record) }];
}

function raise(value: Value): Value {
    if (typeof value === 'string') {
        return new ErrorValue([{ kind: 'Custom', message: value }]);
    }
    if (value instanceof RecordValue) {
        return new ErrorValue(describe(value));
    }
    if (value instanceof TableValue) {
        const errors: ErrorDetail[] = [];
        for (const row of value.rows()) {
            if (row instanceof ErrorValue) {
                return row;
            }
            errors.push(...(row ? describe(row) : []));
        }
        return new ErrorValue(errors);
    }
    return value;
}

/** `Error(message)`, `Error({Kind: …, Message: …})` or a table of such records: fails with that. */
export const error: FunctionDefinition = {
    name: 'Error',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const given = call.argument(0);
        const { type } = given;
        let node = given;
        switch (type.kind) {
            case 'Record':
            case 'Table':
                node = bindDescription(call, given, type);
                break;
            case 'Blank':
            case 'Unknown':
            case 'Error':
                break;
            default:
                node = call.coerce(given, Types.Text);
        }
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: Types.Unknown,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => raise(evaluate?.(frame) ?? null);
            },
        };
    },
};
