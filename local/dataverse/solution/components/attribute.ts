/** `<attribute>`: one column of a table. */
import type { Column, ColumnType, Label, OptionSet, RequiredLevel } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childInteger,
    childNumber,
    childText,
    placeOf,
    requiredAttribute,
    requiredText,
    schemaViolation,
} from '../xml';

import { childLabel, optionalLabel, requiredLabel } from './labels';
import { optional } from './optional';
import { parseOptionSet } from './option-set';

export interface ParsedAttribute {
    readonly column: Column;
    readonly isPrimaryId: boolean;
    readonly isPrimaryName: boolean;
    /** Name of the global choice that the column uses. */
    readonly optionSetName?: string;
    /** Properties that the XML leaves open: a column that is there keeps its own, a new one has the defaults. */
    readonly unstated: readonly (keyof Column)[];
    readonly element: XmlElement;
}

/** What each of these elements states of a column. */
const STATED_BY: readonly (readonly [element: string, property: keyof Column])[] = [
    ['RequiredLevel', 'requiredLevel'],
    ['ValidForCreateApi', 'validForCreate'],
    ['ValidForReadApi', 'validForRead'],
    ['ValidForUpdateApi', 'validForUpdate'],
    ['IsLogical', 'isLogical'],
    ['Format', 'format'],
    ['Behavior', 'dateTimeBehavior'],
    ['Accuracy', 'precision'],
    ['AccuracySource', 'precisionSource'],
    ['LookupTypes', 'targets'],
];

/** Column types by the names that solution XML has for them. */
const TYPES: Readonly<Record<string, ColumnType>> = {
    nvarchar: 'String',
    varchar: 'String',
    nchar: 'String',
    char: 'String',
    ntext: 'Memo',
    text: 'Memo',
    int: 'Integer',
    smallint: 'Integer',
    tinyint: 'Integer',
    bigint: 'BigInt',
    timestamp: 'BigInt',
    bit: 'Boolean',
    decimal: 'Decimal',
    numeric: 'Decimal',
    float: 'Double',
    real: 'Double',
    money: 'Money',
    smallmoney: 'Money',
    datetime: 'DateTime',
    smalldatetime: 'DateTime',
    lookup: 'Lookup',
    customer: 'Customer',
    owner: 'Owner',
    partylist: 'PartyList',
    picklist: 'Picklist',
    multiselectpicklist: 'MultiSelectPicklist',
    state: 'State',
    status: 'Status',
    uniqueidentifier: 'Uniqueidentifier',
    primarykey: 'Uniqueidentifier',
    image: 'Image',
    file: 'File',
    managedproperty: 'ManagedProperty',
    entityname: 'EntityName',
    virtual: 'Virtual',
    timezone: 'Integer',
};

const REQUIRED_LEVELS: Readonly<Record<string, RequiredLevel>> = {
    none: 'None',
    recommended: 'Recommended',
    required: 'ApplicationRequired',
    applicationrequired: 'ApplicationRequired',
    systemrequired: 'SystemRequired',
};

/** Formats as AttributeMetadata names them. */
const FORMATS: Readonly<Record<string, string>> = {
    text: 'Text',
    email: 'Email',
    phone: 'Phone',
    url: 'Url',
    textarea: 'TextArea',
    tickersymbol: 'TickerSymbol',
    phoneticguide: 'PhoneticGuide',
    versionnumber: 'VersionNumber',
    json: 'Json',
    richtext: 'RichText',
    date: 'DateOnly',
    dateonly: 'DateOnly',
    datetime: 'DateAndTime',
    dateandtime: 'DateAndTime',
    none: 'None',
    duration: 'Duration',
    timezone: 'TimeZone',
    language: 'Language',
    locale: 'Locale',
};

const BEHAVIORS = new Map<number, 'UserLocal' | 'DateOnly' | 'TimeZoneIndependent'>([
    [1, 'UserLocal'],
    [2, 'DateOnly'],
    [3, 'TimeZoneIndependent'],
]);

/** Reads one column. @throws DataverseError 0x8004801a for a type there is none of, or a label without base language */
export function parseAttribute(element: XmlElement): ParsedAttribute {
    const schemaName = requiredAttribute(element, 'PhysicalName');
    const logicalName = (childText(element, 'LogicalName') ?? childText(element, 'Name') ?? schemaName).toLowerCase();
    const typeName = requiredText(element, 'Type').toLowerCase();
    const type = TYPES[typeName];
    if (type === undefined) {
        throw schemaViolation(element, `the column '${logicalName}' has the unknown type '${typeName}'`);
    }
    const mask = (childText(element, 'DisplayMask') ?? '').split('|');
    const optionSetName = childText(element, 'OptionSetName');
    const isCustom = childFlag(element, 'IsCustomField') ?? logicalName.includes('_');
    const column: Column = {
        logicalName,
        schemaName,
        type,
        displayName: isCustom
            ? requiredLabel(element, `column '${logicalName}'`, 'displaynames')
            : optionalLabel(element, `column '${logicalName}'`, 'displaynames'),
        ...description(childLabel(element, 'Descriptions')),
        requiredLevel: requiredLevel(element),
        validForCreate: childFlag(element, 'ValidForCreateApi') ?? true,
        validForRead: childFlag(element, 'ValidForReadApi') ?? true,
        validForUpdate: childFlag(element, 'ValidForUpdateApi') ?? true,
        visibleToWebApi: true,
        isLogical: childFlag(element, 'IsLogical') ?? false,
        isCustom,
        ...optional('attributeOf', childText(element, 'AttributeOf')?.toLowerCase()),
        ...typeProperties(element, type),
        ...optional('optionSet', columnOptions(element, type, optionSetName)),
        ...optional('defaultValue', defaultValue(element, type)),
    };
    return {
        column,
        isPrimaryId: typeName === 'primarykey',
        isPrimaryName: mask.includes('PrimaryName'),
        ...optional('optionSetName', optionSetName),
        unstated: STATED_BY.filter(([name]) => childText(element, name) === undefined).map(([, property]) => property),
        element,
    };
}

