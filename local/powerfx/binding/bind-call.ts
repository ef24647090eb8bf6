import { findFunction } from '../functions';
import { messages } from '../messages';
import type { CallNode } from '../syntax/nodes';
import { Types } from '../types/type';
import type { Binder } from './binder';
import type { BoundNode } from './bound-node';
import { BoundCallBinder } from './call-binder';
import { hostFunction } from './host-function';
import type { FunctionDefinition } from '../functions/function-definition';

/** Binds a call: finds the function, checks the number of arguments, and leaves the rest to the function. */
export function bindCall(binder: Binder, node: CallNode): BoundNode {
    const namespace = node.namespace.map((identifier) => identifier.name);
    const { name } = node.name;
    const host = binder.schema.functions.find(
        (one) => one.name === name && one.namespace.join('.') === namespace.join('.'),
    );
    const definition = host ? hostFunction(host) : findFunction([...namespace, name].join('.'));
    const fault: BoundNode = { kind: 'fault', span: node.span, type: Types.Error };
    if (!definition) {
        node.arguments.forEach((argument) => binder.bind(argument.kind === 'as' ? argument.operand : argument));
        binder.problems.error(
            node.span,
            namespace.length === 0
                ? messages.unknownFunction(name)
                : messages.unknownFunctionInNamespace(name, namespace.join('.')),
        );
        return fault;
    }
    if (!checkCount(binder, node, definition)) {
        return fault;
    }
    if (definition.isBehavior && !binder.options.allowSideEffects) {
        binder.problems.error(node.span, messages.behaviorNotAllowed);
    }
    const errorsBefore = binder.problems.errorCount;
    const call = new BoundCallBinder(binder, node, definition);
    const binding = definition.bind(call);
    if (!binding || call.isRefused) {
        if (binder.problems.errorCount === errorsBefore) {
            throw new Error(`${name}: bind refused the call without reporting why.`);
        }
        return { ...fault, type: binding && call.isRefused ? binding.type : Types.Error };
    }
    return {
        kind: 'call',
        span: node.span,
        type: binding.type,
        definition,
        arguments: binding.arguments,
        compile: (compiled, bound) => binding.compile(compiled, bound),
    };
}

function checkCount(binder: Binder, node: CallNode, definition: FunctionDefinition): boolean {
    const { minimumArguments: least, maximumArguments: most } = definition;
    const received = node.arguments.length;
    if (received >= least && received <= most) {
        return true;
    }
    const message =
        most === Infinity
            ? messages.tooFewArguments(received, least)
            : least === most
              ? messages.argumentCount(received, least)
              : messages.argumentCountBetween(received, least, most);
    binder.problems.error(node.span, message);
    return false;
}
