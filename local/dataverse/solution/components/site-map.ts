/** `<AppModuleSiteMaps>`: the navigation of apps. */
import { ComponentType } from '../content';
import { nameBasedId } from '../name-based-id';
import type { Label } from '../../metadata/types';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childrenNamed,
    descendants,
    placeOf,
    requiredText,
    schemaViolation,
    serializeXml,
} from '../xml';

import { componentKind } from './component-kind';
import { requireWebResource } from './form';
import { childLabel } from './labels';

interface ParsedSiteMap {
    readonly uniqueName: string;
    readonly name: Label;
    readonly siteMap: XmlElement;
    readonly element: XmlElement;
}

export const siteMaps = componentKind<ParsedSiteMap>(
    'AppModuleSiteMaps',
    (section) =>
        childrenNamed(section, 'AppModuleSiteMap').map((element) => {
            const uniqueName = requiredText(element, 'SiteMapUniqueName');
            const siteMap = child(element, 'SiteMap');
            if (siteMap === undefined) {
                throw schemaViolation(element, `the site map '${uniqueName}' has no 'SiteMap'`);
            }
            return { uniqueName, name: childLabel(element, 'LocalizedNames'), siteMap, element };
        }),
    ({ uniqueName, name, siteMap, element }, content) => {
        const id = nameBasedId('sitemap', uniqueName);
        content.addComponent(ComponentType.SiteMap, uniqueName, element, { id, needsRoot: true });
        content.addRow(
            'sitemap',
            id,
            {
                sitemapid: id,
                sitemapname: uniqueName,
                sitemapnameunique: uniqueName,
                sitemapxml: serializeXml(siteMap),
                isappaware: true,
                enablecollapsiblegroups: childFlag(element, 'EnableCollapsibleGroups') ?? false,
                showhome: childFlag(element, 'ShowHome') ?? true,
                showpinned: childFlag(element, 'ShowPinned') ?? true,
                showrecents: childFlag(element, 'ShowRecents') ?? true,
            },
            { sitemapname: name },
        );
        const neededBy = `site map ${uniqueName}`;
        for (const subArea of descendants(siteMap, 'SubArea')) {
            const table = subArea.attributes['Entity'];
            if (table !== undefined && table !== '') {
                content.require({ kind: 'table', name: table.toLowerCase(), neededBy, place: placeOf(subArea) });
            }
            for (const name of ['Url', 'Icon', 'VectorIcon']) {
                const value = subArea.attributes[name];
                if (value?.toLowerCase().startsWith('$webresource:') === true) {
                    requireWebResource(value, subArea, neededBy, content);
                }
            }
        }
    },
);
