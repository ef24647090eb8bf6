import { DataverseError, ErrorCode } from '../../errors';
import { checkDepth, type Pipeline } from '../pipeline';
import { isReference } from '../row-storage';
import type { MessageDefinition, MessageParameters, RequestContext } from '../types';

/**
 * Any other message: its steps around its own work, all in one transaction unless it only reads.
 * @throws DataverseError 0x80040203 that names a required parameter which is missing
 */
export function execute(
    { steps, organization }: Pipeline,
    message: MessageDefinition,
    parameters: MessageParameters,
    context: RequestContext,
): MessageParameters {
    checkDepth(message.name, context);
    const missing = message.parameters.find(
        ({ name, optional }) => !optional && (parameters[name] === undefined || parameters[name] === null),
    );
    if (missing) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `Required parameter '${missing.name}' of ${message.name} is missing; it takes a ${missing.type}.`,
        );
    }
    const subject = parameters.entity ?? parameters.Target;
    const call = {
        message: message.name,
        table: isReference(subject) ? subject.table : '',
        id: isReference(subject) ? subject.id : '',
        target: {},
        before: undefined,
        parameters,
        organization,
        context: { ...context, depth: context.depth + 1 },
    };
    steps.run('validation', call);
    const run = (): MessageParameters => {
        steps.run('preOperation', call);
        const answer = message.run(organization, parameters, context);
        steps.run('postOperation', call);
        return answer;
    };
    return message.kind === 'function' ? run() : organization.transaction(run);
}
