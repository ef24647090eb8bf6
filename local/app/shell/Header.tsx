import React from 'react';
import { IconButton } from '@fluentui/react/lib/Button';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { usePlatform } from '../platform/platform-context';
import { defaultRoute } from '../platform/create-platform';
import { addressOf } from '../platform/route';
import { color } from '../platform/theme';
import { GlobalSearch } from './GlobalSearch';
import { UserMenu } from './UserMenu';

export interface HeaderProps {
    readonly narrow: boolean;
    readonly menuOpen: boolean;
    readonly onMenu: () => void;
}

/** The bar on top: site map button, the app's name, search, the user. */
export function Header(props: HeaderProps): JSX.Element {
    const { narrow, menuOpen, onMenu } = props;
    const { app, environment, navigation, texts } = usePlatform();
    const several = environment.apps.length > 1;
    const home = defaultRoute(app);
    return (
        <header className={styles.root}>
            <IconButton
                iconProps={{ iconName: narrow ? 'GlobalNavButton' : several ? 'Waffle' : 'GlobalNavButton' }}
                ariaLabel={narrow || !several ? texts('shell.siteMap') : texts('shell.apps')}
                title={narrow || !several ? texts('shell.siteMap') : texts('shell.apps')}
                {...(narrow || !several
                    ? { onClick: onMenu, 'aria-expanded': menuOpen }
                    : {
                          menuIconProps: { iconName: 'None', styles: { root: { display: 'none' } } },
                          menuProps: {
                              items: environment.apps.map((one) => ({
                                  key: one.id,
                                  text: one.name,
                                  canCheck: true,
                                  checked: one.id === app.id,
                                  href: `/main.aspx?appid=${one.id}`,
                              })),
                          },
                      })}
                styles={headerButton}
            />
            <a
                href={addressOf(home)}
                className={styles.name}
                onClick={(event) => {
                    event.preventDefault();
                    void navigation.go(home);
                }}
            >
                {app.name}
            </a>
            <div className={styles.middle}>
                <GlobalSearch narrow={narrow} />
            </div>
            <UserMenu environment={environment} texts={texts} />
        </header>
    );
}

export const headerButton = {
    root: { color: color.onHeader, height: 40, width: 40, borderRadius: 4 },
    rootHovered: { color: color.onHeader, background: color.headerHover },
    rootPressed: { color: color.onHeader, background: color.headerHover },
    rootExpanded: { color: color.onHeader, background: color.headerHover },
    icon: { fontSize: 18, color: color.onHeader },
} as const;

const styles = mergeStyleSets({
    root: {
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        height: 48,
        padding: '0 8px 0 4px',
        flex: 'none',
        background: color.header,
        color: color.onHeader,
        // Focus rings are dark by default; on the dark bar they have to be light.
        selectors: {
            'a:focus-visible, button:focus-visible': { outline: `2px solid ${color.onHeader}`, outlineOffset: -3 },
        },
    },
    name: {
        color: color.onHeader,
        textDecoration: 'none',
        fontWeight: 600,
        fontSize: 16,
        padding: '4px 8px',
        borderRadius: 4,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        minWidth: 60,
        selectors: { ':hover': { background: color.headerHover } },
    },
    middle: { flex: 1, display: 'flex', justifyContent: 'center', minWidth: 40 },
});
