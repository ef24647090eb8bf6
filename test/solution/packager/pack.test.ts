import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { pack } from '../../../solution/packager/pack';
import { encode, textOf, type Tree } from '../../../solution/packager/tree';
import { unpack } from '../../../solution/packager/unpack';
import { descendants, parseXml, type XmlElement } from '../../../solution/packager/xml';
import { emptyTree, ownTree } from '../a-tree';

const VERSION = { version: '1.0', managed: false };
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** What an XML file says, whatever its white space. */
function meaning(tree: Tree, path: string): unknown {
    const flat = ({ name, attributes, children, text }: XmlElement): unknown => [
        name,
        attributes,
        text.trim(),
        children.map(flat),
    ];
    return path.endsWith('.xml') ? flat(parseXml(textOf(tree, path), path)) : textOf(tree, path);
}

function meanings(tree: Tree): ReadonlyMap<string, unknown> {
    return new Map([...tree.keys()].sort().map((path) => [path, meaning(tree, path)]));
}

describe('packing and unpacking our own solution', () => {
    const tree = ownTree();

    it('gives back every file of the tree', () => {
        const version = parseXml(textOf(tree, 'Other/Solution.xml'), 'Other/Solution.xml');
        const stamped = [...descendants(version)].find((element) => element.name === 'Version')?.text ?? '';
        const unpacked = unpack(pack(tree, { version: stamped, managed: false }));
        expect([...unpacked.keys()].sort()).toEqual([...tree.keys()].sort());
        expect(meanings(unpacked)).toEqual(meanings(tree));
    });

    it('gives the same bytes for the same tree, and for what was unpacked from them', () => {
        const zip = pack(tree, VERSION);
        expect(Buffer.compare(pack(ownTree(), VERSION), zip)).toBe(0);
        expect(Buffer.compare(pack(unpack(zip), VERSION), zip)).toBe(0);
    });

    it('stamps version and package type and nothing else', () => {
        const manifest = (managed: boolean): string =>
            strFromU8(unzipSync(pack(tree, { version: '3.2.1', managed }))['solution.xml'] ?? new Uint8Array());
        expect(manifest(false)).toContain('<Version>3.2.1</Version>');
        expect(manifest(false)).toContain('<Managed>0</Managed>');
        expect(manifest(true)).toBe(manifest(false).replace('<Managed>0<', '<Managed>1<'));
    });

    it('names each file extension once and each member without one in [Content_Types].xml', () => {
        const members = unzipSync(pack(tree, VERSION));
        const types = parseXml(strFromU8(members['[Content_Types].xml'] ?? new Uint8Array()), '[Content_Types].xml');
        const defaults = types.children.filter((it) => it.name === 'Default').map((it) => it.attributes['Extension']);
        const overrides = types.children.filter((it) => it.name === 'Override').map((it) => it.attributes['PartName']);
        expect(new Set(defaults).size).toBe(defaults.length);
        for (const member of Object.keys(members).filter((it) => it !== '[Content_Types].xml')) {
            const extension = /[^/]\.([^./]+)$/.exec(member)?.[1];
            if (extension) expect(defaults).toContain(extension);
            else expect(overrides).toContain(`/${member}`);
        }
    });
});

