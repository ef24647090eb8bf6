import { addComponents, pathsBelow, type ComponentKind } from '../kind';
import { encode, PackagingError, textOf } from '../tree';
import { child, parseXml, source, type XmlElement } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

interface Layout {
    /** Element of customizations.xml that holds all of them. */
    readonly container: string;
    /** One component. */
    readonly element: string;
    readonly folder: string;
    /** Path below the folder that a component is unpacked to. */
    readonly pathOf: (element: XmlElement) => string;
}

const byAttribute = (name: string) => (element: XmlElement) =>
    `${required(element, element.attributes[name], name)}.xml`;
const byChild = (name: string) => (element: XmlElement) => `${required(element, child(element, name)?.text, name)}.xml`;

/** Kinds that are nothing but one element per file. */
export const elementPerFileKinds: readonly ComponentKind[] = [
    elementPerFile({ container: 'Roles', element: 'Role', folder: 'Roles', pathOf: byAttribute('name') }),
    elementPerFile({
        container: 'optionsets',
        element: 'optionset',
        folder: 'OptionSets',
        pathOf: byAttribute('Name'),
    }),
    elementPerFile({ container: 'Dashboards', element: 'Dashboard', folder: 'Dashboards', pathOf: byChild('FormId') }),
    elementPerFile({
        container: 'SdkMessageProcessingSteps',
        element: 'SdkMessageProcessingStep',
        folder: 'SdkMessageProcessingSteps',
        pathOf: byAttribute('SdkMessageProcessingStepId'),
    }),
    elementPerFile({
        container: 'AppModuleSiteMaps',
        element: 'AppModuleSiteMap',
        folder: 'AppModuleSiteMaps',
        pathOf: (element) =>
            `${required(element, child(element, 'SiteMapUniqueName')?.text, 'SiteMapUniqueName')}/AppModuleSiteMap.xml`,
    }),
    elementPerFile({
        container: 'AppModules',
        element: 'AppModule',
        folder: 'AppModules',
        pathOf: (element) => `${required(element, child(element, 'UniqueName')?.text, 'UniqueName')}/AppModule.xml`,
    }),
    elementPerFile({
        container: 'msdyn_functions',
        element: 'msdyn_function',
        folder: 'msdyn_functions',
        pathOf: (element) => `${required(element, child(element, 'name')?.text, 'name')}.meta.xml`,
    }),
];

function elementPerFile({ container, element, folder, pathOf }: Layout): ComponentKind {
    return {
        containers: [container],
        pack(tree, packed) {
            const paths = pathsBelow(tree, folder);
            const elements = paths.map((path) => {
                const xml = textOf(tree, path);
                const root = parseXml(xml, path);
                if (root.name !== element) {
                    throw new PackagingError(path, `expected <${element}>, found <${root.name}>`, root.line);
                }
                return source(xml, root);
            });
            if (elements.length > 0) addComponents(packed, container, elements);
            return paths;
        },
        unpack(zip, tree) {
            for (const component of zip.containers.get(container)?.children ?? []) {
                const text = `${XML_DECLARATION}${source(zip.customizations, component)}\n`;
                tree.set(`${folder}/${pathOf(component)}`, encode(text));
            }
            return [];
        },
    };
}

function required(element: XmlElement, value: string | undefined, what: string): string {
    if (value) return value;
    throw new PackagingError('customizations.xml', `<${element.name}> has no ${what}`, element.line);
}
