import type { BoundNode } from '../binding/bound-node';
import type { Evaluate, Frame } from '../evaluate/frame';
import { messages } from '../messages';
import { Decimal } from '../numbers/decimal';
import { fieldsOf, onlyField } from '../types/fields';
import { tableType, Types, type Type } from '../types/type';
import { ErrorValue, joinErrors, type Value } from '../values';
import type { CallBinder, CallBinding } from './function-definition';
import type { Parameter } from './parameter';
import type { AnyScalarFunction } from './scalar-function';
import { coerceColumn, evaluateTabular } from './scalar-tables';

/** What one argument of a scalar call is: its node, and the type that it is turned into. */
interface ScalarArgument {
    readonly node: BoundNode;
    readonly parameter: Parameter;
    /** The type of the scalar, or of a table's only column. */
    readonly scalar: Type;
    readonly isTable: boolean;
}

/** Binds a call of a strict scalar function, or of its form over single-column tables. */
export function bindScalarCall(definition: AnyScalarFunction, call: CallBinder): CallBinding | undefined {
    const given = readArguments(definition, call);
    if (!given) {
        return undefined;
    }
    const numeric = numericType(definition, given);
    const isTabular = given.some((argument) => argument.isTable);
    const nodes = given.map((argument) => coerceArgument(call, argument, numeric));
    if (nodes.some((node) => node === undefined || node.kind === 'fault')) {
        return undefined;
    }
    const types = given.map((argument) => argument.scalar);
    const result =
        definition.result === 'numeric'
            ? numeric
            : typeof definition.result === 'function'
              ? definition.result(types)
              : definition.result;
    const blanks = given.map(({ parameter }) => blankOf(parameter, numeric));
    const tables = given.map((argument) => argument.isTable);
    return {
        type: isTabular ? tableType(fieldsOf({ Value: result })) : result,
        arguments: nodes.filter((node): node is BoundNode => node !== undefined),
        compile: (compiled) =>
            isTabular
                ? evaluateTabular(compiled, tables, (run, values) => apply(definition, run, values, blanks))
                : compileScalar(definition, compiled, blanks),
    };
}

function readArguments(definition: AnyScalarFunction, call: CallBinder): readonly ScalarArgument[] | undefined {
    const parameters = [...definition.parameters, ...(definition.optional ?? [])];
    const given: ScalarArgument[] = [];
    let isRefused = false;
    for (let index = 0; index < call.count; index++) {
        const parameter = parameters[index] ?? definition.rest;
        const node = call.argument(index);
        if (!parameter) {
            break;
        }
        const { type } = node;
        if (type.kind !== 'Table' || definition.isTabular === false) {
            given.push({ node, parameter, scalar: type, isTable: false });
            continue;
        }
        const column = onlyField(type.fields);
        if (!column) {
            call.error(node.span, messages.oneColumnTable);
            call.invalidArguments();
            isRefused = true;
            continue;
        }
        given.push({ node, parameter, scalar: column.type, isTable: true });
    }
    return isRefused ? undefined : given;
}

function numericType(definition: AnyScalarFunction, given: readonly ScalarArgument[]): Type {
    const numerics = given.filter((argument) => argument.parameter.type === 'numeric');
    const deciding = definition.numericBy === 'first' ? numerics.slice(0, 1) : numerics;
    return deciding.some((argument) => argument.scalar.kind === 'Number') ? Types.Number : Types.Decimal;
}

function coerceArgument(call: CallBinder, argument: ScalarArgument, numeric: Type): BoundNode | undefined {
    const { node, parameter, scalar, isTable } = argument;
    const wanted = parameter.type === 'numeric' ? numeric : parameter.type;
    if (wanted === 'any') {
        if (scalar.kind === 'Record' || scalar.kind === 'Table' || scalar.kind === 'Error' || scalar.kind === 'Void') {
            return call.coerce(node, Types.Text);
        }
        return node;
    }
    // A day is a moment as well; functions read either.
    if (wanted.kind === 'DateTime' && (scalar.kind === 'Date' || scalar.kind === 'DateTimeNoTimeZone')) {
        return node;
    }
    return isTable ? coerceColumn(call, node, wanted) : call.coerce(node, wanted);
}

function blankOf(parameter: Parameter, numeric: Type): Value {
    if (parameter.blank !== 'zero') {
        return parameter.blank ?? null;
    }
    const isFloat = parameter.type === 'numeric' ? numeric.kind === 'Number' : parameter.type === Types.Number;
    return isFloat ? 0 : Decimal.zero;
}

function apply(
    definition: AnyScalarFunction,
    run: Frame['run'],
    values: readonly Value[],
    blanks: readonly Value[],
): Value {
    const errors = values.filter((value) => value instanceof ErrorValue);
    if (errors.length > 0) {
        return joinErrors(errors);
    }
    return definition.evaluate(run, ...values.map((value, index) => value ?? blanks[index] ?? null));
}

function compileScalar(
    definition: AnyScalarFunction,
    compiled: readonly Evaluate[],
    blanks: readonly Value[],
): Evaluate {
    const [only] = compiled;
    if (only && compiled.length === 1) {
        const blank = blanks[0] ?? null;
        return (frame) => {
            const value = only(frame);
            return value instanceof ErrorValue ? value : definition.evaluate(frame.run, value ?? blank);
        };
    }
    return (frame) =>
        apply(
            definition,
            frame.run,
            compiled.map((evaluate) => evaluate(frame)),
            blanks,
        );
}
