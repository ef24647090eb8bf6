import React, { useEffect, useRef, useState } from 'react';
import { IconButton } from '@fluentui/react/lib/Button';
import { Callout, DirectionalHint } from '@fluentui/react/lib/Callout';
import { Link } from '@fluentui/react/lib/Link';
import { SearchBox } from '@fluentui/react/lib/SearchBox';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { usePlatform } from '../platform/platform-context';
import { addressOf } from '../platform/route';
import { color } from '../platform/theme';
import type { Route } from '../platform/types';
import { headerButton } from './Header';
import { searchApp, type FoundTable } from './search-app';

/** Searches the tables of the app at once, by each table's quick find columns. */
export function GlobalSearch(props: { readonly narrow: boolean }): JSX.Element {
    const platform = usePlatform();
    const { texts, app } = platform;
    const box = useRef<HTMLDivElement>(null);
    const [open, setOpen] = useState(!props.narrow);
    const [asked, setAsked] = useState('');
    const [found, setFound] = useState<readonly FoundTable[]>();

    useEffect(() => setOpen(!props.narrow), [props.narrow]);
    useEffect(() => {
        let current = true;
        setFound(undefined);
        if (asked) {
            void searchApp(platform, asked).then((result) => current && setFound(result));
        }
        return () => {
            current = false;
        };
    }, [platform, asked]);

    const close = (): void => {
        setAsked('');
        setOpen(!props.narrow);
    };

    if (!open) {
        return (
            <div className={styles.end}>
                <IconButton
                    iconProps={{ iconName: 'Search' }}
                    ariaLabel={texts('shell.search')}
                    title={texts('shell.search')}
                    onClick={() => setOpen(true)}
                    styles={headerButton}
                />
            </div>
        );
    }
    return (
        <div ref={box} className={styles.box} role="search">
            <SearchBox
                placeholder={texts('shell.search')}
                ariaLabel={texts('shell.search')}
                onSearch={(text) => setAsked(text.trim())}
                onClear={close}
                onEscape={close}
                autoFocus={props.narrow}
                styles={{ root: { borderRadius: 4, border: '1px solid transparent', height: 32 } }}
            />
            {asked && (
                <Callout
                    target={box}
                    directionalHint={DirectionalHint.bottomCenter}
                    isBeakVisible={false}
                    onDismiss={() => setAsked('')}
                    setInitialFocus
                    calloutWidth={Math.min(560, window.innerWidth - 16)}
                    calloutMaxHeight={560}
                    role="dialog"
                    ariaLabel={texts('shell.searchResults', asked)}
                >
                    <div className={styles.results}>
                        {!found && <Spinner label={texts('shell.loading')} />}
                        {found?.length === 0 && <div role="status">{texts('shell.searchNothing', asked)}</div>}
                        {found?.map(({ table, rows }) => (
                            <section key={table.logicalName} aria-label={table.displayCollectionName}>
                                <h2 className={styles.heading}>{table.displayCollectionName}</h2>
                                {rows.map((row) => {
                                    const route: Route = { page: 'form', app: app.id, table: row.table, id: row.id };
                                    return (
                                        <Link
                                            key={row.id}
                                            href={addressOf(route)}
                                            className={styles.result}
                                            onClick={(event: React.MouseEvent) => {
                                                event.preventDefault();
                                                close();
                                                void platform.navigation.go(route);
                                            }}
                                        >
                                            {row.name || '—'}
                                        </Link>
                                    );
                                })}
                            </section>
                        ))}
                    </div>
                </Callout>
            )}
        </div>
    );
}

const styles = mergeStyleSets({
    box: { width: 'min(420px, 100%)' },
    end: { flex: 1, display: 'flex', justifyContent: 'flex-end' },
    results: { padding: '8px 16px 16px' },
    heading: { fontSize: 12, fontWeight: 600, color: color.textTertiary, margin: '12px 0 4px' },
    result: { display: 'block', padding: '6px 0', textAlign: 'left' },
});
