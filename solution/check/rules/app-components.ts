import { Finding } from '../finding';
import { elementsNamed, filesIn, type SolutionFiles } from '../solution-files';

/** Forms (60) and views (26) of the solution's app by id: those named must be the solution's own or stock. */
const OWN_KINDS: Readonly<Record<string, { folder: string; idElement: string; what: string }>> = {
    '26': { folder: '/SavedQueries/', idElement: 'savedqueryid', what: 'view' },
    '60': { folder: '/FormXml/', idElement: 'formid', what: 'form' },
};

/** What an app lists is in the solution: an app module that names a missing form or view fails at import. */
export function appComponents(files: SolutionFiles): Finding[] {
    const findings: Finding[] = [];
    for (const { file, element } of elementsNamed(filesIn(files, 'AppModules'), 'AppModuleComponent')) {
        const kind = OWN_KINDS[element.attributes['type'] ?? ''];
        const id = plain(element.attributes['id'] ?? '');
        if (!kind || id === '') continue;
        const own = filesIn(files, 'Entities').filter((it) => it.path.includes(kind.folder));
        const ids = new Set([...elementsNamed(own, kind.idElement)].map((it) => plain(it.element.text)));
        if (!ids.has(id))
            findings.push(new Finding(file.path, element.line, `${kind.what} ${id} is not in the solution`));
    }
    return findings;
}

function plain(id: string): string {
    return id.replace(/[{}]/g, '').toLowerCase();
}
