import React, { useEffect, useRef, useState } from 'react';
import { DefaultButton, IconButton } from '@fluentui/react/lib/Button';
import { Icon } from '@fluentui/react/lib/Icon';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { ClientArea, ClientSubArea } from '../../dataverse/client/types';
import { subAreaRoute } from '../platform/create-platform';
import { usePlatform } from '../platform/platform-context';
import { addressOf } from '../platform/route';
import { color } from '../platform/theme';
import type { Route } from '../platform/types';
import { useSubscription } from '../platform/use-subscription';
import { WebResourceIcon } from '../ribbon/CommandBar';
import { tableIcon } from './table-icon';

export interface SiteMapProps {
    /** Only icons. */
    readonly collapsed: boolean;
    /** Lies over the page, on narrow windows. */
    readonly overlay: boolean;
    readonly onClose: () => void;
}

/** Where one can go in the app: the groups and entries of an area, and the switch between areas. */
export function SiteMap(props: SiteMapProps): JSX.Element {
    const { collapsed, overlay, onClose } = props;
    const { app, navigation, texts } = usePlatform();
    useSubscription(navigation.subscribe);
    const { route } = navigation;
    const areaOfRoute = app.areas.find((area) => entriesOf(area).some((entry) => leadsTo(entry, route)));
    const [chosen, setChosen] = useState<ClientArea>();
    const area = chosen ?? areaOfRoute ?? app.areas[0];
    const root = useRef<HTMLElement>(null);

    /** Opens the area with its first page; one that has none only shows its entries. */
    const openArea = (one: ClientArea): void => {
        const first = entriesOf(one)
            .map((entry) => subAreaRoute(app, entry))
            .find((known) => known !== undefined);
        if (first) {
            void navigation.go(first);
        } else {
            setChosen(one);
        }
    };

    // Whoever opens a page of another area by a link should find the site map there.
    useEffect(() => setChosen(undefined), [areaOfRoute]);
    useEffect(() => {
        if (overlay) {
            root.current?.querySelector<HTMLElement>('a, button')?.focus();
        }
    }, [overlay]);

    return (
        <>
            {overlay && <div className={styles.veil} onClick={onClose} />}
            <nav
                ref={root}
                aria-label={texts('shell.siteMap')}
                className={[styles.root, collapsed ? styles.collapsed : '', overlay ? styles.overlay : ''].join(' ')}
                onKeyDown={(event) => {
                    if (event.key === 'Escape' && overlay) {
                        onClose();
                    }
                }}
            >
                {overlay && (
                    <IconButton
                        iconProps={{ iconName: 'Cancel' }}
                        ariaLabel={texts('shell.close')}
                        title={texts('shell.close')}
                        onClick={onClose}
                        styles={{ root: { alignSelf: 'flex-end', margin: 4 } }}
                    />
                )}
                <div className={styles.groups}>
                    {area?.groups.map((group) => (
                        <div
                            key={group.id}
                            className={styles.group}
                            role="group"
                            aria-label={group.title || area.title}
                        >
                            {group.title && !collapsed && (
                                <div className={styles.groupTitle} aria-hidden="true">
                                    {group.title}
                                </div>
                            )}
                            <ul className={styles.list}>
                                {group.subAreas.map((subArea) => (
                                    <li key={subArea.id}>
                                        <Entry subArea={subArea} collapsed={collapsed} />
                                    </li>
                                ))}
                            </ul>
                        </div>
                    ))}
                </div>
                {app.areas.length > 1 && area && (
                    <DefaultButton
                        text={collapsed ? '' : area.title}
                        title={texts('shell.changeArea')}
                        ariaLabel={`${area.title}, ${texts('shell.changeArea')}`}
                        data-testid="area-switch"
                        iconProps={{ iconName: 'Sort' }}
                        menuProps={{
                            items: app.areas.map((one) => ({
                                key: one.id,
                                text: one.title,
                                canCheck: true,
                                checked: one.id === area.id,
                                onClick: () => openArea(one),
                            })),
                        }}
                        menuIconProps={{ iconName: 'None', styles: { root: { display: 'none' } } }}
                        styles={{
                            root: {
                                border: 0,
                                borderTop: `1px solid ${color.line}`,
                                borderRadius: 0,
                                background: 'transparent',
                                height: 48,
                                minWidth: 0,
                                padding: collapsed ? 0 : '0 12px',
                                flex: 'none',
                            },
                            rootHovered: { background: color.surfacePressed },
                            flexContainer: { justifyContent: collapsed ? 'center' : 'flex-start' },
                            textContainer: { flexGrow: 0 },
                            label: { fontWeight: 600 },
                        }}
                    />
                )}
            </nav>
        </>
    );
}

