import { controlClassOf } from './control-class';
import type {
    CellDefinition,
    CodeComponentDefinition,
    ControlDefinition,
    EventDefinition,
    EventHandlerDefinition,
    FormDefinition,
    SectionDefinition,
    TabColumnDefinition,
    TabDefinition,
} from './types';

const BASE_LANGUAGE = 1033;

/**
 * Reads a form's XML.
 *
 * @param form the systemform's id, name and `<form>` element
 * @param language locale id the labels are wanted in; falls back to 1033, then to whatever label there is
 * @throws Error that names the form when the XML is not well-formed or is not a form
 */
export function parseForm(
    form: { readonly id: string; readonly name: string; readonly formXml: string },
    language: number,
): FormDefinition {
    const document = new DOMParser().parseFromString(form.formXml, 'text/xml');
    const root = document.documentElement;
    const fault = document.getElementsByTagName('parsererror')[0];
    if (fault !== undefined || root.tagName !== 'form') {
        throw new Error(
            `Form "${form.name}" (${form.id}) cannot be shown: its XML ` +
                (fault === undefined ? `starts with <${root.tagName}>, not <form>.` : 'is not well-formed.'),
        );
    }
    const tabs = childrenOf(childOf(root, 'tabs'), 'tab').map((tab) => parseTab(tab, language));
    return {
        id: form.id,
        name: form.name,
        tabs,
        header: rowsOf(childOf(root, 'header'), language).flat(),
        footer: rowsOf(childOf(root, 'footer'), language).flat(),
        libraries: childrenOf(childOf(root, 'formLibraries'), 'Library').flatMap((library) => {
            const name = library.getAttribute('name');
            return name === null ? [] : [name];
        }),
        events: childrenOf(childOf(root, 'events'), 'event').map(parseEvent),
        codeComponents: parseControlDescriptions(childOf(root, 'controlDescriptions')),
    };
}

function parseTab(tab: Element, language: number): TabDefinition {
    const columns = childrenOf(childOf(tab, 'columns'), 'column').map(
        (column): TabColumnDefinition => ({
            width: Number.parseFloat(column.getAttribute('width') ?? '100') || 100,
            sections: childrenOf(childOf(column, 'sections'), 'section').map((section) =>
                parseSection(section, language),
            ),
        }),
    );
    const id = guid(tab.getAttribute('id'));
    return {
        id,
        name: tab.getAttribute('name') ?? id,
        label: labelOf(tab, language),
        visible: flag(tab, 'visible', true),
        expanded: flag(tab, 'expanded', true),
        showLabel: flag(tab, 'showlabel', true),
        columns,
    };
}

function parseSection(section: Element, language: number): SectionDefinition {
    const id = guid(section.getAttribute('id'));
    // `columns` is either a number or the grid pattern of older forms: "11" is two columns.
    const columns = section.getAttribute('columns') ?? '1';
    const count = columns.length > 1 ? columns.length : Number.parseInt(columns, 10);
    return {
        id,
        name: section.getAttribute('name') ?? id,
        label: labelOf(section, language),
        visible: flag(section, 'visible', true),
        showLabel: flag(section, 'showlabel', true),
        columns: Math.min(Math.max(Number.isNaN(count) ? 1 : count, 1), 4),
        rows: rowsOf(section, language),
    };
}

function rowsOf(parent: Element | undefined, language: number): CellDefinition[][] {
    return childrenOf(childOf(parent, 'rows'), 'row').map((row) =>
        childrenOf(row, 'cell').map((cell) => parseCell(cell, language)),
    );
}

function parseCell(cell: Element, language: number): CellDefinition {
    const control = childOf(cell, 'control');
    return {
        id: guid(cell.getAttribute('id')),
        label: labelOf(cell, language),
        visible: flag(cell, 'visible', true),
        showLabel: flag(cell, 'showlabel', true),
        columnSpan: positive(cell.getAttribute('colspan')),
        rowSpan: positive(cell.getAttribute('rowspan')),
        ...(control === undefined ? {} : { control: parseControl(control) }),
    };
}

function parseControl(control: Element): ControlDefinition {
    const classId = control.getAttribute('classid') ?? '';
    const column = control.getAttribute('datafieldname')?.toLowerCase() || undefined;
    const name = control.getAttribute('id') ?? column ?? '';
    const parameters: Record<string, string> = {};
    for (const parameter of elementsOf(childOf(control, 'parameters'))) {
        parameters[parameter.tagName] = parameter.textContent ?? '';
    }
    return {
        name,
        uniqueId: guid(control.getAttribute('uniqueid')),
        classId,
        controlClass: controlClassOf(classId, column),
        ...(column === undefined ? {} : { column }),
        disabled: flag(control, 'disabled', false),
        parameters,
    };
}

