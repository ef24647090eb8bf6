import { descendants, type XmlElement } from '../../packager/xml';
import { Finding } from '../finding';
import { filesIn, type SolutionFiles } from '../solution-files';

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** Elements whose text is their own id. */
const ID_ELEMENTS = new Set(['formid', 'savedqueryid', 'WebResourceId', 'savedqueryvisualizationid']);
/** Elements of a form with an id of their own; a copied one collides in the environment. */
const FORM_ELEMENTS = new Set(['tab', 'section', 'cell', 'header', 'footer']);

/** No two components, form elements or labels share an id, and every id is a GUID. */
export function identifiers(files: SolutionFiles): Finding[] {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    const claim = (path: string, line: number, id: string, what: string): void => {
        if (!GUID.test(id)) {
            findings.push(new Finding(path, line, `${what} id "${id}" is not a GUID`));
            return;
        }
        const key = id.replace(/[{}]/g, '').toLowerCase();
        const first = seen.get(key);
        if (first) findings.push(new Finding(path, line, `${what} id ${id} is used before in ${first}`));
        else seen.set(key, `${path}:${line}`);
    };
    const folders = ['Entities', 'WebResources', 'Roles', 'Dashboards'];
    for (const { path, root } of folders.flatMap((folder) => filesIn(files, folder))) {
        // An app's <WebResourceId> and the like refer to something else: only the component's own id counts.
        for (const element of descendants(root)) {
            const id = ownId(element, path);
            if (id !== undefined) claim(path, element.line, id, element.name);
        }
    }
    return [...findings, ...ribbonIds(files)];
}

function ownId(element: XmlElement, path: string): string | undefined {
    if (ID_ELEMENTS.has(element.name)) return element.text;
    if (element.name === 'Role') return element.attributes['id'] ?? '';
    if (path.includes('/FormXml/') && FORM_ELEMENTS.has(element.name)) return element.attributes['id'] ?? '';
    if (element.name === 'Handler') return element.attributes['handlerUniqueId'] ?? '';
    if (element.name === 'label' || element.name === 'Library') {
        return element.attributes['id'] ?? element.attributes['libraryUniqueId'];
    }
    return undefined;
}

/** Ids in a ribbon are names: unique per kind of element. */
function ribbonIds(files: SolutionFiles): Finding[] {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    const kinds = new Set(['CustomAction', 'HideCustomAction', 'Button', 'CommandDefinition', 'LocLabel']);
    for (const { path, root } of files.xmlFiles.filter((file) => file.path.endsWith('RibbonDiff.xml'))) {
        for (const element of descendants(root)) {
            if (!kinds.has(element.name)) continue;
            const id = element.attributes['Id'] ?? element.attributes['HideActionId'] ?? '';
            const key = `${element.name}|${id}`;
            const first = seen.get(key);
            if (first)
                findings.push(new Finding(path, element.line, `${element.name} ${id} is used before in ${first}`));
            seen.set(key, `${path}:${element.line}`);
        }
    }
    return findings;
}
