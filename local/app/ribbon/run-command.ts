/**
 * What happens when a command is clicked: its actions, one after the other.
 */
import type { CommandTarget, Platform } from '../platform/types';
import { parameterValue } from './parameters';
import type { RibbonAction, RibbonCommand } from './ribbon-definition';
import { PLATFORM_LIBRARY } from './rules/custom-rule';

export type CommandPlatform = Pick<Platform, 'environment' | 'scripts' | 'dialogs' | 'texts'>;

/** Runs a command. A failure shows in an error dialog that names the function; it does not reject. */
export async function runCommand(
    command: RibbonCommand,
    controlId: string,
    target: CommandTarget,
    platform: CommandPlatform,
): Promise<void> {
    for (const action of command.actions) {
        try {
            await runAction(action, { command, controlId, target, platform });
        } catch (error) {
            const name = action.kind === 'JavaScriptFunction' ? action.functionName : action.address;
            const reason =
                error instanceof Error ? error.message : String((error as { message?: unknown })?.message ?? error);
            const code = (error as { errorCode?: unknown } | null)?.errorCode;
            console.error(`Ribbon command "${command.id}", ${name}:`, error);
            await platform.dialogs.error({
                message: reason,
                details: `${platform.texts('ribbon.failed', name, command.id)}\n${error instanceof Error ? (error.stack ?? '') : ''}`,
                ...(typeof code === 'number' ? { errorCode: code } : {}),
            });
            return;
        }
    }
}

interface ActionContext {
    readonly command: RibbonCommand;
    readonly controlId: string;
    readonly target: CommandTarget;
    readonly platform: CommandPlatform;
}

async function runAction(action: RibbonAction, context: ActionContext): Promise<void> {
    const { command, controlId, target, platform } = context;
    const parameters = action.parameters.map((parameter) => ({
        name: parameter.name ?? parameter.value,
        value: parameterValue(parameter, { target, platform, controlId, commandId: command.id }),
    }));
    const values = parameters.map((parameter) => parameter.value);
    if (action.kind === 'Url') {
        const query = new URLSearchParams(
            parameters.map(({ name, value }): [string, string] => [name, String(value ?? '')]),
        );
        const address = action.address.replace(/^\$webresource:/i, '/WebResources/');
        window.open(
            query.size > 0 ? `${address}${address.includes('?') ? '&' : '?'}${query.toString()}` : address,
            '_blank',
        );
        return;
    }
    if (action.library.toLowerCase() === PLATFORM_LIBRARY) {
        const run = target.platformCommands[action.functionName];
        if (!run) {
            throw new Error(`${action.functionName} is not supported here (local Dataverse).`);
        }
        await run(...values);
        return;
    }
    if (action.library) {
        await platform.scripts.load([action.library]);
    }
    await platform.scripts.resolve(action.functionName)(...values);
}
