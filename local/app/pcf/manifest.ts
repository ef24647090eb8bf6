/**
 * ControlManifest.xml of a code component, as pcf-scripts writes it (Microsoft Learn, "Power Apps component framework
 * manifest schema reference").
 */
import { childElements, firstChild, parseXml } from '../platform/xml';

export interface PropertyDefinition {
    readonly name: string;
    /** Such as `Whole.None`; of a type group the first type. */
    readonly ofType: string;
    readonly usage: 'bound' | 'input' | 'output';
    readonly defaultValue: string | undefined;
}

export interface PlatformLibrary {
    /** `React` or `Fluent`. */
    readonly name: string;
    readonly version: string;
}

export interface ControlManifest {
    readonly namespace: string;
    readonly constructorName: string;
    /** Virtual components answer React elements, which the host renders. */
    readonly isVirtual: boolean;
    readonly properties: readonly PropertyDefinition[];
    readonly dataSets: readonly string[];
    /** Addresses below the component's folder, in the order in which they are to be loaded. */
    readonly code: string;
    readonly styleSheets: readonly string[];
    readonly strings: readonly string[];
    readonly libraries: readonly PlatformLibrary[];
    /** Such as `WebAPI`, `Utility`, `Device.captureImage`. */
    readonly features: ReadonlySet<string>;
}

/** @throws Error that names the component and what its manifest lacks */
export function parseManifest(xml: string, component: string): ControlManifest {
    const document = parseXml(xml, `ControlManifest.xml of ${component}`);
    const control = document.querySelector('manifest > control');
    if (!control) throw new Error(`ControlManifest.xml of ${component} has no <control>.`);
    const resources = firstChild(control, 'resources');
    const paths = (kind: string): readonly string[] =>
        (resources ? childElements(resources, kind) : [])
            .sort((a, b) => Number(a.getAttribute('order') ?? 0) - Number(b.getAttribute('order') ?? 0))
            .map((element) => element.getAttribute('path') ?? '')
            .filter((path) => path !== '');
    const [code] = paths('code');
    const namespace = control.getAttribute('namespace');
    const constructorName = control.getAttribute('constructor');
    if (!code || !namespace || !constructorName) {
        throw new Error(`ControlManifest.xml of ${component} lacks namespace, constructor or code.`);
    }
    const typeGroups = typesOfGroups(control);
    return {
        namespace,
        constructorName,
        isVirtual: ['virtual', 'react'].includes(control.getAttribute('control-type') ?? ''),
        properties: childElements(control, 'property').map((element) => propertyOf(element, typeGroups)),
        dataSets: childElements(control, 'data-set').map((element) => element.getAttribute('name') ?? ''),
        code,
        styleSheets: paths('css'),
        strings: paths('resx'),
        libraries: (resources ? childElements(resources, 'platform-library') : []).map((element) => ({
            name: element.getAttribute('name') ?? '',
            version: element.getAttribute('version') ?? '',
        })),
        features: new Set(
            [...control.querySelectorAll('feature-usage > uses-feature')].map((it) => it.getAttribute('name') ?? ''),
        ),
    };
}

function propertyOf(element: Element, typeGroups: ReadonlyMap<string, string>): PropertyDefinition {
    const group = typeGroups.get(element.getAttribute('of-type-group') ?? '');
    const usage = element.getAttribute('usage');
    return {
        name: element.getAttribute('name') ?? '',
        ofType: element.getAttribute('of-type') ?? group ?? 'SingleLine.Text',
        usage: usage === 'bound' || usage === 'output' ? usage : 'input',
        defaultValue: element.getAttribute('default-value') ?? undefined,
    };
}

function typesOfGroups(control: Element): ReadonlyMap<string, string> {
    return new Map(
        childElements(control, 'type-group').map((group) => [
            group.getAttribute('name') ?? '',
            firstChild(group, 'type')?.textContent?.trim() ?? '',
        ]),
    );
}
