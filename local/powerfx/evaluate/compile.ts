import type { BoundNode } from '../binding/bound-node';
import {
    DynamicValue,
    ErrorValue,
    errorValue,
    type DynamicContent,
    joinErrors,
    MemoryRecord,
    MemoryTable,
    RecordValue,
    type Row,
    type Value,
} from '../values';
import { compileCoercion } from './coerce-value';
import { compileBinary, compileUnary } from './compile-operators';
import type { Evaluate, Frame } from './frame';

/** Turns a bound formula without faults into a closure. Done once; the closure is run many times. */
export function compileNode(node: BoundNode): Evaluate {
    switch (node.kind) {
        case 'constant': {
            const { value } = node;
            return () => value;
        }
        case 'variable': {
            const { name } = node.variable;
            return (frame) => frame.run.variables.get(name);
        }
        case 'row': {
            const { hops } = node;
            return (frame) => frameAt(frame, hops).row;
        }
        case 'scopeField':
            return compileScopeField(node.hops, node.field);
        case 'member':
            return compileMember(compileNode(node.record), node.field);
        case 'coercion': {
            const operand = compileNode(node.operand);
            const convert = compileCoercion(node.coercion);
            return (frame) => convert(operand(frame), frame.run);
        }
        case 'unary':
            return compileUnary(node, compileNode(node.operand));
        case 'binary':
            return compileBinary(node, compileNode(node.left), compileNode(node.right));
        case 'record':
            return compileRecord(node.fields.map(({ name, value }) => [name, compileNode(value)] as const));
        case 'table':
            return compileTable(node.items.map(compileNode), node.wraps);
        case 'interpolation':
            return compileInterpolation(node.parts.map(compileNode));
        case 'chain':
            return compileChain(node.steps.map(compileNode));
        case 'lambda':
            return compileNode(node.body);
        case 'call':
            return node.compile(node.arguments.map(compileNode), node);
        case 'fault':
            throw new Error('A formula with errors cannot be compiled; check it first.');
    }
}

function frameAt(frame: Frame, hops: number): Frame {
    let found = frame;
    for (let hop = 0; hop < hops; hop++) {
        if (!found.outer) {
            break;
        }
        found = found.outer;
    }
    return found;
}

function fieldOf(row: Value, field: string): Value {
    if (row instanceof RecordValue) {
        return row.get(field);
    }
    if (row instanceof DynamicValue) {
        if (!(row.content instanceof Map)) {
            return errorValue('InvalidArgument', `There is no '${field}' in an untyped value that is no object.`);
        }
        const content = (row.content as ReadonlyMap<string, DynamicContent>).get(field);
        return content === undefined || content === null ? null : new DynamicValue(content);
    }
    return row instanceof ErrorValue ? row : null;
}

function compileScopeField(hops: number, field: string): Evaluate {
    return hops === 0 ? (frame) => fieldOf(frame.row, field) : (frame) => fieldOf(frameAt(frame, hops).row, field);
}

function compileMember(record: Evaluate, field: string): Evaluate {
    return (frame) => fieldOf(record(frame), field);
}

function compileRecord(fields: readonly (readonly [string, Evaluate])[]): Evaluate {
    return (frame) => new MemoryRecord(fields.map(([name, evaluate]) => [name, evaluate(frame)] as const));
}

function compileTable(items: readonly Evaluate[], wraps: boolean): Evaluate {
    return (frame) => new MemoryTable(items.map((item) => rowOf(item(frame), wraps)));
}

function rowOf(value: Value, wraps: boolean): Row {
    if (wraps) {
        return new MemoryRecord([['Value', value]]);
    }
    return value instanceof RecordValue || value instanceof ErrorValue ? value : null;
}

function compileInterpolation(parts: readonly Evaluate[]): Evaluate {
    return (frame) => {
        let text = '';
        let errors: ErrorValue[] | undefined;
        for (const part of parts) {
            const value = part(frame);
            if (value instanceof ErrorValue) {
                (errors ??= []).push(value);
            } else if (typeof value === 'string') {
                text += value;
            }
        }
        return errors ? joinErrors(errors) : text;
    };
}

/** Every step runs, also after one that fails; the errors of all are then the result. */
function compileChain(steps: readonly Evaluate[]): Evaluate {
    return (frame) => {
        let result: Value = null;
        let errors: ErrorValue[] | undefined;
        for (const step of steps) {
            result = step(frame);
            if (result instanceof ErrorValue) {
                (errors ??= []).push(result);
            }
        }
        return errors ? joinErrors(errors) : result;
    };
}
