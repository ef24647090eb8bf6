import React from 'react';
import { DefaultButton } from '@fluentui/react/lib/Button';
import { ContextualMenuItemType, type IContextualMenuItem } from '@fluentui/react/lib/ContextualMenu';
import { PersonaCoin, PersonaSize } from '@fluentui/react/lib/Persona';
import type { ClientEnvironment } from '../../dataverse/client/types';
import { color } from '../platform/theme';
import type { Texts } from '../platform/types';
import { changeSession } from './change-session';

/** Who is signed in; switches user, language and theme. */
export function UserMenu(props: { readonly environment: ClientEnvironment; readonly texts: Texts }): JSX.Element {
    const { environment, texts } = props;
    const { user, users, organization } = environment;
    const choice = (key: string, text: string, checked: boolean, choose: () => void): IContextualMenuItem => ({
        key,
        text,
        canCheck: true,
        checked,
        onClick: choose,
    });
    const items: IContextualMenuItem[] = [
        {
            key: 'who',
            itemType: ContextualMenuItemType.Header,
            text: user.title ? `${user.fullName} · ${user.title}` : user.fullName,
        },
        {
            key: 'user',
            text: texts('shell.switchUser'),
            iconProps: { iconName: 'People' },
            subMenuProps: {
                items: users.map((one) =>
                    choice(
                        one.id,
                        one.title ? `${one.fullName} (${one.title})` : one.fullName,
                        one.id === user.id,
                        () => void changeSession({ userId: one.id }),
                    ),
                ),
            },
        },
        {
            key: 'language',
            text: texts('shell.language'),
            iconProps: { iconName: 'LocaleLanguage' },
            subMenuProps: {
                items: organization.languages.map((language) =>
                    choice(
                        String(language),
                        languageName(language),
                        language === user.language,
                        () => void changeSession({ userId: user.id, language }),
                    ),
                ),
            },
        },
        {
            key: 'theme',
            text: texts('shell.theme'),
            iconProps: { iconName: 'Color' },
            subMenuProps: {
                items: (['light', 'dark'] as const).map((theme) =>
                    choice(
                        theme,
                        texts(`shell.theme.${theme}`),
                        theme === user.theme,
                        () => void changeSession({ userId: user.id, theme }),
                    ),
                ),
            },
        },
    ];
    return (
        <DefaultButton
            ariaLabel={texts('shell.userMenu', user.fullName)}
            title={user.fullName}
            data-testid="user-menu"
            menuProps={{ items, calloutProps: { calloutMinWidth: 220 } }}
            menuIconProps={{ iconName: 'None', styles: { root: { display: 'none' } } }}
            onRenderText={() => (
                <PersonaCoin
                    text={user.fullName}
                    size={PersonaSize.size32}
                    styles={{ initials: { color: color.onHeader, background: color.brand } }}
                />
            )}
            styles={{
                root: {
                    minWidth: 40,
                    width: 40,
                    height: 40,
                    padding: 0,
                    border: 0,
                    borderRadius: 20,
                    background: 'transparent',
                },
                rootHovered: { background: color.headerHover },
                rootPressed: { background: color.headerHover },
                rootExpanded: { background: color.headerHover },
                flexContainer: { justifyContent: 'center' },
            }}
        />
    );
}

/** A language by its own name, so that everybody finds theirs. */
function languageName(lcid: number): string {
    const NAMES: Readonly<Record<number, string>> = {
        1031: 'Deutsch',
        1033: 'English',
        1034: 'Español',
        1036: 'Français',
        1040: 'Italiano',
        1043: 'Nederlands',
        1046: 'Português (Brasil)',
        3082: 'Español',
    };
    return NAMES[lcid] ?? String(lcid);
}
