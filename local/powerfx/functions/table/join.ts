import { joinType } from '../../enumerations/tables';
import { messages } from '../../messages';
import { choiceType, eachField, fieldsOf, recordType, tableType, Types, type Field } from '../../types';
import type { RecordValue } from '../../values';
import { ChoiceValue, ErrorValue, MemoryRecord, MemoryTable, recordOf, TableValue, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { tableArgument, type TableArgument } from './table-argument';

interface Side extends TableArgument {
    /** What the condition and the columns call a row of it. */
    readonly name: string;
    /** From the names in the result to those in the table. */
    readonly columns: Map<string, Field>;
}

function bindSide(call: CallBinder, index: number, name: string): Side | undefined {
    const argument = tableArgument(call, index);
    return argument && { ...argument, name: call.argumentForm(index).asName ?? name, columns: new Map() };
}

/** Reads `left.column As name` and `right.column As name`. */
function bindColumns(call: CallBinder, left: Side, right: Side): void {
    const renamed = new Map<string, string>();
    const named = new Map<string, number>();
    for (let index = 4; index < call.count; index++) {
        const { asName, name, owner } = call.argumentForm(index);
        const side = [left, right].find((one) => one.name === owner);
        const field = name === undefined ? undefined : side?.type.fields.find(name);
        if (asName === undefined || !side) {
            call.error(call.argumentForm(index).span, messages.joinArgument);
        } else if (!field) {
            call.error(call.argumentSpan(index), messages.unknownColumn(name ?? ''));
        } else if (named.has(asName)) {
            call.error(call.argumentForm(index).span, messages.joinSharesName(`${owner}.${name} As ${asName}`));
        } else {
            named.set(asName, index);
            if (side === left) {
                renamed.set(field.name, asName);
            } else {
                right.columns.set(asName, field);
            }
        }
    }
    for (const field of eachField(left.type.fields)) {
        const clash = renamed.has(field.name) ? undefined : named.get(field.name);
        if (clash !== undefined) {
            const { asName, name, owner, span } = call.argumentForm(clash);
            call.error(span, messages.joinSharesName(`${owner}.${name} As ${asName}`));
        }
        left.columns.set(renamed.get(field.name) ?? field.name, field);
    }
    if (right.columns.size === 0) {
        call.error(call.argumentForm(0).span, messages.joinNeedsRight(right.name));
    }
}

type Row = RecordValue | ErrorValue | null;

const content = (row: RecordValue | null, side: Side): [string, Value][] =>
    [...side.columns].map(([name, field]) => [name, row?.get(field.name) ?? null]);

/**
 * `Join(left, right, condition, type, right.column As name, …)`: the pairs of rows that meet the condition; by type also
 * rows of either table that are in no pair.
 */
export const join: FunctionDefinition = {
    name: 'Join',
    minimumArguments: 5,
    maximumArguments: Infinity,
    scopeArguments: [0, 1],
    columnArguments: (index) => index > 3,
    bind(call) {
        const left = bindSide(call, 0, 'LeftRecord');
        const right = bindSide(call, 1, 'RightRecord');
        if (!left || !right) {
            return undefined;
        }
        const scope = call.scopeOf(
            fieldsOf({ [left.name]: recordType(left.type.fields), [right.name]: recordType(right.type.fields) }),
        );
        const condition = call.coerce(call.lambda(2, scope), Types.Boolean);
        const kind = call.argument(3);
        if (kind.type.kind !== 'Choice' || kind.type.set !== joinType || kind.kind !== 'constant') {
            call.error(kind.span, messages.joinNeedsType);
        }
        bindColumns(call, left, right);
        if (isRefused(call, [left.node, right.node, condition, kind])) {
            return undefined;
        }
        const fields = [...left.columns, ...right.columns].map(([name, field]) => ({ name, type: field.type }));
        return {
            type: tableType(fieldsOf(fields)),
            arguments: [left.node, right.node, condition, call.coerce(kind, choiceType(joinType))],
            compile([lefts, rights, test, kindOf]) {
                const joined = (row: Row, partner: Row) =>
                    row instanceof ErrorValue
                        ? row
                        : partner instanceof ErrorValue
                          ? partner
                          : new MemoryRecord([...content(row, left), ...content(partner, right)]);
                return (frame) => {
                    const [one, other, type] = [lefts, rights, kindOf].map((evaluate) => evaluate?.(frame) ?? null);
                    if (!(one instanceof TableValue) || !(other instanceof TableValue)) {
                        return one instanceof TableValue ? (other ?? null) : (one ?? null);
                    }
                    const wanted = type instanceof ChoiceValue ? type.option.name : 'Inner';
                    const pairs: (RecordValue | ErrorValue)[] = [];
                    const otherRows = [...other.rows()];
                    const unmatched = new Set(otherRows);
                    for (const row of one.rows()) {
                        let isMatched = false;
                        for (const partner of otherRows) {
                            frame.run.checkDeadline();
                            const inner = recordOf({ [left.name]: row, [right.name]: partner });
                            const verdict = test?.(frame.enter(inner)) ?? null;
                            const fault = [row, partner, verdict].find((value) => value instanceof ErrorValue);
                            if (fault ?? verdict === true) {
                                isMatched = true;
                                unmatched.delete(partner);
                                pairs.push(fault ?? joined(row, partner));
                            }
                        }
                        if (!isMatched && (wanted === 'Left' || wanted === 'Full')) {
                            pairs.push(joined(row, null));
                        }
                    }
                    if (wanted === 'Right' || wanted === 'Full') {
                        for (const partner of unmatched) {
                            pairs.push(joined(null, partner));
                        }
                    }
                    return new MemoryTable(pairs);
                };
            },
        };
    },
};
