import { bracedId } from '../../platform/guid';
import type { FormControl } from '../model/control';
import type { Handler } from '../model/handlers';
import type { SubgridConnection, SubgridRow } from '../model/subgrid-connection';
import type { ClientApi } from './client-api';
import { ItemCollection } from './item-collection';
import { unsupported } from './unsupported';

/** GridControlContext.FormContextRelated. */
const FORM_CONTEXT_RELATED = 4;

/** What a subgrid's control has besides the members of every control. */
export function gridMembers(api: ClientApi, control: FormControl): object {
    const grid = {
        getRows: () => rowCollection(control, () => control.grid?.rows ?? []),
        getSelectedRows: () =>
            rowCollection(control, () => (control.grid?.rows ?? []).filter(({ id }) => isSelected(control, id))),
        getTotalRecordCount: () => control.grid?.totalCount ?? -1,
    };
    return {
        addOnLoad: (handler: Handler) => control.gridLoadHandlers.add(handler),
        removeOnLoad: (handler: Handler) => control.gridLoadHandlers.remove(handler),
        getContextType: () => FORM_CONTEXT_RELATED,
        getEntityName: () => control.grid?.table ?? control.definition.parameters.TargetEntityType ?? '',
        getFetchXml: () => loaded(control).fetchXml,
        getGrid: () => grid,
        getRelationship: () => {
            const { relationship } = loaded(control);
            return relationship === null
                ? null
                : {
                      name: relationship.name,
                      attributeName: relationship.attributeName,
                      navigationPropertyName: relationship.navigationPropertyName,
                      relationshipType: relationship.isManyToMany ? 1 : 0,
                      roleType: relationship.isManyToMany ? 2 : 1,
                  };
        },
        getUrl: unsupported('getUrl of a subgrid'),
        getViewSelector: () => ({
            getCurrentView: () => loaded(control).view,
            isVisible: () => control.definition.parameters.EnableViewPicker === 'true',
            setCurrentView: (view: Xrm.LookupValue) => loaded(control).setView(view.id),
        }),
        openRelatedGrid: unsupported('openRelatedGrid'),
        refresh: () => control.grid?.refresh(),
        refreshRibbon: () => api.form.refreshRibbon(),
    };
}

/** @throws Error that names the subgrid while it has not been drawn yet; its OnLoad event says when it has */
function loaded(control: FormControl): SubgridConnection {
    if (control.grid === null) {
        throw new Error(`Subgrid "${control.name}" is not loaded yet; use its addOnLoad.`);
    }
    return control.grid;
}

function isSelected(control: FormControl, id: string): boolean {
    return control.grid?.selectedIds.includes(id) === true;
}

function rowCollection(
    control: FormControl,
    rows: () => readonly SubgridRow[],
): Xrm.Collection.ItemCollection<Xrm.Controls.Grid.GridRow> {
    return new ItemCollection(
        () => rows().map((row) => gridRow(control.grid?.table ?? '', row)),
        (row) => row.getData().getEntity().getId(),
    );
}

function gridRow(table: string, row: SubgridRow): Xrm.Controls.Grid.GridRow {
    const entity = {
        getEntityName: () => table,
        getId: () => bracedId(row.id),
        getPrimaryAttributeValue: () => row.name,
        getEntityReference: () => ({ entityType: table, id: bracedId(row.id), name: row.name }),
    };
    // Rows of a read-only grid have no attributes of their own on the platform either.
    return { data: { entity } as unknown as Xrm.Data, getData: () => ({ getEntity: () => entity }) };
}
