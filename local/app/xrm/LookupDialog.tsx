import React, { useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { SearchBox } from '@fluentui/react/lib/SearchBox';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { ClientTable } from '../../dataverse/client/types';
import { GridPager } from '../list/GridPager';
import { createGridModel, selectedRows, type GridModel } from '../list/grid-model';
import { RecordGrid } from '../list/RecordGrid';
import { withFilter } from '../list/view-fetch';
import { usePlatform } from '../platform/platform-context';
import { useSubscription } from '../platform/use-subscription';
import type { LookupRow, LookupRowsOptions } from './lookup-rows';

export interface LookupDialogProps {
    readonly options: LookupRowsOptions;
    readonly close: (rows: readonly LookupRow[] | undefined) => void;
}

const LOOKUP_VIEW = 64;

/** Chooses rows of one or several tables, with search. */
export function LookupDialog(props: LookupDialogProps): JSX.Element {
    const { options, close } = props;
    const platform = usePlatform();
    const { texts } = platform;
    const [tables, setTables] = useState<readonly ClientTable[]>([]);
    const [table, setTable] = useState<ClientTable>();

    useEffect(() => {
        void Promise.all(options.tables.map((name) => platform.table(name))).then(
            (loaded) => {
                setTables(loaded);
                setTable(loaded[0]);
            },
            (error: unknown) => {
                close(undefined);
                void platform.dialogs.error({ message: error instanceof Error ? error.message : String(error) });
            },
        );
        // eslint-disable-next-line react-hooks/exhaustive-deps -- a dialog opens once, for one question
    }, []);

    return (
        <div className={styles.root}>
            {tables.length > 1 && (
                <Dropdown
                    label={texts('xrm.lookupTable')}
                    selectedKey={table?.logicalName ?? null}
                    options={tables.map((one) => ({ key: one.logicalName, text: one.displayCollectionName }))}
                    onChange={(_, choice) => setTable(tables.find((one) => one.logicalName === choice?.key))}
                />
            )}
            {table && <TableRows key={table.logicalName} table={table} options={options} close={close} />}
        </div>
    );
}

function TableRows(props: LookupDialogProps & { readonly table: ClientTable }): JSX.Element {
    const { table, options, close } = props;
    const platform = usePlatform();
    const { texts } = platform;
    const [model] = useState<GridModel>(() => {
        const made = createGridModel(platform, lookupSource(table, options), { pageSize: 25 });
        if (options.searchText) {
            void made.search(options.searchText);
        }
        return made;
    });
    useSubscription(model.subscribe);
    const choose = (): void =>
        close(selectedRows(model.state).map((row) => ({ entityType: row.table, id: row.id, name: row.name })));
    return (
        <>
            <SearchBox
                placeholder={texts('xrm.lookupSearch', table.displayCollectionName)}
                ariaLabel={texts('xrm.lookupSearch', table.displayCollectionName)}
                defaultValue={options.searchText ?? ''}
                onSearch={(text) => void model.search(text ?? '')}
                onClear={() => void model.search('')}
            />
            <RecordGrid
                model={model}
                label={table.displayCollectionName}
                selectionMode={options.multiple ? 'multiple' : 'single'}
                onOpen={(row) => close([{ entityType: row.table, id: row.id, name: row.name }])}
                fill
            />
            <GridPager model={model} />
            <div className={styles.buttons}>
                <PrimaryButton
                    text={texts('xrm.lookupSelect')}
                    disabled={model.state.selectedIds.length === 0}
                    onClick={choose}
                />
                <DefaultButton text={texts('dialogs.cancel')} onClick={() => close(undefined)} />
            </div>
        </>
    );
}

function lookupSource(table: ClientTable, options: LookupRowsOptions): Parameters<typeof createGridModel>[1] {
    const views = [...table.views].filter((view) => !view.isPersonal);
    const view = views.find((one) => one.queryType === LOOKUP_VIEW) ?? views.find((one) => one.isDefault) ?? views[0];
    const name = table.primaryNameColumn ?? table.primaryIdColumn;
    const fetchXml =
        view?.fetchXml ??
        `<fetch><entity name="${table.logicalName}"><attribute name="${name}"/><order attribute="${name}"/></entity></fetch>`;
    const filters = (options.filters ?? []).filter((filter) => filter.table === table.logicalName);
    return {
        table,
        fetchXml: filters.reduce((fetch, filter) => withFilter(fetch, filter.filterXml), fetchXml),
        layoutXml: view?.layoutXml ?? `<grid><row><cell name="${name}" width="300"/></row></grid>`,
        ...(view ? { viewId: view.id, viewName: view.name } : {}),
    };
}

const styles = mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', gap: 8, flex: 1, minHeight: 0, height: '100%' },
    buttons: { display: 'flex', gap: 8, justifyContent: 'flex-end', padding: '8px 0', flex: 'none' },
});
