/** Small solution zips for tests: `aSolution({ … })` is a sound one, and each part can be replaced. */
import { strToU8, zipSync } from 'fflate';

export interface SolutionParts {
    readonly uniqueName?: string;
    readonly version?: string;
    readonly managed?: boolean;
    readonly packageVersion?: string;
    /** `<RootComponent …/>` elements. */
    readonly roots?: string;
    readonly missingDependencies?: string;
    /** Sections of customizations.xml in order, without Languages. */
    readonly sections?: string;
    readonly languages?: readonly number[];
    /** Further members by name. */
    readonly files?: Readonly<Record<string, string | Uint8Array>>;
    readonly solutionXml?: string;
    readonly customizationsXml?: string;
    readonly contentTypes?: string;
}

/** The bytes of a solution zip. */
export function aSolution(parts: SolutionParts = {}): Uint8Array {
    return zipSync(solutionMembers(parts));
}

/** The members of a solution zip, to be changed before packing. */
export function solutionMembers(parts: SolutionParts = {}): Record<string, Uint8Array> {
    const files = Object.entries(parts.files ?? {});
    const bytes = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? strToU8(text) : text);
    return {
        '[Content_Types].xml': strToU8(parts.contentTypes ?? contentTypes(files.map(([name]) => name))),
        'solution.xml': strToU8(parts.solutionXml ?? solutionXml(parts)),
        'customizations.xml': strToU8(
            parts.customizationsXml ??
                `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${parts.sections ?? ''}` +
                    `<Languages>${(parts.languages ?? [1033, 1036])
                        .map((language) => `<Language>${language}</Language>`)
                        .join('')}</Languages></ImportExportXml>`,
        ),
        ...Object.fromEntries(files.map(([name, content]) => [name, bytes(content)])),
    };
}

export function solutionXml(parts: SolutionParts = {}): string {
    return (
        `<ImportExportXml version="9.2.0.0" SolutionPackageVersion="${parts.packageVersion ?? '9.2'}" languagecode="1033">` +
        `<SolutionManifest><UniqueName>${parts.uniqueName ?? 'Garden'}</UniqueName>` +
        '<LocalizedNames><LocalizedName description="Garden" languagecode="1033" /></LocalizedNames><Descriptions />' +
        `<Version>${parts.version ?? '1.0.0.0'}</Version><Managed>${parts.managed === true ? 1 : 0}</Managed>` +
        '<Publisher><UniqueName>gardeners</UniqueName>' +
        '<LocalizedNames><LocalizedName description="Gardeners" languagecode="1033" /></LocalizedNames><Descriptions />' +
        '<CustomizationPrefix>gdn</CustomizationPrefix>' +
        '<CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>' +
        `<RootComponents>${parts.roots ?? ''}</RootComponents>` +
        `<MissingDependencies>${parts.missingDependencies ?? ''}</MissingDependencies>` +
        '</SolutionManifest></ImportExportXml>'
    );
}

