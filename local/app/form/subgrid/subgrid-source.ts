import type { ClientManyToMany, ClientRelationship, ClientTable, ClientView } from '../../../dataverse/client/types';
import { withFilter } from '../../list/view-fetch';
import type { GridSource } from '../../list/grid-model';
import { plainId } from '../../platform/guid';
import type { Platform } from '../../platform/types';
import type { FormControl } from '../model/control';
import type { FormModel } from '../model/form-model';
import type { SubgridRelationship } from '../model/subgrid-connection';

/** What a subgrid shows and how its rows belong to the form's row. */
export interface SubgridDefinition {
    readonly table: ClientTable;
    readonly views: readonly ClientView[];
    readonly view: ClientView;
    readonly oneToMany?: ClientRelationship;
    readonly manyToMany?: ClientManyToMany;
}

/**
 * Reads a subgrid control's parameters.
 * @throws Error that names the subgrid when its table or relationship does not exist
 */
export async function subgridDefinition(
    platform: Platform,
    form: FormModel,
    control: FormControl,
    viewId?: string,
): Promise<SubgridDefinition> {
    const { TargetEntityType, RelationshipName = '', ViewId = '', ViewIds = '' } = control.definition.parameters;
    if (TargetEntityType === undefined) {
        throw new Error(`Subgrid "${control.name}" of form "${form.definition.name}" names no TargetEntityType.`);
    }
    const table = await platform.table(TargetEntityType);
    const same = (name: string): boolean => name.toLowerCase() === RelationshipName.toLowerCase();
    const oneToMany = form.table.oneToMany.find(({ schemaName }) => same(schemaName));
    const manyToMany = form.table.manyToMany.find(({ schemaName }) => same(schemaName));
    if (RelationshipName !== '' && oneToMany === undefined && manyToMany === undefined) {
        throw new Error(
            `Subgrid "${control.name}": table ${form.table.logicalName} has no relationship "${RelationshipName}".`,
        );
    }
    const usable = table.views.filter(({ queryType }) => queryType === 0 || queryType === 2);
    const wanted = plainId(viewId ?? ViewId);
    const view =
        table.views.find(({ id }) => plainId(id) === wanted) ??
        usable.find(({ queryType }) => queryType === 2) ??
        usable.find(({ isDefault }) => isDefault) ??
        usable[0];
    if (view === undefined) {
        throw new Error(`Subgrid "${control.name}": table ${table.logicalName} has no view to show.`);
    }
    const offered = ViewIds === '' ? usable : usable.filter(({ id }) => ViewIds.toLowerCase().includes(plainId(id)));
    return {
        table,
        views: offered,
        view,
        ...(oneToMany === undefined ? {} : { oneToMany }),
        ...(manyToMany === undefined ? {} : { manyToMany }),
    };
}

/** The query of a subgrid's rows for the form's row. */
export function subgridSource(form: FormModel, definition: SubgridDefinition): GridSource {
    const { table, view, oneToMany, manyToMany } = definition;
    const id = form.id ?? '00000000-0000-0000-0000-000000000000';
    let { fetchXml } = view;
    if (oneToMany !== undefined) {
        fetchXml = withFilter(
            fetchXml,
            `<filter><condition attribute="${oneToMany.referencingColumn}" operator="eq" value="${id}"/></filter>`,
        );
    } else if (manyToMany !== undefined) {
        // The way the Sales app asks for an N:N subgrid: through the intersect table, whose inner link is `bb`.
        fetchXml = withFilter(
            fetchXml,
            `<link-entity name="${manyToMany.intersectTable}" intersect="true" visible="false" ` +
                `from="${manyToMany.otherColumn}" to="${table.primaryIdColumn}">` +
                `<link-entity name="${form.table.logicalName}" alias="bb" from="${form.table.primaryIdColumn}" ` +
                `to="${manyToMany.column}"><filter><condition attribute="${form.table.primaryIdColumn}" operator="eq" ` +
                `value="${id}"/></filter></link-entity></link-entity>`,
        );
    }
    return { table, fetchXml, layoutXml: view.layoutXml, viewId: view.id, viewName: view.name };
}

/** The relationship as the Client API's GridControl gives it. */
export function relationshipOf(definition: SubgridDefinition): SubgridRelationship | null {
    const { oneToMany, manyToMany } = definition;
    if (oneToMany !== undefined) {
        return {
            name: oneToMany.schemaName,
            attributeName: oneToMany.referencingColumn,
            navigationPropertyName: oneToMany.collectionNavigationProperty,
            isManyToMany: false,
        };
    }
    return manyToMany === undefined
        ? null
        : {
              name: manyToMany.schemaName,
              attributeName: manyToMany.column,
              navigationPropertyName: manyToMany.navigationProperty,
              isManyToMany: true,
          };
}
