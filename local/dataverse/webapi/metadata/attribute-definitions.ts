/** AttributeMetadata and the types derived from it. Microsoft Learn, "AttributeMetadata EntityType". */
import type { Column, ColumnType, Table } from '../../metadata/types';
import type { JsonObject } from '../body';
import { labelJson, managed, type Definition } from './definition';
import { definitionId } from './definition-id';
import { columnOptionSet } from './option-set-definitions';

/** Types whose AttributeType is Virtual although they have a type of their own. */
const VIRTUAL: ReadonlySet<ColumnType> = new Set(['MultiSelectPicklist', 'Image', 'File', 'Virtual']);

export function attributeType(column: Column): string {
    switch (column.type) {
        case 'Customer':
        case 'Owner':
        case 'PartyList':
            return 'LookupAttributeMetadata';
        case 'Uniqueidentifier':
            return 'UniqueIdentifierAttributeMetadata';
        case 'Virtual':
            return 'AttributeMetadata';
        default:
            return `${column.type}AttributeMetadata`;
    }
}

export function attributeDefinition(table: Table, column: Column, language: number): Definition {
    const type = attributeType(column);
    const json = {
        '@odata.type': `#Microsoft.Dynamics.CRM.${type}`,
        MetadataId: definitionId(`column:${table.logicalName}.${column.logicalName}`),
        HasChanged: null,
        AttributeOf: column.attributeOf ?? null,
        AttributeType: VIRTUAL.has(column.type) ? 'Virtual' : column.type,
        AttributeTypeName: { Value: `${column.type}Type` },
        ColumnNumber: null,
        EntityLogicalName: table.logicalName,
        LogicalName: column.logicalName,
        SchemaName: column.schemaName,
        ExternalName: null,
        DisplayName: labelJson(column.displayName, language),
        Description: labelJson(column.description, language),
        RequiredLevel: managed(column.requiredLevel, 'canmodifyrequirementlevelsettings'),
        IsCustomAttribute: column.isCustom,
        IsLogical: column.isLogical,
        IsManaged: false,
        IsPrimaryId: column.logicalName === table.primaryIdColumn,
        IsPrimaryName: column.logicalName === table.primaryNameColumn,
        IsValidForCreate: column.validForCreate,
        IsValidForRead: column.validForRead,
        IsValidForUpdate: column.validForUpdate,
        IsValidODataAttribute: column.visibleToWebApi,
        IsSecured: false,
        CanBeSecuredForRead: false,
        CanBeSecuredForCreate: false,
        CanBeSecuredForUpdate: false,
        IsFilterable: true,
        IsSearchable: true,
        IsRetrievable: column.validForRead,
        IsCustomizable: managed(true, 'iscustomizable'),
        IsRenameable: managed(true, 'isrenameable'),
        IsValidForAdvancedFind: managed(column.attributeOf === undefined, 'canmodifysearchsettings'),
        IsAuditEnabled: managed(false, 'canmodifyauditsettings'),
        IsGlobalFilterEnabled: managed(false, 'canmodifyglobalfiltersettings'),
        IsSortableEnabled: managed(true, 'canmodifyissortablesettings'),
        SourceType: 0,
        AutoNumberFormat: column.type === 'String' ? '' : undefined,
        ...typeProperties(column),
    };
    const optionSet = (): Definition | null => columnOptionSet(table.logicalName, column, language);
    return {
        type,
        json: Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined)),
        navigations: column.optionSet
            ? { OptionSet: optionSet, GlobalOptionSet: () => (column.optionSet?.isGlobal ? optionSet() : null) }
            : {},
    };
}

function typeProperties(column: Column): JsonObject {
    switch (column.type) {
        case 'String':
            return {
                MaxLength: column.maxLength ?? 100,
                Format: column.format ?? 'Text',
                FormatName: { Value: column.format ?? 'Text' },
                ImeMode: 'Auto',
            };
        case 'Memo':
            return { MaxLength: column.maxLength ?? 2000, Format: column.format ?? 'TextArea', ImeMode: 'Auto' };
        case 'Integer':
            return {
                MinValue: column.minValue ?? -2147483648,
                MaxValue: column.maxValue ?? 2147483647,
                Format: column.format ?? 'None',
            };
        case 'BigInt':
            return { MinValue: column.minValue ?? null, MaxValue: column.maxValue ?? null };
        case 'Decimal':
        case 'Double':
            return {
                MinValue: column.minValue ?? null,
                MaxValue: column.maxValue ?? null,
                Precision: column.precision ?? 2,
            };
        case 'Money':
            return {
                MinValue: column.minValue ?? null,
                MaxValue: column.maxValue ?? null,
                Precision: column.precision ?? 2,
                PrecisionSource: column.precisionSource ?? 2,
                IsBaseCurrency: column.logicalName.endsWith('_base'),
            };
        case 'DateTime':
            return {
                Format: column.format ?? 'DateAndTime',
                DateTimeBehavior: { Value: column.dateTimeBehavior ?? 'UserLocal' },
            };
        case 'Lookup':
        case 'Customer':
        case 'Owner':
        case 'PartyList':
            return { Targets: column.targets ?? [] };
        case 'Boolean':
            return { DefaultValue: column.defaultValue === true || column.defaultValue === 1 };
        case 'Picklist':
        case 'MultiSelectPicklist':
        case 'State':
        case 'Status':
            return { DefaultFormValue: typeof column.defaultValue === 'number' ? column.defaultValue : -1 };
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Uniqueidentifier':
        case 'Virtual':
            return {};
    }
}
