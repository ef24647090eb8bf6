import type { BoundNode } from '../../binding/bound-node';
import { Decimal } from '../../numbers/decimal';
import { Types, type Type } from '../../types';
import { ErrorValue, joinErrors, type Value } from '../../values';
import type { CallBinder, CallBinding, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { withTable } from '../table/with-rows';

/** Gathers values, none of them blank or an error, and says what they make together. */
export interface Aggregation {
    add(value: Value): void;
    result(): Value;
}

export interface AggregateFunction {
    readonly name: string;
    /** The type in which it works, by the type of the first value; that of its result too. */
    typeFor(given: Type): Type;
    begin(type: Type): Aggregation;
}

/** Decimal, unless the values are floating-point numbers. */
export function numericType(given: Type): Type {
    return given.kind === 'Number' ? Types.Number : Types.Decimal;
}

/** A number as a value of that type; 0 for anything else. */
export function zeroOf(type: Type): Decimal | number {
    return type.kind === 'Number' ? 0 : Decimal.zero;
}

function bindRows(definition: AggregateFunction, call: CallBinder): CallBinding | undefined {
    const source = call.argument(0);
    const scope = call.openScope(0);
    if (!scope) {
        call.invalidArguments();
        return undefined;
    }
    const given = call.lambda(1, scope);
    const type = definition.typeFor(given.type);
    const formula = given.type.kind === 'Error' ? given : call.coerce(given, type);
    if (isRefused(call, [source, formula])) {
        return undefined;
    }
    return {
        type,
        arguments: [source, formula],
        compile([evaluate, valueOf]) {
            return (frame) =>
                withTable(evaluate, frame, (table) => {
                    const aggregation = definition.begin(type);
                    for (const row of table.rows()) {
                        frame.run.checkDeadline();
                        const value = valueOf?.(frame.enter(row)) ?? null;
                        if (value instanceof ErrorValue) {
                            return value;
                        }
                        if (value !== null) {
                            aggregation.add(value);
                        }
                    }
                    return aggregation.result();
                });
        },
    };
}

function bindScalars(definition: AggregateFunction, call: CallBinder): CallBinding | undefined {
    const given = Array.from({ length: call.count }, (_, index) => call.argument(index));
    const type = definition.typeFor(given[0]?.type ?? Types.Decimal);
    const nodes: BoundNode[] = given.map((node) => (node.type.kind === 'Error' ? node : call.coerce(node, type)));
    if (isRefused(call, nodes)) {
        return undefined;
    }
    return {
        type,
        arguments: nodes,
        compile: (compiled) => (frame) => {
            const aggregation = definition.begin(type);
            const errors: ErrorValue[] = [];
            for (const evaluate of compiled) {
                const value = evaluate(frame);
                if (value instanceof ErrorValue) {
                    errors.push(value);
                } else if (value !== null) {
                    aggregation.add(value);
                }
            }
            return errors.length > 0 ? joinErrors(errors) : aggregation.result();
        },
    };
}

/** A function of any number of scalars, or of a table and a formula that is run for each of its rows. */
export function aggregateFunction(definition: AggregateFunction): FunctionDefinition {
    return {
        name: definition.name,
        minimumArguments: 1,
        maximumArguments: Infinity,
        scopeArguments: [0],
        bind(call) {
            const isOverRows = call.count === 2 && call.argument(0).type.kind === 'Table';
            return isOverRows ? bindRows(definition, call) : bindScalars(definition, call);
        },
    };
}
