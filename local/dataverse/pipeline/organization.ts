import { DataverseError, ErrorCode } from '../errors';
import { forgetPrincipals } from '../security/principal';
import { associate, disassociate } from './messages/associate';
import { create } from './messages/create';
import { deleteRow } from './messages/delete';
import { execute } from './messages/execute';
import { retrieve } from './messages/retrieve';
import { update } from './messages/update';
import { upsert } from './messages/upsert';
import type { Pipeline } from './pipeline';
import { pipelineMessages } from './pipeline-messages';
import { PipelineSteps } from './pipeline-steps';
import type { Environment, MessageDefinition, Organization } from './types';

/**
 * The message pipeline over an environment: every request for rows ends up here, whoever it comes from.
 * @param messages what `execute` knows; more can be registered later
 */
export function createOrganization(
    environment: Environment,
    messages: readonly MessageDefinition[] = [],
): Organization {
    const steps = new PipelineSteps();
    const registry = new Map<string, MessageDefinition>();
    const messageSources: (() => readonly MessageDefinition[])[] = [];
    const rollbackListeners: (() => void)[] = [];
    const organization: Organization = {
        get store() {
            return environment.store;
        },
        get metadata() {
            return environment.metadata;
        },
        get messages() {
            const found = messageSources.flatMap((source) => source());
            return found.length === 0
                ? registry
                : new Map([...found.map((each) => [each.name, each] as const), ...registry]);
        },
        registerMessages(more) {
            more.forEach((message) => registry.set(message.name, message));
        },
        registerStep: (step) => steps.register(step),
        registerStepSource: (source) => steps.addSource(source),
        registerMessageSource: (source) => messageSources.push(source),
        registerRollback: (listener) => rollbackListeners.push(listener),
        create: (table, row, context) => create(pipeline, table, row, context),
        update: (table, id, changes, context, ifMatch) => update(pipeline, table, id, changes, context, ifMatch),
        delete: (table, id, context, ifMatch) => deleteRow(pipeline, table, id, context, ifMatch),
        upsert: (table, id, row, context) => upsert(pipeline, table, id, row, context),
        retrieve: (table, id, columns, context) => retrieve(pipeline, table, id, columns, context),
        associate: (name, from, to, context) => associate(pipeline, name, from, to, context),
        disassociate: (name, from, to, context) => disassociate(pipeline, name, from, to, context),
        execute: (name, parameters, context) => {
            const message = registry.get(name) ?? organization.messages.get(name);
            if (!message) {
                throw new DataverseError(
                    ErrorCode.UnknownResource,
                    `Resource not found for the segment '${name}': no message of this name is registered.`,
                    404,
                );
            }
            return execute(pipeline, message, parameters, context);
        },
        transaction: (work) => {
            try {
                return environment.transaction(work);
            } catch (error) {
                // What was read of roles and teams meanwhile may have been undone.
                forgetPrincipals(environment);
                rollbackListeners.forEach((listener) => listener());
                throw error;
            }
        },
    };
    const pipeline: Pipeline = {
        environment,
        organization,
        steps,
        core: {
            create: (table, row, context, options) => create(pipeline, table, row, context, options),
            update: (table, id, changes, context, options) =>
                update(pipeline, table, id, changes, context, undefined, options),
            delete: (table, id, context, options) => deleteRow(pipeline, table, id, context, undefined, options),
            associate: (name, from, to, context, options) => associate(pipeline, name, from, to, context, options),
        },
    };
    organization.registerMessages(pipelineMessages(pipeline));
    organization.registerMessages(messages);
    return organization;
}
