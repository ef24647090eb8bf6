import type { EventDefinition, EventHandlerDefinition } from '../definition/types';
import type { ClientApi } from './client-api';
import { DataLoadState, type FormModel } from '../model/form-model';
import type { Handler, HandlerList } from '../model/handlers';

/**
 * Loads the form's script libraries in their order and attaches the handlers that the form XML names.
 * A library that cannot be loaded or a function that does not exist is reported as a script error; the form opens.
 */
export async function attachFormEvents(api: ClientApi): Promise<void> {
    const { form } = api;
    const { definition, platform } = form;
    const named = definition.events.flatMap((event) => event.handlers.map(({ library }) => library));
    const libraries = [...new Set([...definition.libraries, ...named])].filter((name) => name !== '');
    if (libraries.length > 0) {
        try {
            await platform.scripts.load(libraries);
        } catch (error) {
            form.scriptFailed(error, 'formLibraries');
            return;
        }
    }
    for (const event of definition.events) {
        const list = listOf(form, event);
        for (const handler of event.handlers) {
            list?.add(handlerOf(form, handler));
        }
    }
}

/** Runs the OnLoad handlers and waits for those that answered a promise. */
export async function fireOnLoad(api: ClientApi): Promise<void> {
    const { form } = api;
    const argument = { getDataLoadState: () => DataLoadState.Initial, disableAsyncTimeout: () => undefined };
    const results = [...form.loadHandlers.fire(form, argument), ...form.dataLoadHandlers.fire(form, argument)];
    for (const settled of await Promise.allSettled(results)) {
        if (settled.status === 'rejected') {
            form.scriptFailed(settled.reason, 'OnLoad');
        }
    }
}

function listOf(form: FormModel, event: EventDefinition): HandlerList | null {
    switch (event.name) {
        case 'onload':
            return form.loadHandlers;
        case 'onsave':
            return form.saveHandlers;
        case 'onpostsave':
            return form.postSaveHandlers;
        case 'onchange':
            return form.attribute(event.attribute ?? '')?.changeHandlers ?? null;
        case 'tabstatechange':
            return form.tabs.tabs.find(({ name }) => name === event.control)?.stateChangeHandlers ?? null;
        default:
            return form.control(event.control ?? '')?.gridLoadHandlers ?? null;
    }
}

function handlerOf(form: FormModel, definition: EventHandlerDefinition): Handler {
    return (context: never) => {
        const target = form.platform.scripts.resolve(definition.functionName);
        return definition.passExecutionContext
            ? target(context, ...definition.parameters)
            : target(...definition.parameters);
    };
}
