/**
 * What a ribbon action or rule is called with.
 * (Microsoft Learn, "CrmParameter element": the values it may have.)
 */
import { bracedId } from '../platform/guid';
import type { CommandTarget, Platform } from '../platform/types';
import type { RibbonParameter } from './ribbon-definition';

export interface ParameterContext {
    readonly target: CommandTarget;
    readonly platform: Pick<Platform, 'environment'>;
    /** Id of the control that was clicked; rules have none. */
    readonly controlId?: string;
    /** Id of the command. */
    readonly commandId: string;
}

/** @throws Error that names a CrmParameter which is not supported */
export function parameterValue(parameter: RibbonParameter, context: ParameterContext): unknown {
    switch (parameter.kind) {
        case 'String':
            return parameter.value;
        case 'Bool':
            return parameter.value === 'true' || parameter.value === '1';
        case 'Int':
            return Number.parseInt(parameter.value, 10);
        case 'Decimal':
            return Number.parseFloat(parameter.value);
        case 'Crm':
            return crmParameter(parameter.value, context);
    }
}

function crmParameter(name: string, context: ParameterContext): unknown {
    const { target, platform } = context;
    const selected = target.selectedIds;
    const primaryIds = target.recordId ? [target.recordId] : target.location === 'Form' ? [] : selected;
    const onForm = target.location === 'Form';
    switch (name) {
        case 'PrimaryControl':
            return target.primaryControl;
        case 'SelectedControl':
            return target.selectedControl;
        case 'PrimaryEntityTypeName':
            return primaryTable(target).logicalName;
        case 'PrimaryEntityTypeCode':
            return primaryTable(target).code;
        case 'SelectedEntityTypeName':
            return target.table.logicalName;
        case 'SelectedEntityTypeCode':
            return target.table.objectTypeCode;
        case 'FirstPrimaryItemId':
            return primaryIds[0] === undefined ? null : bracedId(primaryIds[0]);
        case 'PrimaryItemIds':
            return primaryIds.map(bracedId);
        case 'FirstSelectedItemId':
            return selected[0] === undefined ? null : bracedId(selected[0]);
        case 'SelectedControlSelectedItemIds':
            return selected.map(bracedId);
        case 'SelectedControlSelectedItemCount':
            return selected.length;
        case 'SelectedControlSelectedItemReferences':
            return selected.map((id) => reference(target, id));
        case 'SelectedControlAllItemIds':
            return target.allIds.map(bracedId);
        case 'SelectedControlAllItemCount':
            return target.allIds.length;
        case 'SelectedControlAllItemReferences':
            return target.allIds.map((id) => reference(target, id));
        case 'SelectedControlUnselectedItemIds':
            return target.allIds.filter((id) => !selected.includes(id)).map(bracedId);
        case 'SelectedControlUnselectedItemCount':
            return target.allIds.length - selected.length;
        case 'SelectedControlUnselectedItemReferences':
            return target.allIds.filter((id) => !selected.includes(id)).map((id) => reference(target, id));
        case 'CommandProperties':
            return {
                SourceControlId: context.controlId ?? '',
                CommandValueId: null,
                MenuItemId: context.controlId ?? null,
                SourceControlIdSuffix: context.controlId ?? '',
            };
        case 'OrgName':
            return platform.environment.organization.name;
        case 'OrgLcid':
            return platform.environment.organization.baseLanguage;
        case 'UserLcid':
            return platform.environment.user.language;
        default:
            throw new Error(
                `CrmParameter "${name}" is not supported here (local Dataverse)${onForm ? ' on a form' : ''}.`,
            );
    }
}

/** On a subgrid the primary table is that of the form around it. */
function primaryTable(target: CommandTarget): { logicalName: string; code: number | null } {
    if (target.location === 'SubGrid') {
        const form = target.primaryControl as
            | { data?: { entity?: { getEntityName?: () => string } } }
            | null
            | undefined;
        const name = form?.data?.entity?.getEntityName?.();
        if (name) {
            return { logicalName: name, code: name === target.table.logicalName ? target.table.objectTypeCode : null };
        }
    }
    return { logicalName: target.table.logicalName, code: target.table.objectTypeCode };
}

function reference(target: CommandTarget, id: string): object {
    return {
        Id: bracedId(id),
        Name: nameOf(target, id),
        TypeCode: target.table.objectTypeCode,
        TypeName: target.table.logicalName,
    };
}

function nameOf(target: CommandTarget, id: string): string {
    const control = target.selectedControl as
        | {
              getGrid?: () => {
                  getRows: () => {
                      get: (id: string) => { data: { entity: { getPrimaryAttributeValue(): string } } } | null;
                  };
              };
          }
        | null
        | undefined;
    return control?.getGrid?.().getRows().get(id)?.data.entity.getPrimaryAttributeValue() ?? '';
}
