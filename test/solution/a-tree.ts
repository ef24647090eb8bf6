import { join } from 'node:path';
import { encode, readTree, textOf, type Tree } from '../../solution/packager/tree';

const SOURCE = join(__dirname, '../../solution/src');

/** The repository's own tree; bodies that a build makes are stood in for by small ones. */
export function ownTree(): Tree {
    const tree = readTree(SOURCE);
    tree.delete('README.md');
    for (const path of [...tree.keys()].filter((it) => it.endsWith('.data.xml'))) {
        const body = path.slice(0, -'.data.xml'.length);
        if (!tree.has(body))
            tree.set(body, encode(body.endsWith('.js') ? scriptWithEveryFunction(tree, body) : '<body/>'));
    }
    return tree;
}

/** A script that defines whatever forms and ribbons ask of it. */
function scriptWithEveryFunction(tree: Tree, path: string): string {
    const library = path.slice('WebResources/'.length);
    const names = [...tree.keys()]
        .filter((it) => it.startsWith('Entities/'))
        .flatMap((it) => [...textOf(tree, it).matchAll(/<(?:JavaScriptFunction|CustomRule|Handler)\b[^>]*>/g)])
        .map(([element]) => element)
        .filter((element) => element.includes(`"${library}"`) || element.includes(`:${library}"`))
        .map((element) => /[fF]unctionName="([^"]+)"/.exec(element)?.[1] ?? '');
    const definitions = names.flatMap((name) => {
        const parts = name.split('.');
        const parents = parts.slice(0, -1).map((_, index) => `globalThis.${parts.slice(0, index + 1).join('.')}`);
        return [...parents.map((parent) => `${parent} ??= {};`), `globalThis.${name} = () => {};`];
    });
    return ["'use strict';", ...definitions].join('\n');
}

/** A tree with nothing but a manifest, and room for every kind of component. */
export function emptyTree(): Tree {
    return new Map([
        [
            'Other/Solution.xml',
            encode(`<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033">
  <SolutionManifest>
    <UniqueName>Sample</UniqueName>
    <LocalizedNames>
      <LocalizedName description="Sample" languagecode="1033" />
    </LocalizedNames>
    <Descriptions />
    <Version>1.0</Version>
    <Managed>0</Managed>
    <Publisher>
      <UniqueName>sample</UniqueName>
      <LocalizedNames>
        <LocalizedName description="Sample" languagecode="1033" />
      </LocalizedNames>
      <Descriptions />
      <CustomizationPrefix>smp</CustomizationPrefix>
      <CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix>
    </Publisher>
    <RootComponents />
    <MissingDependencies />
  </SolutionManifest>
</ImportExportXml>
`),
        ],
        [
            'Other/Customizations.xml',
            encode(`<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Entities />
  <Roles />
  <Workflows />
  <FieldSecurityProfiles />
  <Templates />
  <ConnectionRoles />
  <EntityMaps />
  <EntityRelationships />
  <OrganizationSettings />
  <optionsets />
  <Dashboards />
  <WebResources />
  <CustomControls />
  <SolutionPluginAssemblies />
  <SdkMessageProcessingSteps />
  <AppModuleSiteMaps />
  <AppModules />
  <EntityDataProviders />
  <msdyn_functions />
  <Languages>
    <Language>1033</Language>
  </Languages>
</ImportExportXml>
`),
        ],
    ]);
}