/** Small components of every kind: the files of the tree that make one. */
const kinds: Readonly<Record<string, (name: string) => ReadonlyMap<string, string>>> = {
    table: (name) =>
        new Map([
            [`Entities/${name}/Entity.xml`, `<Entity>\n  <Name>${name}</Name>\n  <EntityInfo />\n</Entity>\n`],
            [`Entities/${name}/RibbonDiff.xml`, '<RibbonDiffXml>\n  <CustomActions />\n</RibbonDiffXml>\n'],
        ]),
    form: (name) =>
        new Map([
            [`Entities/${name}/Entity.xml`, `<Entity>\n  <Name>${name}</Name>\n</Entity>\n`],
            ...['main', 'quickCreate'].map(
                (type) =>
                    [
                        `Entities/${name}/FormXml/${type}/{${name}-${type}}.xml`,
                        `<forms ${XSI}>\n  <systemform><formid>{${name}-${type}}</formid><!-- kept --></systemform>\n</forms>\n`,
                    ] as const,
            ),
        ]),
    view: (name) =>
        new Map([
            [`Entities/${name}/Entity.xml`, `<Entity>\n  <Name>${name}</Name>\n</Entity>\n`],
            [
                `Entities/${name}/SavedQueries/{${name}}.xml`,
                `<savedqueries ${XSI}>\n  <savedquery><savedqueryid>{${name}}</savedqueryid></savedquery>\n</savedqueries>\n`,
            ],
        ]),
    chart: (name) =>
        new Map([
            [`Entities/${name}/Entity.xml`, `<Entity>\n  <Name>${name}</Name>\n</Entity>\n`],
            [
                `Entities/${name}/Visualizations/{${name}}.xml`,
                `<visualization><savedqueryvisualizationid>{${name}}</savedqueryvisualizationid></visualization>\n`,
            ],
        ]),
    formula: (name) =>
        new Map([
            [`Entities/${name}/Entity.xml`, `<Entity>\n  <Name>${name}</Name>\n</Entity>\n`],
            [`Entities/${name}/Formulas/${name}-duration.xaml`, '<Activity />\n'],
        ]),
    relationship: (name) =>
        new Map([
            [
                'Other/Relationships.xml',
                `<EntityRelationships ${XSI}>\n  <EntityRelationship Name="${name}" />\n</EntityRelationships>\n`,
            ],
            [
                `Other/Relationships/${name}.xml`,
                `<EntityRelationships ${XSI}>\n  <EntityRelationship Name="${name}"><ReferencedEntityName>${name}</ReferencedEntityName></EntityRelationship>\n</EntityRelationships>\n`,
            ],
        ]),
    choice: (name) => new Map([[`OptionSets/${name}.xml`, `<optionset Name="${name}" />\n`]]),
    role: (name) => new Map([[`Roles/${name}.xml`, `<Role name="${name}" id="{1}" />\n`]]),
    process: (name) =>
        new Map([
            [`Workflows/${name}.xaml`, '<Activity />\n'],
            [
                `Workflows/${name}.xaml.data.xml`,
                `<Workflow WorkflowId="{${name}}"><XamlFileName>/Workflows/${name}.xaml</XamlFileName></Workflow>\n`,
            ],
        ]),
    webResource: (name) =>
        new Map([
            [`WebResources/x_/${name}.js`, `console.log('${name}');`],
            [
                `WebResources/x_/${name}.js.data.xml`,
                `<WebResource><Name>x_/${name}.js</Name><FileName>/WebResources/x_${name}js1</FileName></WebResource>\n`,
            ],
        ]),
    control: (name) =>
        new Map([
            [`Controls/x_${name}/ControlManifest.xml`, '<manifest />\n'],
            [`Controls/x_${name}/bundle.js`, '1;'],
            [
                `Controls/x_${name}/ControlManifest.xml.data.xml`,
                `<CustomControl><Name>x_${name}</Name><FileName>/Controls/x_${name}/ControlManifest.xml</FileName></CustomControl>\n`,
            ],
        ]),
    assembly: (name) =>
        new Map([
            [`PluginAssemblies/${name}-1/${name}.dll`, 'MZ'],
            [
                `PluginAssemblies/${name}-1/${name}.dll.data.xml`,
                `<PluginAssembly><FileName>/PluginAssemblies/${name}-1/${name}.dll</FileName></PluginAssembly>\n`,
            ],
        ]),
    step: (name) =>
        new Map([
            [
                `SdkMessageProcessingSteps/{${name}}.xml`,
                `<SdkMessageProcessingStep SdkMessageProcessingStepId="{${name}}" />\n`,
            ],
        ]),
    dashboard: (name) => new Map([[`Dashboards/{${name}}.xml`, `<Dashboard><FormId>{${name}}</FormId></Dashboard>\n`]]),
    app: (name) =>
        new Map([[`AppModules/${name}/AppModule.xml`, `<AppModule><UniqueName>${name}</UniqueName></AppModule>\n`]]),
    siteMap: (name) =>
        new Map([
            [
                `AppModuleSiteMaps/${name}/AppModuleSiteMap.xml`,
                `<AppModuleSiteMap><SiteMapUniqueName>${name}</SiteMapUniqueName></AppModuleSiteMap>\n`,
            ],
        ]),
    environmentVariable: (name) =>
        new Map([
            [
                `environmentvariabledefinitions/x_${name}/environmentvariabledefinition.xml`,
                '<environmentvariabledefinition />\n',
            ],
            [`environmentvariabledefinitions/x_${name}/environmentvariablevalues.json`, '{}'],
        ]),
    powerFxFunction: (name) =>
        new Map([
            [`fxexpressions/x_${name}/fxexpression.json`, '{}'],
            [`fxexpressions/x_${name}/expression.yaml`, 'A + B'],
            [`customapis/x_${name}/customapi.xml`, '<customapi />\n'],
            [`msdyn_functions/x_${name}.meta.xml`, `<msdyn_function><name>x_${name}</name></msdyn_function>\n`],
        ]),
    duplicateRule: (name) => new Map([[`duplicaterules/x_${name}/duplicaterule.xml`, '<duplicaterule />\n']]),
    entityMaps: () => new Map([['Other/EntityMaps.xml', '<EntityMaps>\n<EntityMap />\n</EntityMaps>\n']]),
    fieldSecurity: () =>
        new Map([
            [
                'Other/FieldSecurityProfiles.xml',
                '<FieldSecurityProfiles>\n<FieldSecurityProfile />\n</FieldSecurityProfiles>\n',
            ],
        ]),
};

