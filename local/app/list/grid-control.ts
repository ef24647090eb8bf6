/**
 * The Client API's view of a grid: what ribbon commands get as SelectedControl and scripts as GridControl
 * (Microsoft Learn, "Grids and subgrids in model-driven apps").
 */
import { ItemCollection } from '../form/client-api/item-collection';
import { bracedId } from '../platform/guid';
import type { GridModel, GridRow } from './grid-model';
import { rowValue } from '../platform/row-annotations';

export interface GridControlOptions {
    /** 1 home page grid, 2 subgrid. */
    readonly gridType: 1 | 2;
    readonly name: string;
    /** Changes the view, where the page lets the user do so too. */
    readonly setView?: (viewId: string) => void;
    /** Subgrids: the relationship that fills it. */
    readonly relationship?: object;
}

/** The grid context over a model. One per grid, so that scripts can compare it. */
export function createGridControl(model: GridModel, options: GridControlOptions): Xrm.Controls.GridControl {
    const { table } = model.source;
    const handlers = new Map<unknown, () => void>();

    const selected = (): readonly GridRow[] => {
        const ids = new Set(model.state.selectedIds);
        return model.state.rows.filter((row) => ids.has(row.id));
    };
    const collection = (of: () => readonly GridRow[]): ItemCollection<GridRowContext> =>
        new ItemCollection(
            () => of().map((row) => gridRowContext(model, row)),
            (row) => row.getKey(),
        );
    const rows = collection(() => model.state.rows);
    const selectedRows = collection(selected);
    const grid = {
        getRows: () => rows,
        getSelectedRows: () => selectedRows,
        getTotalRecordCount: () => model.state.totalCount,
    };
    const viewSelector = {
        getCurrentView: () => ({
            entityType: 'savedquery',
            id: bracedId(model.source.viewId ?? '00000000-0000-0000-0000-000000000000'),
            name: model.source.viewName ?? '',
        }),
        setCurrentView: (view: { readonly id: string }) => options.setView?.(view.id),
        isVisible: () => options.setView !== undefined,
    };
    const control = {
        getName: () => options.name,
        getControlType: () => 'subgrid',
        getEntityName: () => table.logicalName,
        getFetchXml: () => model.fetchXml(),
        getGrid: () => grid,
        getGridType: () => options.gridType,
        getRelationship: () => options.relationship ?? null,
        getViewSelector: () => viewSelector,
        refresh: () => void model.refresh(),
        refreshRibbon: () => model.announce(),
        addOnLoad(handler: (context: object) => void) {
            const call = (): void => handler({ getEventSource: () => control, getDepth: () => 1 });
            handlers.set(handler, call);
            model.addOnLoad(call);
        },
        removeOnLoad(handler: (context: object) => void) {
            const call = handlers.get(handler);
            if (call) {
                model.removeOnLoad(call);
                handlers.delete(handler);
            }
        },
        getVisible: () => true,
        getLabel: () => model.source.viewName ?? table.displayCollectionName,
    };
    return control as unknown as Xrm.Controls.GridControl;
}

interface GridRowContext {
    readonly data: object;
    getData(): object;
    /** The row's plain id. */
    getKey(): string;
}

function gridRowContext(model: GridModel, row: GridRow): GridRowContext {
    const reference = { entityType: row.table, id: bracedId(row.id), name: row.name };
    const attribute = (name: string): object => ({
        getName: () => name,
        getKey: () => name,
        getValue: () => rowValue(row.values, name) ?? null,
    });
    const names = model.state.columns.map((column) => column.name);
    const entity = {
        getId: () => reference.id,
        getEntityName: () => row.table,
        getEntityReference: () => reference,
        getPrimaryAttributeValue: () => row.name,
        attributes: {
            forEach: (visit: (item: object, index: number) => void) => names.map(attribute).forEach(visit),
            get: (name?: string) =>
                name === undefined ? names.map(attribute) : names.includes(name) ? attribute(name) : null,
            getLength: () => names.length,
        },
    };
    // Older scripts write row.getData().getEntity(), newer ones row.data.entity.
    const data = { entity, getEntity: () => entity };
    return { data, getData: () => data, getKey: () => row.id };
}
