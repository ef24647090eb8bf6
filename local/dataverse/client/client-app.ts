/** A model-driven app: its navigation, in the user's language and without what the user may not read. */
import { DataverseError, ErrorCode } from '../errors';
import { labelText } from '../metadata/labels';
import type { Metadata } from '../metadata/metadata';
import type { Environment } from '../pipeline/types';
import type { AccessRight } from '../security/access-rights';
import { ALL_ACCESS_RIGHTS } from '../security/access-rights';
import type { Principal } from '../security/principal';
import { loadUser } from '../security/principal';
import { appComponentObjectId } from '../solution/components/app-module';
import { readLabel } from '../solution/components/labels';
import { ComponentType } from '../solution/content';
import type { XmlElement } from '../solution/xml';
import { child, childrenNamed, parseXml } from '../solution/xml';

import { localizedText } from './localized-text';
import { privilegeDepth } from './privilege-depth';
import type { ClientApp, ClientArea, ClientSubArea } from './types';
import { userSettings } from './user-settings';

/**
 * @param name appmoduleid or unique name
 * @throws DataverseError 0x80040217 when there is no such app, 0x80040220 when none of the user's roles has it
 */
export function clientApp(environment: Environment, name: string, userId: string): ClientApp {
    const { store, metadata } = environment;
    const app = store
        .prepare<{ id: string; uniqueName: string; name: string | null }>(
            `SELECT appmoduleid AS id, uniquename AS uniqueName, name FROM appmodule
             WHERE appmoduleid = ? OR uniquename = ? COLLATE NOCASE`,
        )
        .get(name.replace(/[{}]/g, '').toLowerCase(), name);
    if (app === undefined) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `There is no app '${name}'. Import a solution that has one, or open one that the environment has.`,
        );
    }
    if (!mayOpenApp(environment, app.id, userId)) {
        throw new DataverseError(
            ErrorCode.PrivilegeDenied,
            `The user ${userId} has none of the roles of the app '${app.uniqueName}'.`,
        );
    }
    const { language } = userSettings(store, userId);
    const components = store
        .prepare<{
            type: number;
            objectId: string;
        }>('SELECT componenttype AS type, objectid AS objectId FROM appmodulecomponent WHERE appmoduleidunique = ?')
        .all(app.id);
    const siteMapId = components.find(({ type }) => type === ComponentType.SiteMap)?.objectId;
    const areas = siteMapId === undefined ? [] : readAreas(environment, siteMapId, userId, language);
    const inNavigation = areas.flatMap(({ groups }) =>
        groups.flatMap(({ subAreas }) => subAreas.flatMap(({ table }) => table ?? [])),
    );
    return {
        id: app.id,
        uniqueName: app.uniqueName,
        name: localizedText(store, app.id, 'name', language, app.name),
        areas,
        tables: [...new Set([...appTables(metadata, components), ...inNavigation])],
    };
}

/** An app that names no role is everybody's. */
export function mayOpenApp(environment: Environment, appId: string, userId: string): boolean {
    const roles = environment.store
        .prepare<{ roleid: string }>('SELECT roleid FROM appmoduleroles WHERE appmoduleid = ?')
        .all(appId);
    const user = loadUser(environment, userId);
    return (
        roles.length === 0 ||
        user.isSystemAdministrator ||
        user.isSystemCustomizer ||
        roles.some(({ roleid }) => user.roleIds.includes(roleid))
    );
}

function appTables(
    metadata: Metadata,
    components: readonly { readonly type: number; readonly objectId: string }[],
): readonly string[] {
    const ids = new Set(components.filter(({ type }) => type === ComponentType.Table).map(({ objectId }) => objectId));
    return metadata.tables
        .map(({ logicalName }) => logicalName)
        .filter((name) => ids.has(appComponentObjectId(ComponentType.Table, name)));
}

function readAreas(
    environment: Environment,
    siteMapId: string,
    userId: string,
    language: number,
): readonly ClientArea[] {
    const row = environment.store
        .prepare<{ xml: string | null }>('SELECT sitemapxml AS xml FROM sitemap WHERE sitemapid = ?')
        .get(siteMapId);
    if (row === undefined || row.xml === null) {
        return [];
    }
    const reader = new SiteMapReader(environment.metadata, loadUser(environment, userId), language);
    return reader.areas(parseXml(row.xml, 'the site map'));
}

class SiteMapReader {
    constructor(
        private readonly metadata: Metadata,
        private readonly user: Principal,
        private readonly language: number,
    ) {}

    /** Areas and groups in which nothing is left are left out. */
    areas(siteMap: XmlElement): readonly ClientArea[] {
        return childrenNamed(siteMap, 'Area')
            .map((area) => ({
                id: area.attributes['Id'] ?? '',
                title: this.title(area),
                groups: childrenNamed(area, 'Group')
                    .map((group) => ({
                        id: group.attributes['Id'] ?? '',
                        title: this.title(group),
                        subAreas: childrenNamed(group, 'SubArea').flatMap((subArea) => this.subArea(subArea) ?? []),
                    }))
                    .filter(({ subAreas }) => subAreas.length > 0),
            }))
            .filter(({ groups }) => groups.length > 0);
    }

    private subArea(element: XmlElement): ClientSubArea | undefined {
        const tableName = element.attributes['Entity']?.toLowerCase();
        const table = tableName === undefined ? undefined : this.metadata.findTable(tableName);
        const url = element.attributes['Url'];
        if (
            (tableName !== undefined && (table === undefined || !this.may(tableName, 'Read'))) ||
            !this.hasPrivileges(element) ||
            (table === undefined && url === undefined)
        ) {
            return undefined;
        }
        const icon = [element.attributes['VectorIcon'], element.attributes['Icon']]
            .find((value) => value?.toLowerCase().startsWith('$webresource:') === true)
            ?.replace(/^\$webresource:/i, '');
        return {
            id: element.attributes['Id'] ?? '',
            title: this.title(element) || labelText(table?.displayCollectionName, this.language),
            ...(icon === undefined ? {} : { icon }),
            ...(table === undefined ? {} : { table: table.logicalName }),
            ...(url === undefined ? {} : { url }),
        };
    }

    /** `<Privilege Entity="…" Privilege="Read,Write" />`: all of them are needed. */
    private hasPrivileges(element: XmlElement): boolean {
        return childrenNamed(element, 'Privilege').every((privilege) => {
            const table = privilege.attributes['Entity']?.toLowerCase() ?? '';
            const rights = (privilege.attributes['Privilege'] ?? 'Read').split(',').map((right) => right.trim());
            return rights.every((name) => {
                const wanted = name === 'All' ? ALL_ACCESS_RIGHTS : ALL_ACCESS_RIGHTS.filter((right) => right === name);
                return wanted.every((right) => this.may(table, right));
            });
        });
    }

    private may(tableName: string, right: AccessRight): boolean {
        const table = this.metadata.findTable(tableName);
        return table !== undefined && privilegeDepth(this.user, table, right) > 0;
    }

    private title(element: XmlElement): string {
        return labelText(readLabel(child(element, 'Titles')), this.language) || (element.attributes['Title'] ?? '');
    }
}