describe('packing and unpacking hand-made trees', () => {
    it.each(Object.keys(kinds))('gives back a component of kind %s to the letter', (kind) => {
        const tree = emptyTree();
        add(tree, kind, 'one');
        expect(asTexts(unpack(pack(tree, VERSION)))).toEqual(asTexts(tree));
    });

    it('gives back any mixture of components to the letter', () => {
        const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
        // Kinds that share one file (a table's Entity.xml, lists in Other/) come once.
        const components = fc.uniqueArray(fc.tuple(fc.constantFrom(...Object.keys(kinds)), name), {
            selector: ([kind, id]) => (kind === 'relationship' || kind.startsWith('entity') ? kind : id),
            maxLength: 12,
        });
        fc.assert(
            fc.property(components, (list) => {
                const tree = emptyTree();
                for (const [kind, id] of list) add(tree, kind, id);
                expect(asTexts(unpack(pack(tree, VERSION)))).toEqual(asTexts(tree));
            }),
            { numRuns: 60 },
        );
    });

    function add(tree: Tree, kind: string, name: string): void {
        for (const [path, text] of kinds[kind]?.(name) ?? []) {
            const isXmlFile = path.endsWith('.xml') && !path.startsWith('Controls/x_') && !isFolderFile(path);
            const declared = isXmlFile || path.endsWith('.data.xml') ? DECLARATION + text : text;
            tree.set(path, encode(declared));
        }
    }

    const isFolderFile = (path: string): boolean =>
        /^(environmentvariabledefinitions|fxexpressions|customapis|duplicaterules)\//.test(path);

    function asTexts(tree: Tree): ReadonlyMap<string, string> {
        return new Map([...tree.keys()].sort().map((path) => [path, textOf(tree, path)]));
    }
});

describe('a tree that cannot be packed', () => {
    const broken = (change: (tree: Tree) => void): (() => unknown) => {
        const tree = emptyTree();
        change(tree);
        return () => pack(tree, VERSION);
    };

    it('is refused for a web resource without its body', () => {
        const attempt = broken((tree) => {
            const xml = '<WebResource><Name>x_/a.js</Name><FileName>/WebResources/x_ajs1</FileName></WebResource>';
            tree.set('WebResources/x_/a.js.data.xml', encode(xml));
        });
        expect(attempt).toThrow(
            'WebResources/x_/a.js: the file that WebResources/x_/a.js.data.xml describes is missing',
        );
    });

    it('is refused for a file that no kind of component has', () => {
        expect(broken((tree) => tree.set('Entites/Lead/Entity.xml', encode('<Entity />')))).toThrow(
            'Entites/Lead/Entity.xml: no kind of component keeps its files there',
        );
    });

    it('is refused for malformed XML, naming file and line', () => {
        expect(broken((tree) => tree.set('Roles/A.xml', encode('<Role>\n<a>\n</Role>')))).toThrow(/^Roles\/A\.xml:3: /);
    });

    it('is refused for a version that Dataverse would not take', () => {
        expect(() => pack(emptyTree(), { version: '1.0-beta', managed: false })).toThrow('"1.0-beta" is no version');
    });
});
