/** `<FormXml>`: main, quick view, quick create and card forms of a table. */
import { DataverseError } from '../../errors';
import type { Label } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childInteger,
    childrenNamed,
    childText,
    descendants,
    guid,
    placeOf,
    requiredText,
    schemaViolation,
    serializeXml,
    textOf,
} from '../xml';

import { childLabel, requiredLabel } from './labels';
import { optional } from './optional';

export interface ParsedForm {
    readonly id: string;
    /** Value of systemform.type. */
    readonly type: number;
    readonly name: Label;
    readonly description: Label;
    readonly form: XmlElement;
    readonly isActive: boolean;
    readonly presentation: number | undefined;
    readonly isDefault: boolean | undefined;
    readonly element: XmlElement;
}

/** systemform.type by the `type` of `<forms>`. */
const FORM_TYPES: Readonly<Record<string, number>> = {
    dashboard: 0,
    appointmentbook: 1,
    main: 2,
    mobile: 5,
    quick: 6,
    quickcreate: 7,
    dialog: 8,
    taskflow: 9,
    interactioncentricdashboard: 10,
    card: 11,
    maininteractive: 12,
    'main-interactive': 12,
};

/** ImportFormXmlError, SystemFormCreateWithExistingLabel. */
const FORM_ERROR = 0x80048007;
const LABEL_EXISTS = 0x8004f658;

/** Reads the forms of one table; unmodified ones are left out. */
export function parseForms(section: XmlElement | undefined): readonly ParsedForm[] {
    return childrenNamed(section, 'forms').flatMap((forms) => {
        const typeName = (forms.attributes['type'] ?? 'main').toLowerCase();
        const type = FORM_TYPES[typeName];
        if (type === undefined) {
            throw schemaViolation(forms, `'${typeName}' is not a form type`);
        }
        return childrenNamed(forms, 'systemform')
            .filter((element) => element.attributes['unmodified'] !== '1')
            .map((element) => parseForm(element, type));
    });
}

function parseForm(element: XmlElement, type: number): ParsedForm {
    const id = guid(requiredText(element, 'formid'), element);
    const form = child(element, 'form');
    if (form === undefined) {
        throw schemaViolation(element, `the form ${id} has no 'form'`);
    }
    return {
        id,
        type,
        name: requiredLabel(element, `form ${id}`, 'LocalizedNames'),
        description: childLabel(element, 'Descriptions'),
        form,
        isActive: (childInteger(element, 'FormActivationState') ?? 1) === 1,
        presentation: childInteger(element, 'FormPresentation'),
        isDefault: childFlag(element, 'isdefault') ?? childFlag(element, 'IsDefault'),
        element,
    };
}

/** Adds the form's row, and what the form needs. */
export function applyForm(form: ParsedForm, table: string, content: SolutionContent): void {
    const name = Object.values(form.name)[0] ?? form.id;
    refuseDifference(form.form, name);
    noteLabelIds(form.form, name, content);
    content.addComponent(ComponentType.Form, form.id, form.element, {
        displayName: name,
        id: form.id,
        coveredBy: [table],
    });
    content.addRow(
        'systemform',
        form.id,
        {
            formid: form.id,
            objecttypecode: table,
            type: form.type,
            formxml: serializeXml(form.form),
            formactivationstate: form.isActive ? 1 : 0,
            isdefault: form.isDefault ?? false,
            ...optional('formpresentation', form.presentation),
        },
        { name: form.name, description: form.description },
    );
    requireFormParts(form.form, table, `form ${name} (${form.id}) of ${table}`, content);
}

/** A form that only says what changes needs a form to change, and this environment's forms are whole. */
function refuseDifference(form: XmlElement, name: string): void {
    for (const element of withDescendants(form)) {
        if (element.attributes['solutionaction'] !== undefined) {
            throw new DataverseError(
                FORM_ERROR,
                `The form '${name}' cannot be imported: full formXml is expected to create a form, and ` +
                    `'${element.name}' has a solutionaction (${placeOf(element)}).`,
            );
        }
    }
}

function noteLabelIds(form: XmlElement, name: string, content: SolutionContent): void {
    for (const element of withDescendants(form)) {
        const labelId = element.attributes['labelid']?.toLowerCase();
        if (labelId === undefined) {
            continue;
        }
        const former = content.formLabelIds.get(labelId);
        if (former !== undefined) {
            const text = childrenNamed(child(element, 'labels'), 'label')[0]?.attributes['description'] ?? name;
            throw new DataverseError(
                LABEL_EXISTS,
                `The label '${text}', id: '${labelId}' already exists. Supply unique labelid values. ` +
                    `(${placeOf(element)}; first at ${former})`,
            );
        }
        content.formLabelIds.set(labelId, placeOf(element));
    }
}

/** What a form or a dashboard names: columns, scripts, views, tables, code components. */
export function requireFormParts(
    form: XmlElement,
    table: string | undefined,
    neededBy: string,
    content: SolutionContent,
): void {
    for (const control of descendants(form, 'control')) {
        const column = control.attributes['datafieldname'];
        if (column !== undefined && column !== '' && table !== undefined) {
            content.require({ kind: 'column', table, name: column.toLowerCase(), neededBy, place: placeOf(control) });
        }
        requireSubgrid(control, neededBy, content);
    }
    for (const library of descendants(form, 'Library')) {
        requireWebResource(library.attributes['name'], library, neededBy, content);
    }
    for (const handler of descendants(form, 'Handler')) {
        requireWebResource(handler.attributes['libraryName'], handler, neededBy, content);
    }
    for (const control of descendants(form, 'customControl')) {
        requireCustomControl(control, neededBy, content);
    }
}

function requireSubgrid(control: XmlElement, neededBy: string, content: SolutionContent): void {
    const parameters = child(control, 'parameters');
    const target = childText(parameters, 'TargetEntityType');
    if (target !== undefined) {
        content.require({ kind: 'table', name: target.toLowerCase(), neededBy, place: placeOf(control) });
    }
    const view = child(parameters, 'ViewId');
    const viewId = textOf(view);
    if (view !== undefined && viewId !== '') {
        content.require({
            kind: 'row',
            table: 'savedquery',
            column: 'savedqueryid',
            name: guid(viewId, view),
            neededBy,
            place: placeOf(view),
        });
    }
}

/** Requires a web resource by name; `$webresource:` in front is left out, other addresses are the platform's own. */
export function requireWebResource(
    name: string | undefined,
    element: XmlElement,
    neededBy: string,
    content: SolutionContent,
): void {
    const bare = name?.replace(/^\$webresource:/i, '');
    if (bare !== undefined && bare !== '' && !bare.startsWith('/')) {
        content.require({
            kind: 'row',
            table: 'webresource',
            column: 'name',
            name: bare,
            neededBy,
            place: placeOf(element),
        });
    }
}

/** Requires a code component by name; `MscrmControls.…` are parts of the app itself. */
export function requireCustomControl(control: XmlElement, neededBy: string, content: SolutionContent): void {
    const name = control.attributes['name'];
    if (name !== undefined && name !== '' && !name.startsWith('MscrmControls.')) {
        content.require({
            kind: 'row',
            table: 'customcontrol',
            column: 'name',
            name,
            neededBy,
            place: placeOf(control),
        });
    }
}

function* withDescendants(element: XmlElement): Generator<XmlElement> {
    yield element;
    for (const part of element.children) {
        yield* withDescendants(part);
    }
}
