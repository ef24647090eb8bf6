/** `$metadata`: the model as CSDL. */
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { MessageDefinition } from '../../pipeline/types';
import { isLookup, propertyName } from '../../query/odata/resolve';
import { isWebApiProperty } from '../../query/visible-columns';
import type { Answer } from '../http';
import type { Call } from '../host';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function csdl(call: Call): Answer {
    const { environment, organization } = call.host;
    const text = write(environment.metadata, [...organization.messages.values()]);
    return { status: 200, text, headers: { 'Content-Type': 'application/xml; charset=utf-8' } };
}

function write(metadata: Metadata, messages: readonly MessageDefinition[]): string {
    const types = metadata.tables.map((table) => entityType(table, metadata));
    const sets = metadata.tables.map((table) => entitySet(table, metadata));
    const operations = messages.map(operation);
    const imports = messages
        .filter((message) => message.boundTo === undefined)
        .map((message) =>
            message.kind === 'action'
                ? `<ActionImport Name="${message.name}" Action="Microsoft.Dynamics.CRM.${message.name}" />`
                : `<FunctionImport Name="${message.name}" Function="Microsoft.Dynamics.CRM.${message.name}" />`,
        );
    return [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
        '<Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
        '<EntityType Name="crmbaseentity" Abstract="true" />',
        ...types,
        ...operations,
        `<EntityContainer Name="System">${[...sets, ...imports].join('')}</EntityContainer>`,
        '</Schema></edmx:DataServices></edmx:Edmx>',
    ].join('\n');
}

function entityType(table: Table, metadata: Metadata): string {
    // Types of activities derive from activitypointer, which has the key and what they share.
    const pointer =
        table.isActivity && table.logicalName !== 'activitypointer' ? metadata.findTable('activitypointer') : undefined;
    const properties = [...table.columns.values()]
        .filter((column) => isWebApiProperty(column, table, metadata) && column.type !== 'PartyList')
        .filter(
            (column) =>
                !pointer?.columns.get(column.logicalName)?.visibleToWebApi &&
                !(pointer && column.logicalName === table.primaryIdColumn),
        )
        .map(
            (column) =>
                `<Property Name="${propertyName(column)}" Type="${edmType(column)}"${column.logicalName === table.primaryIdColumn ? ' Nullable="false"' : ''} />`,
        );
    const key = pointer ? '' : `<Key><PropertyRef Name="${table.primaryIdColumn}" /></Key>`;
    const base = pointer ? 'mscrm.activitypointer' : 'mscrm.crmbaseentity';
    return `<EntityType Name="${table.logicalName}" BaseType="${base}">${key}${properties.join('')}${navigations(table, metadata).join('')}</EntityType>`;
}

function navigations(table: Table, metadata: Metadata): readonly string[] {
    const name = table.logicalName;
    const property = (own: string, type: string, partner: string, constraint = ''): string =>
        `<NavigationProperty Name="${escapeXml(own)}" Type="${type}" Partner="${escapeXml(partner)}"${constraint === '' ? ' />' : `>${constraint}</NavigationProperty>`}`;
    const written = new Set<string>();
    const once = (own: string, text: string): readonly string[] => {
        if (written.has(own)) return [];
        written.add(own);
        return [text];
    };
    return [
        ...metadata.manyToOneFrom(name).flatMap((each) => {
            const own = each.lookupNavigationProperty;
            const constraint = `<ReferentialConstraint Property="_${each.referencingColumn}_value" ReferencedProperty="${each.referencedColumn}" />`;
            return once(
                own,
                property(own, `mscrm.${each.referencedTable}`, each.collectionNavigationProperty, constraint),
            );
        }),
        ...metadata.oneToManyFrom(name).flatMap((each) => {
            const own = each.collectionNavigationProperty;
            return once(
                own,
                property(own, `Collection(mscrm.${each.referencingTable})`, each.lookupNavigationProperty),
            );
        }),
        ...metadata.manyToManyOf(name).flatMap((each) => {
            const isFirst = each.table1 === name;
            const own = isFirst ? each.navigationProperty1 : each.navigationProperty2;
            const partner = isFirst ? each.navigationProperty2 : each.navigationProperty1;
            return once(own, property(own, `Collection(mscrm.${isFirst ? each.table2 : each.table1})`, partner));
        }),
    ];
}

function entitySet(table: Table, metadata: Metadata): string {
    const bindings = metadata.manyToOneFrom(table.logicalName).flatMap((each) => {
        const target = metadata.findTable(each.referencedTable);
        return target
            ? [
                  `<NavigationPropertyBinding Path="${escapeXml(each.lookupNavigationProperty)}" Target="${target.entitySetName}" />`,
              ]
            : [];
    });
    return `<EntitySet Name="${table.entitySetName}" EntityType="Microsoft.Dynamics.CRM.${table.logicalName}">${[...new Set(bindings)].join('')}</EntitySet>`;
}

function operation(message: MessageDefinition): string {
    const element = message.kind === 'action' ? 'Action' : 'Function';
    const boundType = message.boundTo === '*' ? 'crmbaseentity' : message.boundTo;
    const bound =
        boundType === undefined
            ? ''
            : `<Parameter Name="entity${message.boundToCollection ? 'set' : ''}" Type="${message.boundToCollection ? `Collection(mscrm.${boundType})` : `mscrm.${boundType}`}" Nullable="false" />`;
    const parameters = message.parameters.map(
        ({ name, type, optional }) =>
            `<Parameter Name="${name}" Type="${type}"${optional ? '' : ' Nullable="false"'} />`,
    );
    const result = message.returns ? `<ReturnType Type="${message.returns.type}" />` : '';
    return `<${element} Name="${message.name}"${bound === '' ? '' : ' IsBound="true"'}>${bound}${parameters.join('')}${result}</${element}>`;
}

function edmType(column: Column): string {
    if (isLookup(column)) return 'Edm.Guid';
    switch (column.type) {
        case 'BigInt':
            return 'Edm.Int64';
        case 'Boolean':
            return 'Edm.Boolean';
        case 'DateTime':
            return column.dateTimeBehavior === 'DateOnly' ? 'Edm.Date' : 'Edm.DateTimeOffset';
        case 'Decimal':
        case 'Money':
            return 'Edm.Decimal';
        case 'Double':
            return 'Edm.Double';
        case 'Integer':
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'Edm.Int32';
        case 'Uniqueidentifier':
            return 'Edm.Guid';
        case 'Image':
        case 'File':
            return 'Edm.Binary';
        case 'ManagedProperty':
            return 'mscrm.BooleanManagedProperty';
        default:
            return 'Edm.String';
    }
}