function contentTypes(names: readonly string[]): string {
    const extensions = new Set(['xml']);
    const overrides: string[] = [];
    for (const name of names) {
        const file = name.slice(name.lastIndexOf('/') + 1);
        if (file.includes('.')) {
            extensions.add(file.slice(file.lastIndexOf('.') + 1));
        } else {
            overrides.push(`<Override PartName="/${name}" ContentType="application/octet-stream" />`);
        }
    }
    const defaults = [...extensions].map(
        (extension) => `<Default Extension="${extension}" ContentType="application/octet-stream" />`,
    );
    return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** `<labels>`-like lists: `names('LocalizedName', 'Plant', 'Plante')`. */
export function names(element: string, english: string, french?: string): string {
    return (
        `<${element} description="${english}" languagecode="1033" />` +
        (french === undefined ? '' : `<${element} description="${french}" languagecode="1036" />`)
    );
}

/** A column; `more` are further child elements. */
export function anAttribute(physicalName: string, type: string, more = '', label: string = physicalName): string {
    return (
        `<attribute PhysicalName="${physicalName}"><Type>${type}</Type><Name>${physicalName.toLowerCase()}</Name>` +
        `<LogicalName>${physicalName.toLowerCase()}</LogicalName><RequiredLevel>none</RequiredLevel>` +
        '<IsCustomField>1</IsCustomField>' +
        `<displaynames>${names('displayname', label, `${label} (fr)`)}</displaynames>${more}</attribute>`
    );
}

export const PLANT_ROOT = '<RootComponent type="1" schemaName="gdn_plant" behavior="0" />';
export const LEAD_ROOT = '<RootComponent type="1" schemaName="lead" behavior="2" />';

/** A new table; `attributes` besides the primary key and the name, `parts` beside EntityInfo, `info` inside it. */
export function aTable({
    schemaName = 'gdn_Plant',
    ownership = 'UserOwned',
    attributes = '',
    info = '',
    parts = '',
}: {
    readonly schemaName?: string;
    readonly ownership?: string;
    readonly attributes?: string;
    readonly info?: string;
    readonly parts?: string;
} = {}): string {
    const logicalName = schemaName.toLowerCase();
    return (
        `<Entity><Name LocalizedName="Plant" OriginalName="Plant">${schemaName}</Name><EntityInfo><entity Name="${schemaName}">` +
        `<LocalizedNames>${names('LocalizedName', 'Plant', 'Plante')}</LocalizedNames>` +
        `<LocalizedCollectionNames>${names('LocalizedCollectionName', 'Plants', 'Plantes')}</LocalizedCollectionNames>` +
        `<EntitySetName>${logicalName}s</EntitySetName><OwnershipTypeMask>${ownership}</OwnershipTypeMask>${info}<attributes>` +
        `<attribute PhysicalName="${schemaName}Id"><Type>primarykey</Type><Name>${logicalName}id</Name>` +
        `<LogicalName>${logicalName}id</LogicalName><RequiredLevel>systemrequired</RequiredLevel>` +
        `<displaynames>${names('displayname', 'Plant', 'Plante')}</displaynames></attribute>` +
        anAttribute(
            'gdn_Name',
            'nvarchar',
            '<MaxLength>200</MaxLength><DisplayMask>PrimaryName|ValidForForm|RequiredForForm</DisplayMask>',
            'Name',
        ) +
        `${attributes}</attributes></entity></EntityInfo>${parts}</Entity>`
    );
}

/** Additions to a table that is there. */
export function anExtendedTable(schemaName: string, attributes: string, parts = ''): string {
    const unmodified = attributes === '' ? ' unmodified="1"' : '';
    return (
        `<Entity><Name LocalizedName="${schemaName}" OriginalName="${schemaName}">${schemaName}</Name>` +
        `<EntityInfo><entity Name="${schemaName}"${unmodified}><attributes>${attributes}</attributes></entity></EntityInfo>` +
        `${parts}</Entity>`
    );
}

export function entities(...tables: readonly string[]): string {
    return `<Entities>${tables.join('')}</Entities>`;
}

/** A web resource with its member: `[section element, member name, RootComponent]`. */
export function aWebResource(
    name: string,
    id: string,
    type = 3,
): { readonly element: string; readonly member: string; readonly root: string } {
    const member = `WebResources/${name.replace(/[/.]/g, '')}${id.toUpperCase()}`;
    return {
        element:
            `<WebResource><WebResourceId>{${id}}</WebResourceId><Name>${name}</Name><DisplayName>${name}</DisplayName>` +
            `<LanguageCode>0</LanguageCode><WebResourceType>${type}</WebResourceType>` +
            `<IntroducedVersion>1.0</IntroducedVersion><FileName>/${member}</FileName></WebResource>`,
        member,
        root: `<RootComponent type="61" schemaName="${name}" behavior="0" />`,
    };
}

/** A many-to-one relationship of `child`'s column `lookup` to `parent`. */
export function aRelationship(schemaName: string, child: string, parent: string, lookup: string, more = ''): string {
    return (
        `<EntityRelationship Name="${schemaName}"><EntityRelationshipType>OneToMany</EntityRelationshipType>` +
        `<ReferencingEntityName>${child}</ReferencingEntityName><ReferencedEntityName>${parent}</ReferencedEntityName>` +
        `<CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>RemoveLink</CascadeDelete>${more}` +
        `<ReferencingAttributeName>${lookup}</ReferencingAttributeName><EntityRelationshipRoles>` +
        `<EntityRelationshipRole><NavigationPropertyName>${lookup}</NavigationPropertyName>` +
        '<RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole>' +
        `<EntityRelationshipRole><NavigationPropertyName>${schemaName}</NavigationPropertyName>` +
        '<RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole>' +
        '</EntityRelationshipRoles></EntityRelationship>'
    );
}
