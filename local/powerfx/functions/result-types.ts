import type { BoundNode } from '../binding/bound-node';
import type { Evaluate } from '../evaluate/frame';
import { messages } from '../messages';
import { Types, type Type } from '../types';
import { ErrorValue, VoidValue, type Value } from '../values';
import type { CallBinder } from './function-definition';

/** Results of which a function gives one, with the type that any of them has. */
export interface Alternatives {
    readonly type: Type;
    readonly nodes: readonly BoundNode[];
    /** What there is when none of the results is given. */
    readonly nothing: Value;
    /** The compiled nodes, in order, as what the function gives. */
    finish(compiled: readonly Evaluate[]): readonly Evaluate[];
}

/**
 * Brings results to one type, that of the first which has one (Microsoft Learn, "If and Switch functions"). Where there
 * is none, the call gives nothing that can be used, which is a fault in a formula that only computes.
 */
export function bindAlternatives(call: CallBinder, nodes: readonly BoundNode[]): Alternatives {
    const voids = nodes.map((node) => node.type.kind === 'Void');
    const type = voids.includes(true) ? undefined : call.unify(nodes.map((node) => node.type));
    if (type) {
        return {
            type,
            nodes: nodes.map((node) => call.coerce(node, type)),
            nothing: null,
            finish: (compiled) => compiled,
        };
    }
    if (!voids.includes(true) && !call.allowsBehavior) {
        call.error(call.span, messages.resultTypesDiffer);
    }
    return {
        type: Types.Void,
        nodes,
        nothing: VoidValue.only,
        finish: (compiled) => compiled.map((result, index) => (voids[index] ? result : withoutResult(result))),
    };
}

/** Keeps only whether it failed. */
function withoutResult(evaluate: Evaluate): Evaluate {
    return (frame) => {
        const value = evaluate(frame);
        return value instanceof ErrorValue ? value : VoidValue.only;
    };
}
