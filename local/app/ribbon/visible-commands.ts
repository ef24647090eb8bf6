/**
 * Which controls of a command bar show for a target. As in the Unified Interface a command whose enable rules do not
 * hold is hidden, not greyed.
 */
import type { CommandTarget, Platform } from '../platform/types';
import { evaluateRule } from './evaluate-rule';
import type { RibbonAction, RibbonCommand, RibbonControl, RibbonDefinition } from './ribbon-definition';

export interface VisibleCommand {
    readonly control: RibbonControl;
    readonly command: RibbonCommand | undefined;
    readonly children: readonly VisibleCommand[];
}

export type RibbonPlatform = Pick<Platform, 'environment' | 'scripts' | 'table'>;

/** The id of the tab that holds a target's commands. */
export function tabIdOf(target: CommandTarget): string {
    return `Mscrm.${target.location}.${target.table.logicalName}.MainTab`;
}

/**
 * Asks all rules of a target's tab.
 * @param report is told of rules that could not be asked; their commands stay hidden
 */
export async function visibleCommands(
    ribbon: RibbonDefinition,
    target: CommandTarget,
    platform: RibbonPlatform,
    report: (error: Error) => void,
): Promise<readonly VisibleCommand[]> {
    // Several commands share rules; each rule is asked once per pass.
    const answers = new Map<string, Promise<boolean>>();

    const ask = (kind: 'EnableRule' | 'DisplayRule', id: string, commandId: string): Promise<boolean> => {
        const key = `${kind} ${id}`;
        const known = answers.get(key);
        if (known) {
            return known;
        }
        const rule = ribbon.rule(kind, id);
        // A stock rule that the base ribbon leaves out stands for something that is always so here.
        const answer = rule
            ? evaluateRule(rule, { target, platform, commandId }).catch((error: unknown) => {
                  report(new Error(`${kind} "${id}": ${error instanceof Error ? error.message : String(error)}`));
                  return false;
              })
            : Promise.resolve(true);
        if (!rule) {
            report(new Error(`${kind} "${id}" of command "${commandId}" is not defined; it counts as met.`));
        }
        answers.set(key, answer);
        return answer;
    };

    const isVisible = async (command: RibbonCommand | undefined): Promise<boolean> => {
        if (!command) {
            return false;
        }
        const results = await Promise.all([
            ...command.displayRules.map((id) => ask('DisplayRule', id, command.id)),
            ...command.enableRules.map((id) => ask('EnableRule', id, command.id)),
        ]);
        return results.every(Boolean);
    };

    const show = async (control: RibbonControl): Promise<VisibleCommand[]> => {
        const command = ribbon.command(control.command);
        const isMenu = control.kind === 'FlyoutAnchor' || control.kind === 'SplitButton';
        if (!(isMenu && !control.command) && !(await isVisible(command))) {
            return [];
        }
        const children = (await Promise.all(control.children.map(show))).flat();
        const hasMenu = children.length > 0 || menuName(command, target) !== undefined;
        return control.kind === 'FlyoutAnchor' && !hasMenu ? [] : [{ control, command, children }];
    };

    const shown = await Promise.all(ribbon.controlsOf(tabIdOf(target)).map(show));
    return shown.flat().filter(({ command }) => {
        const menu = menuName(command, target);
        return menu === undefined || (target.platformMenus?.[menu]?.length ?? 0) > 1;
    });
}

/** The platform menu behind a command, such as "Show as". */
export function menuName(command: RibbonCommand | undefined, target: CommandTarget): string | undefined {
    return command?.actions
        .filter(
            (action): action is Extract<RibbonAction, { kind: 'JavaScriptFunction' }> =>
                action.kind === 'JavaScriptFunction',
        )
        .map((action) => action.functionName)
        .find((name) => target.platformMenus !== undefined && name in target.platformMenus);
}
