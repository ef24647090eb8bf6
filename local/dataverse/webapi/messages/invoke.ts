/** Actions and functions by name. */
import { notSupportedHere } from '../../errors';
import type { Table } from '../../metadata/types';
import type { MessageDefinition } from '../../pipeline/types';
import { methodNotAllowed, unknownSegment } from '../answers';
import type { Answer } from '../http';
import type { Call } from '../host';
import { isMissingMessage } from './missing-messages';
import { readParameters } from './parameters';
import { resultAnswer } from './results';

/** What a message is called on. */
export type Binding =
    | { readonly kind: 'none' }
    | { readonly kind: 'row'; readonly table: Table; readonly id: string }
    | { readonly kind: 'collection'; readonly table: Table };

const NAMESPACE = /^(?:Microsoft\.Dynamics\.CRM|mscrm)\./;

/** A message's name without its namespace. */
export const messageName = (segment: string): string => segment.replace(NAMESPACE, '');

/**
 * The message that a segment names, if there is one that can be called so.
 * @throws DataverseError 501 for a message of the platform that is not here
 */
export function findMessage(call: Call, segment: string, binding: Binding): MessageDefinition | undefined {
    const name = messageName(segment);
    const message = call.host.organization.messages.get(name);
    if (!message) {
        if (isMissingMessage(name)) throw notSupportedHere(name);
        return undefined;
    }
    switch (binding.kind) {
        case 'none':
            return message.boundTo === undefined ? message : undefined;
        case 'row':
            return message.boundToCollection ? undefined : fits(message, binding.table);
        case 'collection':
            return message.boundToCollection ? fits(message, binding.table) : undefined;
    }
}

const fits = (message: MessageDefinition, table: Table): MessageDefinition | undefined =>
    message.boundTo === '*' || message.boundTo === table.logicalName ? message : undefined;

/**
 * @param inline text in the parentheses
 * @throws DataverseError 404 for unknown messages, 405 for the wrong method
 */
export function invoke(call: Call, segment: string, inline: string, binding: Binding): Answer {
    const message = findMessage(call, segment, binding);
    if (!message) throw unknownSegment(segment);
    const expected = message.kind === 'function' ? 'GET' : 'POST';
    if (call.method !== expected)
        throw methodNotAllowed(call.method, `${message.name} is a ${message.kind}; use ${expected}`);
    const parameters = readParameters(call, message, inline);
    const bound =
        binding.kind === 'row'
            ? { entity: { table: binding.table.logicalName, id: binding.id } }
            : binding.kind === 'collection'
              ? { entityLogicalName: binding.table.logicalName }
              : {};
    return resultAnswer(
        call,
        message,
        call.host.organization.execute(message.name, { ...parameters, ...bound }, call.context),
    );
}
