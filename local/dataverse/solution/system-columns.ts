/**
 * The columns that Dataverse gives every table (Microsoft Learn, "Create tables": columns that are added
 * automatically). Exports list them; hand-written solutions may leave them out.
 */
import type { TableProperties } from '../metadata/layer';
import type { Column, ColumnType, Label } from '../metadata/types';

interface NewTable {
    readonly table: string;
    readonly schemaName: string;
    readonly ownership: TableProperties['ownership'];
}

export function systemColumns({ table, schemaName, ownership }: NewTable): readonly Column[] {
    const isOwned = ownership === 'UserOwned';
    return [
        column(`${table}id`, `${schemaName}Id`, 'Uniqueidentifier', schemaName, schemaName, {
            requiredLevel: 'SystemRequired',
            validForUpdate: false,
        }),
        column('createdby', 'CreatedBy', 'Lookup', 'Created By', 'Créé par', READ_ONLY),
        column('createdon', 'CreatedOn', 'DateTime', 'Created On', 'Date de création', { ...READ_ONLY, ...TIME }),
        column(
            'createdonbehalfby',
            'CreatedOnBehalfBy',
            'Lookup',
            'Created By (Delegate)',
            'Créé par (délégué)',
            READ_ONLY,
        ),
        column('modifiedby', 'ModifiedBy', 'Lookup', 'Modified By', 'Modifié par', READ_ONLY),
        column('modifiedon', 'ModifiedOn', 'DateTime', 'Modified On', 'Date de modification', {
            ...READ_ONLY,
            ...TIME,
        }),
        column(
            'modifiedonbehalfby',
            'ModifiedOnBehalfBy',
            'Lookup',
            'Modified By (Delegate)',
            'Modifié par (délégué)',
            READ_ONLY,
        ),
        ...(isOwned ? ownerColumns() : ownership === 'OrganizationOwned' ? [organizationColumn()] : []),
        column('statecode', 'statecode', 'State', 'Status', 'Statut', {
            requiredLevel: 'SystemRequired',
            optionSet: {
                name: `${table}_statecode`,
                isGlobal: false,
                displayName: both('Status', 'Statut'),
                options: [
                    { value: 0, label: both('Active', 'Actif'), defaultStatus: 1 },
                    { value: 1, label: both('Inactive', 'Inactif'), defaultStatus: 2 },
                ],
            },
        }),
        column('statuscode', 'statuscode', 'Status', 'Status Reason', 'Raison du statut', {
            optionSet: {
                name: `${table}_statuscode`,
                isGlobal: false,
                displayName: both('Status Reason', 'Raison du statut'),
                options: [
                    { value: 1, label: both('Active', 'Actif'), state: 0 },
                    { value: 2, label: both('Inactive', 'Inactif'), state: 1 },
                ],
            },
        }),
        column(
            'importsequencenumber',
            'ImportSequenceNumber',
            'Integer',
            'Import Sequence Number',
            "Numéro d'importation",
            {
                validForUpdate: false,
                format: 'None',
                minValue: -2_147_483_648,
                maxValue: 2_147_483_647,
            },
        ),
        column(
            'overriddencreatedon',
            'OverriddenCreatedOn',
            'DateTime',
            'Record Created On',
            'Enregistrement créé le',
            { validForUpdate: false, format: 'DateOnly', dateTimeBehavior: 'UserLocal' },
        ),
        ...['TimeZoneRuleVersionNumber', 'UTCConversionTimeZoneCode'].map((name) =>
            column(name.toLowerCase(), name, 'Integer', name, name, {
                format: 'None',
                minValue: -1,
                maxValue: 2_147_483_647,
            }),
        ),
        column('versionnumber', 'VersionNumber', 'BigInt', 'Version Number', 'Numéro de version', READ_ONLY),
    ];
}

const READ_ONLY = { validForCreate: false, validForUpdate: false } as const;
const TIME = { format: 'DateAndTime', dateTimeBehavior: 'UserLocal' } as const;

function ownerColumns(): readonly Column[] {
    return [
        column('ownerid', 'OwnerId', 'Owner', 'Owner', 'Propriétaire', {
            requiredLevel: 'SystemRequired',
            targets: ['systemuser', 'team'],
        }),
        column(
            'owningbusinessunit',
            'OwningBusinessUnit',
            'Lookup',
            'Owning Business Unit',
            'Division propriétaire',
            READ_ONLY,
        ),
        column('owningteam', 'OwningTeam', 'Lookup', 'Owning Team', 'Équipe propriétaire', READ_ONLY),
        column('owninguser', 'OwningUser', 'Lookup', 'Owning User', 'Utilisateur propriétaire', READ_ONLY),
    ];
}

function organizationColumn(): Column {
    return column('organizationid', 'OrganizationId', 'Lookup', 'Organization Id', "ID de l'organisation", READ_ONLY);
}

function both(english: string, french: string): Label {
    return { 1033: english, 1036: french };
}

function column(
    logicalName: string,
    schemaName: string,
    type: ColumnType,
    english: string,
    french: string,
    more: Partial<Column> = {},
): Column {
    return {
        logicalName,
        schemaName,
        type,
        displayName: both(english, french),
        requiredLevel: 'None',
        validForCreate: true,
        validForRead: true,
        validForUpdate: true,
        visibleToWebApi: true,
        isLogical: false,
        isCustom: false,
        ...more,
    };
}
