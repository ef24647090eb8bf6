/** `<Dashboards>` and `<InteractionCentricDashboards>`: forms of no table. */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { Label } from '../../metadata/types';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childrenNamed,
    descendants,
    guid,
    requiredText,
    schemaViolation,
    serializeXml,
} from '../xml';

import { componentKind } from './component-kind';
import { requireFormParts } from './form';
import { childLabel, requiredLabel } from './labels';

interface ParsedDashboard {
    readonly id: string;
    readonly type: 0 | 10;
    readonly name: Label;
    readonly description: Label;
    readonly form: XmlElement;
    readonly isDefault: boolean;
    readonly element: XmlElement;
}

export const dashboards = componentKind<ParsedDashboard>(
    'Dashboards',
    (section) => childrenNamed(section, 'Dashboard').map((element) => parseDashboard(element, 0)),
    applyDashboard,
);

export const interactiveDashboards = componentKind<ParsedDashboard>(
    'InteractionCentricDashboards',
    (section) => childrenNamed(section, 'InteractionCentricDashboard').map((element) => parseDashboard(element, 10)),
    applyDashboard,
);

function parseDashboard(element: XmlElement, type: 0 | 10): ParsedDashboard {
    const id = guid(requiredText(element, 'FormId'), element);
    const formXml = child(element, 'FormXml');
    const form = formXml === undefined ? undefined : descendants(formXml, 'form').next().value;
    if (form === undefined) {
        throw schemaViolation(element, `the dashboard ${id} has no 'form'`);
    }
    return {
        id,
        type,
        name: requiredLabel(element, `dashboard ${id}`, 'LocalizedNames'),
        description: childLabel(element, 'Descriptions'),
        form,
        isDefault: childFlag(element, 'IsDefault') ?? false,
        element,
    };
}

function applyDashboard(dashboard: ParsedDashboard, content: SolutionContent): void {
    const name = Object.values(dashboard.name)[0] ?? dashboard.id;
    content.addComponent(ComponentType.Form, dashboard.id, dashboard.element, {
        displayName: name,
        id: dashboard.id,
        needsRoot: true,
    });
    content.addRow(
        'systemform',
        dashboard.id,
        {
            formid: dashboard.id,
            objecttypecode: 'none',
            type: dashboard.type,
            formxml: serializeXml(dashboard.form),
            formactivationstate: 1,
            isdefault: dashboard.isDefault,
        },
        { name: dashboard.name, description: dashboard.description },
    );
    requireFormParts(dashboard.form, undefined, `dashboard ${name} (${dashboard.id})`, content);
}
