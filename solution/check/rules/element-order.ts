import { Finding } from '../finding';
import { elementsNamed, findFile, type SolutionFiles } from '../solution-files';

/** Order of the containers (Microsoft's CustomizationsSolution.xsd; later containers follow today's exports). */
const CONTAINERS = (
    'Entities Roles Workflows FieldSecurityProfiles Templates RibbonDiffXml IsvConfig RelationshipRoles ' +
    'ConnectionRoles SiteMap EntityMaps EntityRelationships OrganizationSettings optionsets Reports RoutingRules ' +
    'ChannelPropertyGroups ConvertRules MobileOfflineProfiles Slas ChannelAccessProfiles ChannelAccessProfileRules ' +
    'Dashboards InteractionCentricDashboards Dialogs WebResources CustomControls SolutionPluginAssemblies ' +
    'SdkMessageProcessingSteps ServiceEndpoints AppModuleSiteMaps AppModules EntityDataProviders msdyn_functions ' +
    'EntityDataSources Languages'
).split(' ');

/** Elements whose children the schema wants in sequence; children that are not listed are not looked at. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
    optionset:
        'OptionSetType IsGlobal IntroducedVersion IsCustomizable ExternalTypeName displaynames Descriptions options'.split(
            ' ',
        ),
    AppModule: (
        'UniqueName IntroducedVersion WebResourceId OptimizedFor statecode statuscode FormFactor ClientType ' +
        'NavigationType EventHandlers AppModuleComponents AppModuleRoleMaps LocalizedNames Descriptions appsettings'
    ).split(' '),
};

/** Elements stand in the order that the import's schema check wants (error 0x8004801a otherwise). */
export function elementOrder(files: SolutionFiles): Finding[] {
    const findings: Finding[] = [];
    const check = (
        path: string,
        children: readonly { name: string; line: number }[],
        order: readonly string[],
    ): void => {
        let last = { position: -1, name: '' };
        for (const { name, line } of children) {
            const position = order.indexOf(name);
            if (position === -1) continue;
            if (position < last.position) {
                findings.push(new Finding(path, line, `<${name}> must stand before <${last.name}>`));
            }
            last = { position, name };
        }
    };
    const customizations = findFile(files, 'Other/Customizations.xml');
    if (!customizations) return [new Finding('Other/Customizations.xml', undefined, 'the file is missing')];
    check(customizations.path, customizations.root.children, CONTAINERS);
    for (const { name, line } of customizations.root.children) {
        if (!CONTAINERS.includes(name)) findings.push(new Finding(customizations.path, line, `<${name}> is unknown`));
    }
    for (const [name, order] of Object.entries(SEQUENCES)) {
        for (const { file, element } of elementsNamed(files.xmlFiles, name)) check(file.path, element.children, order);
    }
    return findings;
}