function description(label: Label): Pick<Column, 'description'> {
    return Object.keys(label).length === 0 ? {} : { description: label };
}

function requiredLevel(element: XmlElement): RequiredLevel {
    const text = (childText(element, 'RequiredLevel') ?? 'none').toLowerCase();
    const level = REQUIRED_LEVELS[text];
    if (level === undefined) {
        throw schemaViolation(element, `'${text}' is not a required level`);
    }
    return level;
}

function typeProperties(element: XmlElement, type: ColumnType): Partial<Column> {
    const format = childText(element, 'Format')?.toLowerCase();
    const namedFormat = format === undefined ? undefined : (FORMATS[format] ?? format);
    switch (type) {
        case 'String':
        case 'Memo':
            return {
                // `Length` counts bytes of the column in SQL: two for each character.
                ...optional('maxLength', childInteger(element, 'MaxLength') ?? half(childInteger(element, 'Length'))),
                format: namedFormat ?? (type === 'Memo' ? 'TextArea' : 'Text'),
            };
        case 'Integer':
        case 'BigInt':
            return { ...limits(element), format: namedFormat ?? 'None' };
        case 'Decimal':
        case 'Double':
            return { ...limits(element), precision: childInteger(element, 'Accuracy') ?? 2 };
        case 'Money':
            return {
                ...limits(element),
                precision: childInteger(element, 'Accuracy') ?? 2,
                precisionSource: precisionSource(childInteger(element, 'AccuracySource')),
            };
        case 'DateTime':
            return {
                format: namedFormat ?? 'DateOnly',
                dateTimeBehavior: BEHAVIORS.get(childInteger(element, 'Behavior') ?? 1) ?? 'UserLocal',
            };
        case 'Lookup':
        case 'PartyList':
            // The relationships name the tables; `LookupTypes` holds type codes of the exporting system.
            return { targets: [] };
        case 'Customer':
            return { targets: ['account', 'contact'] };
        case 'Owner':
            return { targets: ['systemuser', 'team'] };
        case 'Boolean':
        case 'Picklist':
        case 'MultiSelectPicklist':
        case 'State':
        case 'Status':
        case 'Uniqueidentifier':
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Virtual':
            return {};
    }
}

function limits(element: XmlElement): Partial<Column> {
    return {
        ...optional('minValue', childNumber(element, 'MinValue')),
        ...optional('maxValue', childNumber(element, 'MaxValue')),
    };
}

function precisionSource(value: number | undefined): 0 | 1 | 2 {
    return value === 0 || value === 1 ? value : 2;
}

function columnOptions(element: XmlElement, type: ColumnType, globalName: string | undefined): OptionSet | undefined {
    switch (type) {
        case 'Boolean':
        case 'Picklist':
        case 'MultiSelectPicklist':
        case 'State':
        case 'Status': {
            const local = child(element, 'optionset');
            if (local !== undefined) {
                return parseOptionSet(local);
            }
            if (globalName !== undefined) {
                return { name: globalName, isGlobal: true, displayName: {}, options: [] };
            }
            throw schemaViolation(
                element,
                `the column at ${placeOf(element)} has neither 'optionset' nor 'OptionSetName'`,
            );
        }
        default:
            return undefined;
    }
}

function defaultValue(element: XmlElement, type: ColumnType): number | boolean | undefined {
    const value = childInteger(element, 'AppDefaultValue');
    if (value === undefined || value === -1) {
        return undefined;
    }
    return type === 'Boolean' ? value === 1 : value;
}

function half(length: number | undefined): number | undefined {
    return length === undefined ? undefined : Math.floor(length / 2);
}

/** Adds the column to its table. */
export function applyAttribute(attribute: ParsedAttribute, table: string, content: SolutionContent): void {
    const { column, element } = attribute;
    const additions = content.table(table);
    additions.columns.set(column.logicalName, column);
    additions.unstated.set(column.logicalName, attribute.unstated);
    content.noteLanguages(column.displayName);
    content.addComponent(ComponentType.Column, `${table}.${column.logicalName}`, element, {
        displayName: column.schemaName,
        coveredBy: [table],
    });
    if (attribute.optionSetName !== undefined && column.optionSet?.isGlobal === true) {
        content.require({
            kind: 'optionSet',
            name: attribute.optionSetName,
            neededBy: `column ${table}.${column.logicalName}`,
            place: placeOf(element),
        });
    }
}
