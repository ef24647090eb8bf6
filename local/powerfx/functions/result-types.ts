import type { BoundNode } from '../binding/bound-node';
import type { Evaluate } from '../evaluate/frame';
import { messages } from '../messages';
import { Types, type Type } from '../types';
import { ErrorValue, VoidValue } from '../values';
import type { CallBinder } from './function-definition';

/** Results of which a function gives one, with the type that any of them has. */
export interface Alternatives {
    readonly type: Type;
    readonly nodes: readonly BoundNode[];
    /** The results have no type in common: what they give cannot be used. */
    readonly isVoid: boolean;
}

/**
 * Brings results to one type, that of the first which has one (Microsoft Learn, "If and Switch functions"). Where there
 * is none, the call gives nothing that can be used, which is a fault in a formula that only computes.
 */
export function bindAlternatives(call: CallBinder, nodes: readonly BoundNode[]): Alternatives {
    if (nodes.some((node) => node.type.kind === 'Void')) {
        return { type: Types.Void, nodes, isVoid: false };
    }
    const type = call.unify(nodes.map((node) => node.type));
    if (type) {
        return { type, nodes: nodes.map((node) => call.coerce(node, type)), isVoid: false };
    }
    if (!call.allowsBehavior) {
        call.error(call.span, messages.resultTypesDiffer);
    }
    return { type: Types.Void, nodes, isVoid: true };
}

/** Keeps only whether it failed. */
export function withoutResult(evaluate: Evaluate): Evaluate {
    return (frame) => {
        const value = evaluate(frame);
        return value instanceof ErrorValue ? value : VoidValue.only;
    };
}
