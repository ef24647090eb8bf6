import { addComponents, pathsBelow, type ComponentKind } from '../kind';
import { encode, PackagingError, textOf, type Tree } from '../tree';
import { child, innerSource, parseXml, source, withoutChildren, type XmlElement } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

const FOLDER = 'Entities';
const SCHEMA_INSTANCE = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/**
 * Tables: `Entities/<Name>/` with Entity.xml (the table and its columns), RibbonDiff.xml, FormXml/<type>/{id}.xml,
 * SavedQueries/{id}.xml, Visualizations/{id}.xml and Formulas/ (members of the zip).
 */
export const entities: ComponentKind = {
    containers: ['Entities'],
    pack(tree, packed) {
        const paths = pathsBelow(tree, FOLDER);
        const names = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))];
        const taken: string[] = [];
        addComponents(
            packed,
            'Entities',
            names.map((name) => packEntity(tree, `${FOLDER}/${name}`, taken, packed.members)),
        );
        return taken;
    },
    unpack(zip, tree) {
        const taken: string[] = [];
        for (const entity of zip.containers.get('Entities')?.children ?? []) {
            const folder = `${FOLDER}/${nameOf(entity)}`;
            unpackEntity(zip.customizations, entity, folder, tree);
            const formulas = [...zip.members.keys()].filter((member) =>
                member.toLowerCase().startsWith(`formulas/${nameOf(entity).toLowerCase()}-`),
            );
            for (const member of formulas) {
                tree.set(`${folder}/${member}`, zip.members.get(member) ?? new Uint8Array());
                taken.push(member);
            }
        }
        return taken;
    },
};

function packEntity(tree: Tree, folder: string, taken: string[], members: Map<string, Uint8Array>): string {
    const entityPath = `${folder}/Entity.xml`;
    const xml = textOf(tree, entityPath);
    const root = parseXml(xml, entityPath);
    if (root.name !== 'Entity')
        throw new PackagingError(entityPath, `expected <Entity>, found <${root.name}>`, root.line);
    taken.push(entityPath);

    const parts = [
        packForms(tree, folder, taken),
        packList(tree, `${folder}/SavedQueries`, taken, 'SavedQueries', 'savedqueries'),
        packList(tree, `${folder}/Visualizations`, taken, 'Visualizations', 'visualization'),
    ];
    const ribbonPath = `${folder}/RibbonDiff.xml`;
    if (tree.has(ribbonPath)) {
        const ribbon = textOf(tree, ribbonPath);
        parts.push(source(ribbon, parseXml(ribbon, ribbonPath)));
        taken.push(ribbonPath);
    }
    for (const path of pathsBelow(tree, `${folder}/Formulas`)) {
        members.set(path.slice(folder.length + 1), tree.get(path) ?? new Uint8Array());
        taken.push(path);
    }
    const inner = [xml.slice(root.contentStart, root.contentEnd).trimEnd(), ...parts.filter(Boolean)].join('\n');
    return `${xml.slice(root.start, root.contentStart)}${inner}\n</Entity>`;
}

function packForms(tree: Tree, folder: string, taken: string[]): string {
    const paths = pathsBelow(tree, `${folder}/FormXml`);
    const types = [...new Set(paths.map((path) => path.slice(folder.length + 1).split('/')[1] ?? ''))];
    const groups = types.map((type) => {
        const forms = paths
            .filter((path) => path.startsWith(`${folder}/FormXml/${type}/`))
            .map((path) => wrapped(tree, path, 'forms'));
        return `<forms type="${type}">\n${forms.join('\n')}\n</forms>`;
    });
    taken.push(...paths);
    return groups.length === 0 ? '' : `<FormXml>\n${groups.join('\n')}\n</FormXml>`;
}

/** Saved queries stand in a second wrapper inside their container; charts stand in it directly. */
function packList(tree: Tree, folder: string, taken: string[], container: string, wrapper: string): string {
    const paths = pathsBelow(tree, folder);
    if (paths.length === 0) return '';
    taken.push(...paths);
    if (container === 'Visualizations') {
        const charts = paths.map((path) => source(textOf(tree, path), parseXml(textOf(tree, path), path)));
        return `<Visualizations>\n${charts.join('\n')}\n</Visualizations>`;
    }
    const queries = paths.map((path) => wrapped(tree, path, wrapper));
    return `<${container}>\n<${wrapper}>\n${queries.join('\n')}\n</${wrapper}>\n</${container}>`;
}

/** The element inside a file's wrapper, such as the `<systemform>` inside `<forms>`. */
function wrapped(tree: Tree, path: string, wrapper: string): string {
    const xml = textOf(tree, path);
    const root = parseXml(xml, path);
    if (root.name !== wrapper || root.children.length !== 1) {
        throw new PackagingError(
            path,
            `expected <${wrapper}> with one element inside, found <${root.name}>`,
            root.line,
        );
    }
    return innerSource(xml, root).trim();
}

function unpackEntity(xml: string, entity: XmlElement, folder: string, tree: Tree): void {
    const forms = child(entity, 'FormXml');
    const queries = child(entity, 'SavedQueries');
    const charts = child(entity, 'Visualizations');
    const ribbon = child(entity, 'RibbonDiffXml');
    const file = (path: string, text: string): void => {
        tree.set(`${folder}/${path}`, encode(`${XML_DECLARATION}${text}\n`));
    };
    const gone = [forms, queries, charts, ribbon].filter((part) => part !== undefined);
    file(
        'Entity.xml',
        withoutChildren(
            xml,
            entity,
            gone.sort((a, b) => a.start - b.start),
        ),
    );
    if (ribbon) file('RibbonDiff.xml', source(xml, ribbon));
    for (const group of forms?.children ?? []) {
        for (const form of group.children) {
            file(
                `FormXml/${group.attributes['type'] ?? 'main'}/${idOf(form, 'formid')}.xml`,
                wrap('forms', source(xml, form)),
            );
        }
    }
    for (const query of queries?.children.flatMap((wrapper) => wrapper.children) ?? []) {
        file(`SavedQueries/${idOf(query, 'savedqueryid')}.xml`, wrap('savedqueries', source(xml, query)));
    }
    for (const chart of charts?.children ?? []) {
        file(`Visualizations/${idOf(chart, 'savedqueryvisualizationid')}.xml`, source(xml, chart));
    }
}

function wrap(wrapper: string, element: string): string {
    return `<${wrapper} ${SCHEMA_INSTANCE}>\n  ${element}\n</${wrapper}>`;
}

function nameOf(entity: XmlElement): string {
    return named(entity, child(entity, 'Name')?.text);
}

function idOf(element: XmlElement, name: string): string {
    return named(element, child(element, name)?.text);
}

function named(element: XmlElement, name: string | undefined): string {
    if (name) return name;
    throw new PackagingError('customizations.xml', `<${element.name}> has no name or id`, element.line);
}
