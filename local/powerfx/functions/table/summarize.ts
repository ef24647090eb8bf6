import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { fieldsOf, tableType, type Field, type Type } from '../../types';
import { ErrorValue, MemoryRecord, MemoryTable, recordOf, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { groupRows } from './row-groups';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

const groupName = 'ThisGroup';

const groupable: ReadonlySet<Type['kind']> = new Set([
    'Text',
    'Number',
    'Decimal',
    'Boolean',
    'Time',
    'Date',
    'DateTime',
    'Choice',
]);

interface Summary {
    readonly column: Field;
    /** Absent for a column by which rows are grouped. */
    readonly formula?: BoundNode;
}

function bindSummary(call: CallBinder, index: number, source: Type & { kind: 'Table' }): Summary | undefined {
    const form = call.argumentForm(index);
    if (form.asName !== undefined && !form.isName) {
        const scope = call.scopeOf(fieldsOf({ [groupName]: tableType(source.fields) }));
        const formula = call.namedLambda(index, scope);
        return { column: { name: form.asName, type: formula.type }, formula };
    }
    if (!form.isName || form.asName !== undefined) {
        call.error(form.span, messages.summarizeArgument);
        return undefined;
    }
    const column = call.column(index, source.fields);
    return column && { column };
}

/**
 * `Summarize(table, column, …, formula As name, …)`: a row per combination of the columns, with what the formulas give
 * for the rows of each, which they know as `ThisGroup`.
 */
export const summarize: FunctionDefinition = {
    name: 'Summarize',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    columnArguments: (index) => index > 0,
    bind(call) {
        const source = tableArgument(call, 0);
        if (!source) {
            return undefined;
        }
        if (call.argumentForm(0).asName !== undefined) {
            call.error(call.argumentForm(0).span, messages.summarizeScope);
        }
        if (source.type.fields.find(groupName)) {
            call.error(source.node.span, messages.summarizeReservedInSource);
        }
        const summaries = new Map<string, Summary>();
        for (let index = 1; index < call.count; index++) {
            const summary = bindSummary(call, index, source.type);
            if (!summary) {
                continue;
            }
            const { name, type } = summary.column;
            if (name === groupName) {
                call.error(call.argumentForm(index).span, messages.summarizeReservedColumn);
            } else if (type.kind !== 'Error' && !groupable.has(type.kind)) {
                call.error(call.argumentForm(index).span, messages.needPrimitive);
            } else if (summaries.has(name)) {
                call.error(call.argumentForm(index).span, messages.columnConflict(name));
            }
            summaries.set(name, summary);
        }
        const all = [...summaries.values()];
        if (!call.hasErrors && all.every((summary) => summary.formula)) {
            call.error(call.argumentForm(1).span, messages.summarizeNeedsColumn);
        }
        const formulas = all.flatMap((summary) => (summary.formula ? [summary.formula] : []));
        if (isRefused(call, [source.node, ...formulas])) {
            return undefined;
        }
        const keys = all.filter((summary) => !summary.formula).map((summary) => summary.column.name);
        const names = all.filter((summary) => summary.formula).map((summary) => summary.column.name);
        return {
            type: tableType(fieldsOf(all.map((summary) => summary.column))),
            arguments: [source.node, ...formulas],
            compile([evaluate, ...compiled]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const groups = groupRows(table, keys);
                        if (groups instanceof ErrorValue) {
                            return groups;
                        }
                        return new MemoryTable(
                            groups.map(({ first, rows }) => {
                                frame.run.checkDeadline();
                                const inner = frame.enter(recordOf({ [groupName]: new MemoryTable(rows) }));
                                const content = keys.map((key): [string, Value] => [key, first.get(key)]);
                                for (const [index, formula] of compiled.entries()) {
                                    content.push([names[index] ?? '', formula(inner)]);
                                }
                                return new MemoryRecord(content);
                            }),
                        );
                    });
            },
        };
    },
};