function parseEvent(event: Element): EventDefinition {
    const handlers = ['InternalHandlers', 'Handlers'].flatMap((group) =>
        childrenOf(childOf(event, group), 'Handler')
            .filter((handler) => flag(handler, 'enabled', true))
            .map(
                (handler): EventHandlerDefinition => ({
                    functionName: handler.getAttribute('functionName') ?? '',
                    library: handler.getAttribute('libraryName') ?? '',
                    passExecutionContext: flag(handler, 'passExecutionContext', false),
                    parameters: parseParameters(handler.getAttribute('parameters') ?? ''),
                }),
            ),
    );
    const attribute = event.getAttribute('attribute')?.toLowerCase();
    const control = event.getAttribute('control');
    return {
        name: (event.getAttribute('name') ?? '').toLowerCase(),
        ...(attribute ? { attribute } : {}),
        ...(control ? { control } : {}),
        handlers,
    };
}

/** A handler's parameters are written as the inside of a JavaScript argument list; JSON covers what makers write. */
function parseParameters(text: string): readonly unknown[] {
    if (text.trim() === '') {
        return [];
    }
    try {
        return JSON.parse(
            `[${text.replace(/'([^']*)'/g, (_match, inner: string) => JSON.stringify(inner))}]`,
        ) as unknown[];
    } catch {
        return text.split(',').map((part) => part.trim());
    }
}

function parseControlDescriptions(
    descriptions: Element | undefined,
): ReadonlyMap<string, readonly CodeComponentDefinition[]> {
    const components = new Map<string, readonly CodeComponentDefinition[]>();
    for (const description of childrenOf(descriptions, 'controlDescription')) {
        components.set(
            guid(description.getAttribute('forControl')),
            childrenOf(description, 'customControl').map(parseCodeComponent),
        );
    }
    return components;
}

function parseCodeComponent(component: Element): CodeComponentDefinition {
    const name = component.getAttribute('name') ?? undefined;
    const formFactor = component.getAttribute('formFactor');
    const parameters: Record<string, { type?: string; static: boolean; value: string }> = {};
    let dataSet: string | undefined;
    for (const parameter of elementsOf(childOf(component, 'parameters'))) {
        if (parameter.tagName === 'data-set') {
            dataSet = parameter.getAttribute('name') ?? undefined;
            continue;
        }
        const type = parameter.getAttribute('type') ?? undefined;
        parameters[parameter.tagName] = {
            ...(type === undefined ? {} : { type }),
            static: flag(parameter, 'static', false),
            value: parameter.textContent ?? '',
        };
    }
    return {
        ...(name === undefined ? {} : { name }),
        ...(formFactor === null ? {} : { formFactor: Number.parseInt(formFactor, 10) }),
        parameters,
        ...(dataSet === undefined ? {} : { dataSet }),
    };
}

function labelOf(element: Element, language: number): string {
    const labels = childrenOf(childOf(element, 'labels'), 'label');
    const inLanguage = (wanted: number): Element | undefined =>
        labels.find((label) => label.getAttribute('languagecode') === String(wanted));
    return (inLanguage(language) ?? inLanguage(BASE_LANGUAGE) ?? labels[0])?.getAttribute('description') ?? '';
}

function elementsOf(parent: Element | undefined): Element[] {
    return parent === undefined ? [] : Array.from(parent.children);
}

function childrenOf(parent: Element | undefined, tagName: string): Element[] {
    return elementsOf(parent).filter((child) => child.tagName === tagName);
}

function childOf(parent: Element | undefined, tagName: string): Element | undefined {
    return childrenOf(parent, tagName)[0];
}

/** Form XML writes booleans as true/false or 1/0. */
function flag(element: Element, name: string, fallback: boolean): boolean {
    const text = element.getAttribute(name)?.toLowerCase();
    return text === undefined || text === '' ? fallback : text === 'true' || text === '1';
}

function positive(text: string | null): number {
    const value = Number.parseInt(text ?? '1', 10);
    return Number.isNaN(value) || value < 1 ? 1 : value;
}

function guid(text: string | null): string {
    return (text ?? '').replace(/[{}]/g, '').toLowerCase();
}