function Entry(props: { readonly subArea: ClientSubArea; readonly collapsed: boolean }): JSX.Element {
    const { subArea, collapsed } = props;
    const { app, navigation } = usePlatform();
    const route = subAreaRoute(app, subArea);
    const current = leadsTo(subArea, navigation.route);
    return (
        <a
            href={route ? addressOf(route) : (subArea.url ?? '#')}
            className={[styles.entry, current ? styles.current : ''].join(' ')}
            aria-current={current ? 'page' : undefined}
            title={subArea.title}
            {...(route ? {} : { target: '_blank', rel: 'noreferrer' })}
            onClick={(event) => {
                if (route && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
                    event.preventDefault();
                    void navigation.go(route);
                }
            }}
        >
            {subArea.icon ? (
                <WebResourceIcon name={subArea.icon.replace(/^\$webresource:/i, '')} size={20} />
            ) : (
                <Icon iconName={tableIcon(subArea.table)} className={styles.icon} />
            )}
            {/* Collapsed, the name is still there for screen readers. */}
            <span className={collapsed ? styles.hiddenText : styles.text}>{subArea.title}</span>
        </a>
    );
}

function entriesOf(area: ClientArea): readonly ClientSubArea[] {
    return area.groups.flatMap((group) => group.subAreas);
}

function leadsTo(subArea: ClientSubArea, route: Route): boolean {
    switch (route.page) {
        case 'list':
        case 'form':
            return subArea.table === route.table;
        case 'webresource':
            return subArea.url?.endsWith(route.name) ?? false;
        case 'apps':
            return false;
    }
}

const styles = mergeStyleSets({
    root: {
        width: 240,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        background: color.page,
        borderRight: `1px solid ${color.line}`,
        minHeight: 0,
    },
    collapsed: { width: 48 },
    overlay: {
        position: 'absolute',
        top: 0,
        bottom: 0,
        left: 0,
        zIndex: 500,
        width: 'min(280px, 85vw)',
        background: color.surface,
        boxShadow: color.shadowRaised,
    },
    veil: { position: 'absolute', inset: 0, zIndex: 499, background: 'rgba(0,0,0,0.4)' },
    groups: { flex: 1, overflowY: 'auto', padding: '8px 4px' },
    group: { marginBottom: 12 },
    groupTitle: { fontSize: 14, fontWeight: 600, padding: '8px 12px 6px', color: color.text },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    entry: {
        position: 'relative',
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        height: 40,
        padding: '0 10px',
        borderRadius: 4,
        color: color.textSecondary,
        textDecoration: 'none',
        selectors: {
            ':hover': { background: color.surfacePressed, color: color.text },
            ':focus-visible': { outline: `2px solid ${color.text}`, outlineOffset: -2 },
        },
    },
    current: {
        background: color.surfacePressed,
        color: color.text,
        fontWeight: 600,
        selectors: {
            '::before': {
                content: '""',
                position: 'absolute',
                left: 0,
                top: 10,
                bottom: 10,
                width: 3,
                borderRadius: 2,
                background: color.brandText,
            },
        },
    },
    icon: { fontSize: 18, margin: '0 4px', width: 20, textAlign: 'center' },
    text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    hiddenText: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)' },
});
