/** `<AppModules>`: model-driven apps, what they hold and whose they are. */
import type { Label } from '../../metadata/types';
import { ComponentType } from '../content';
import type { SolutionContent } from '../content';
import { nameBasedId } from '../name-based-id';
import type { XmlElement } from '../xml';
import {
    child,
    childInteger,
    childrenNamed,
    childText,
    guid,
    integerAttribute,
    placeOf,
    requiredAttribute,
    requiredText,
    schemaViolation,
} from '../xml';

import { componentKind } from './component-kind';
import { childLabel, requiredLabel } from './labels';

interface ParsedAppModule {
    readonly uniqueName: string;
    readonly name: Label;
    readonly description: Label;
    readonly clientType: number;
    readonly formFactor: number;
    readonly iconId: string | undefined;
    readonly components: readonly AppComponent[];
    /** Ids of roles. */
    readonly roles: readonly string[];
    readonly element: XmlElement;
}

interface AppComponent {
    readonly type: number;
    /** Logical or unique name, or GUID. */
    readonly key: string;
    readonly element: XmlElement;
}

export const appModules = componentKind<ParsedAppModule>(
    'AppModules',
    (section) => childrenNamed(section, 'AppModule').map(parseAppModule),
    applyAppModule,
);

function parseAppModule(element: XmlElement): ParsedAppModule {
    const uniqueName = requiredText(element, 'UniqueName');
    return {
        uniqueName,
        name: requiredLabel(element, `app '${uniqueName}'`, 'LocalizedNames'),
        description: childLabel(element, 'Descriptions'),
        clientType: childInteger(element, 'ClientType') ?? 4,
        formFactor: childInteger(element, 'FormFactor') ?? 1,
        iconId: childText(element, 'WebResourceId'),
        components: childrenNamed(child(element, 'AppModuleComponents'), 'AppModuleComponent').map((component) => {
            const { schemaName, id } = component.attributes;
            const key = schemaName ?? (id === undefined ? undefined : guid(id, component));
            if (key === undefined) {
                throw schemaViolation(component, "the element 'AppModuleComponent' has neither 'schemaName' nor 'id'");
            }
            return { type: integerAttribute(component, 'type'), key, element: component };
        }),
        roles: childrenNamed(child(element, 'AppModuleRoleMaps'), 'Role').map((role) =>
            guid(requiredAttribute(role, 'id'), role),
        ),
        element,
    };
}

function applyAppModule(app: ParsedAppModule, content: SolutionContent): void {
    const id = nameBasedId('appmodule', app.uniqueName);
    const neededBy = `app ${app.uniqueName}`;
    content.addComponent(ComponentType.AppModule, app.uniqueName, app.element, { id, needsRoot: true });
    content.addRow(
        'appmodule',
        id,
        {
            appmoduleid: id,
            uniquename: app.uniqueName,
            clienttype: app.clientType,
            formfactor: app.formFactor,
            navigationtype: childInteger(app.element, 'NavigationType') ?? 0,
            webresourceid: app.iconId ?? null,
            statecode: 0,
            statuscode: 1,
        },
        { name: app.name, description: app.description },
    );
    for (const role of app.roles) {
        const linkId = nameBasedId('appmoduleroles', `${app.uniqueName}/${role}`);
        content.addRow('appmoduleroles', linkId, { appmoduleroleid: linkId, appmoduleid: id, roleid: role });
        content.require({
            kind: 'row',
            table: 'role',
            column: 'roleid',
            name: role,
            neededBy,
            place: placeOf(app.element),
        });
    }
    for (const component of app.components) {
        const componentId = nameBasedId('appmodulecomponent', `${app.uniqueName}/${component.type}/${component.key}`);
        content.addRow('appmodulecomponent', componentId, {
            appmodulecomponentid: componentId,
            appmoduleidunique: { table: 'appmodule', id },
            componenttype: component.type,
            objectid: appComponentObjectId(component.type, component.key),
        });
        requireAppComponent(component, neededBy, content);
    }
}

/**
 * The `objectid` of an app component: the GUID it is named by, or the one made of its name.
 * @param key logical name of a table, unique name of a site map, or GUID
 */
export function appComponentObjectId(type: number, key: string): string {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) {
        return key;
    }
    return type === ComponentType.SiteMap ? nameBasedId('sitemap', key) : nameBasedId(`component:${type}`, key);
}

function requireAppComponent({ type, key, element }: AppComponent, neededBy: string, content: SolutionContent): void {
    const place = placeOf(element);
    const row = (table: string, column: string): void =>
        content.require({ kind: 'row', table, column, name: key, neededBy, place });
    switch (type) {
        case ComponentType.Table:
            content.require({ kind: 'table', name: key.toLowerCase(), neededBy, place });
            break;
        case ComponentType.View:
            row('savedquery', 'savedqueryid');
            break;
        case ComponentType.Workflow:
            row('workflow', 'workflowid');
            break;
        case ComponentType.Chart:
            row('savedqueryvisualization', 'savedqueryvisualizationid');
            break;
        case ComponentType.Form:
            row('systemform', 'formid');
            break;
        case ComponentType.SiteMap:
            row('sitemap', 'sitemapnameunique');
            break;
        default:
            content.warn(`The app component of type ${type} (${key}) is stored, but the app player does not use it.`);
    }
}
