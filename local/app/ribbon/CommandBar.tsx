import React, { useEffect, useMemo, useRef, useState } from 'react';
import { CommandBar as FluentCommandBar, type ICommandBarItemProps } from '@fluentui/react/lib/CommandBar';
import type { IContextualMenuItem } from '@fluentui/react/lib/ContextualMenu';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import { usePlatform } from '../platform/platform-context';
import { webResourceAddress } from '../platform/scripts';
import { color } from '../platform/theme';
import type { CommandTarget } from '../platform/types';
import { iconNameOf } from './command-icon';
import { readRibbon } from './ribbon-definition';
import { runCommand } from './run-command';
import { menuName, visibleCommands, type VisibleCommand } from './visible-commands';

export interface CommandBarProps {
    readonly target: CommandTarget;
    /** Without the rounded frame of a page's own bar: subgrids. */
    readonly plain?: boolean;
    /** What a screen reader calls the bar. */
    readonly label?: string;
}

/** The commands of a page or a grid, from the table's ribbon. */
export function CommandBar(props: CommandBarProps): JSX.Element {
    const { target, plain = false, label } = props;
    const platform = usePlatform();
    const { texts, environment } = platform;
    const { table } = target;
    const ribbon = useMemo(() => readRibbon(table.ribbonXml, table.logicalName), [table]);
    const [commands, setCommands] = useState<readonly VisibleCommand[]>([]);
    const reported = useRef(new Set<string>());

    useEffect(() => {
        let lastPass = 0;
        let stopped = false;
        const ask = (): void => {
            lastPass += 1;
            const thisPass = lastPass;
            void visibleCommands(ribbon, target, platform, (error) => {
                // Rules are asked at every selection; a defect is worth one line.
                if (!reported.current.has(error.message)) {
                    reported.current.add(error.message);
                    console.warn(error.message);
                }
            }).then((visible) => {
                if (!stopped && thisPass === lastPass) {
                    setCommands(visible);
                }
            });
        };
        ask();
        const unsubscribe = target.subscribe(ask);
        return () => {
            stopped = true;
            unsubscribe();
        };
    }, [ribbon, target, platform]);

    const labelOf = (text: string): string =>
        ribbon.label(text, environment.user.language, environment.organization.baseLanguage);

    const item = (visible: VisibleCommand): ICommandBarItemProps => {
        const { control, command, children } = visible;
        const text = labelOf(control.label || control.alt || control.id);
        const toolTip = labelOf(control.toolTip) || text;
        const menu = menuName(command, target);
        const menuItems: IContextualMenuItem[] = menu
            ? (target.platformMenus?.[menu] ?? []).map((choice) => ({
                  key: choice.key,
                  text: choice.label,
                  canCheck: true,
                  checked: choice.checked,
                  onClick: () => choice.choose(),
              }))
            : children.map(item);
        const runs = command && command.actions.length > 0 && !menu;
        const run = (): void => {
            if (command) {
                void runCommand(command, control.id, target, platform);
            }
        };
        return {
            key: control.id,
            text,
            title: toolTip,
            ariaLabel: text,
            'data-id': control.id,
            ...icon(
                control.image,
                command?.actions.map((action) => (action.kind === 'JavaScriptFunction' ? action.functionName : '')) ??
                    [],
            ),
            ...(menuItems.length > 0 ? { subMenuProps: { items: menuItems } } : {}),
            ...(control.kind === 'SplitButton' && menuItems.length > 0 ? { split: true, onClick: run } : {}),
            ...(runs && menuItems.length === 0 ? { onClick: run } : {}),
        };
    };

    return (
        <FluentCommandBar
            className={plain ? plainClass : barClass}
            ariaLabel={label ?? texts('ribbon.commands')}
            items={commands.map(item)}
            overflowButtonProps={{ ariaLabel: texts('ribbon.more'), title: texts('ribbon.more') }}
            styles={{
                root: { padding: plain ? 0 : '0 8px', height: 40, background: plain ? 'transparent' : color.surface },
            }}
        />
    );
}

function icon(image: string, functionNames: readonly string[]): Partial<ICommandBarItemProps> {
    if (/^\$webresource:/i.test(image)) {
        return {
            onRenderIcon: () => (
                <span style={{ color: color.brandText, lineHeight: 0 }}>
                    <WebResourceIcon name={image.replace(/^\$webresource:/i, '')} />
                </span>
            ),
            iconProps: { iconName: 'None' },
        };
    }
    const iconName = iconNameOf(image, functionNames);
    return iconName ? { iconProps: { iconName } } : {};
}

/**
 * An icon of the solution takes the colour of the text, as the Unified Interface does with `ModernImage`: the SVG only
 * gives the shape.
 */
export function WebResourceIcon(props: { readonly name: string; readonly size?: number }): JSX.Element {
    const { name, size = 16 } = props;
    const address = `url("${webResourceAddress(name)}")`;
    return (
        <span
            aria-hidden="true"
            style={{
                display: 'inline-block',
                width: size,
                height: size,
                margin: '0 4px',
                flex: 'none',
                background: 'currentColor',
                maskImage: address,
                WebkitMaskImage: address,
                maskRepeat: 'no-repeat',
                WebkitMaskRepeat: 'no-repeat',
                maskSize: 'contain',
                WebkitMaskSize: 'contain',
                maskPosition: 'center',
            }}
        />
    );
}

const barClass = mergeStyles({
    borderRadius: 8,
    overflow: 'hidden',
    boxShadow: color.shadow,
    background: color.surface,
    flex: 'none',
});
const plainClass = mergeStyles({ flex: '1 1 auto', minWidth: 0 });
