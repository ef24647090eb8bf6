import React, { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { SearchBox } from '@fluentui/react/lib/SearchBox';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { ClientTable, ClientView } from '../../dataverse/client/types';
import { plainId } from '../platform/guid';
import { usePlatform } from '../platform/platform-context';
import { rowValue } from '../platform/row-annotations';
import { color } from '../platform/theme';
import type { CommandTarget, PlatformMenuItem, Route } from '../platform/types';
import { useSubscription } from '../platform/use-subscription';
import { CommandBar } from '../ribbon/CommandBar';
import { ControlHost } from '../shell/control-host';
import { ErrorPage } from '../shell/ErrorPage';
import { gridCommands } from './grid-commands';
import { createGridControl } from './grid-control';
import { createGridModel, quickFindFetch, selectedRows, type GridRow } from './grid-model';
import { GridPager } from './GridPager';
import { RecordGrid } from './RecordGrid';
import { ViewSelector } from './ViewSelector';
import { readFirstChoice, rememberChoice } from './remembered-choice';
import { useComponentLabels } from './use-component-labels';

export type ListRoute = Extract<Route, { page: 'list' }>;

const PUBLIC_VIEW = 0;
/** Choice of "Show as" that stands for the grid itself. */
const READ_ONLY_GRID = 'grid';

/** The page of a table: its views as a grid, or in a code component bound to it. */
export function ListPage(props: { readonly route: ListRoute }): JSX.Element {
    const { route } = props;
    const platform = usePlatform();
    const [table, setTable] = useState<ClientTable>();
    const [error, setError] = useState<Error>();

    useEffect(() => {
        let current = true;
        setTable(undefined);
        setError(undefined);
        platform.table(route.table).then(
            (loaded) => current && setTable(loaded),
            (reason: unknown) => current && setError(reason instanceof Error ? reason : new Error(String(reason))),
        );
        return () => {
            current = false;
        };
    }, [platform, route.table]);

    if (error) {
        return <ErrorPage error={error} />;
    }
    if (!table) {
        return <Spinner label={platform.texts('list.loading')} styles={{ root: { marginTop: 48 } }} />;
    }
    return <TableList key={table.logicalName} table={table} route={route} />;
}

function TableList(props: { readonly table: ClientTable; readonly route: ListRoute }): JSX.Element {
    const { table, route } = props;
    const { texts } = usePlatform();
    const views = useMemo(
        () => table.views.filter((view) => view.queryType === PUBLIC_VIEW || view.isPersonal),
        [table],
    );
    const view =
        views.find((one) => plainId(one.id) === plainId(route.viewId ?? '')) ??
        views.find((one) => one.isDefault) ??
        views[0];
    return view ? (
        <ViewList table={table} views={views} view={view} />
    ) : (
        <ErrorPage error={new Error(texts('list.noViews', table.displayCollectionName))} />
    );
}

function ViewList(props: {
    readonly table: ClientTable;
    readonly views: readonly ClientView[];
    readonly view: ClientView;
}): JSX.Element {
    const { table, views, view } = props;
    const platform = usePlatform();
    const { texts, navigation } = platform;
    const [model] = useState(() => createGridModel(platform, sourceOf(table, view)));
    useSubscription(model.subscribe);

    const showView = useCallback(
        (id: string) =>
            void navigation.go({ page: 'list', app: platform.app.id, table: table.logicalName, viewId: plainId(id) }),
        [navigation, platform.app.id, table.logicalName],
    );
    useEffect(() => {
        if (model.source.viewId !== view.id) {
            void model.setSource(sourceOf(table, view));
        }
    }, [model, table, view]);

    const components = table.gridControls;
    const [shownAs, setShownAs] = useState(() =>
        readFirstChoice(`show-as:${table.logicalName}`, waysToShow(components)),
    );
    const component = components.find((one) => one.name === shownAs);
    const open = useCallback(
        (row: GridRow) => void navigation.go({ page: 'form', app: platform.app.id, table: row.table, id: row.id }),
        [navigation, platform.app.id],
    );

    const control = useMemo(
        () => createGridControl(model, { gridType: 1, name: 'crmGrid', setView: showView }),
        [model, showView],
    );
    const labelOf = useComponentLabels(components.map(({ name }) => name));
    const target = useMemo((): CommandTarget => {
        const showAs = (key: string): void => {
            rememberChoice(`show-as:${table.logicalName}`, key);
            // What was selected in the one would be selected unseen in the other.
            model.select([]);
            setShownAs(key);
        };
        const menu: PlatformMenuItem[] = [
            {
                key: READ_ONLY_GRID,
                label: texts('list.readOnlyGrid'),
                checked: shownAs === READ_ONLY_GRID,
                choose: () => showAs(READ_ONLY_GRID),
            },
            ...components.map((one) => ({
                key: one.name,
                label: labelOf(one.name),
                checked: one.name === shownAs,
                choose: () => showAs(one.name),
            })),
        ];
        return {
            location: 'HomepageGrid',
            table,
            primaryControl: control,
            selectedControl: control,
            get selectedIds() {
                return model.state.selectedIds;
            },
            get allIds() {
                return model.state.rows.map((row) => row.id);
            },
            formType: 0,
            valueOf: (column) => commonValue(selectedRows(model.state), column),
            platformCommands: gridCommands(platform, model),
            platformMenus: { 'Platform.Grid.showAs': menu },
            subscribe: model.subscribe,
        };
    }, [table, model, control, platform, texts, components, shownAs, labelOf]);

    return (
        <div className={styles.page}>
            <CommandBar target={target} label={texts('list.commands', table.displayCollectionName)} />
            <section className={styles.card} aria-label={view.name}>
                <div className={styles.head}>
                    <ViewSelector views={views} selected={view} onSelect={(one) => showView(one.id)} texts={texts} />
                    {quickFindFetch(table) && (
                        <SearchBox
                            className={styles.search}
                            placeholder={texts('list.search')}
                            ariaLabel={texts('list.search')}
                            onSearch={(text) => void model.search(text ?? '')}
                            onClear={() => void model.search('')}
                            styles={{ root: { borderRadius: 4 } }}
                        />
                    )}
                </div>
                {component ? (
                    <div className={styles.component}>
                        <Suspense fallback={<Spinner label={texts('list.loading')} />}>
                            <ControlHost binding={component} table={table} view={view} model={model} onOpen={open} />
                        </Suspense>
                    </div>
                ) : (
                    <>
                        <RecordGrid model={model} label={view.name} onOpen={open} fill />
                        <GridPager model={model} />
                    </>
                )}
            </section>
        </div>
    );
}

/** Keys of the ways to show a list, the one that it opens with first. */
function waysToShow(components: ClientTable['gridControls']): readonly string[] {
    const names = (opensFirst: boolean): readonly string[] =>
        components.filter((one) => (one.opensFirst ?? false) === opensFirst).map((one) => one.name);
    return [...names(true), READ_ONLY_GRID, ...names(false)];
}

function sourceOf(table: ClientTable, view: ClientView): Parameters<typeof createGridModel>[1] {
    return { table, fetchXml: view.fetchXml, layoutXml: view.layoutXml, viewId: view.id, viewName: view.name };
}

/** The value that all rows share; undefined when they differ or do not hold the column. */
function commonValue(rows: readonly GridRow[], column: string): unknown {
    const [first, ...rest] = rows.map((row) => rowValue(row.values, column));
    return rest.every((value) => value === first) ? first : undefined;
}

const styles = mergeStyleSets({
    page: {
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
        height: '100%',
        padding: 8,
        boxSizing: 'border-box',
        minHeight: 0,
    },
    card: {
        flex: 1,
        minHeight: 0,
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        background: color.surface,
        borderRadius: 8,
        boxShadow: color.shadow,
        overflow: 'hidden',
    },
    head: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 16px',
        padding: '12px 16px 12px 12px',
        justifyContent: 'space-between',
        flex: 'none',
    },
    search: { width: 'min(300px, 100%)' },
    component: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', position: 'relative' },
});
