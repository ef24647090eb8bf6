import { descendants } from '../../packager/xml';
import { Finding } from '../finding';
import { elementsNamed, filesIn, webResourceNames, type SolutionFiles } from '../solution-files';

/** Web resources of the platform itself carry no publisher prefix with underscore and slash. */
const REFERENCE = /\$webresource:([^\s"'<>]+)/g;
const OWN_STOCK = new Set(['platform']);

/**
 * Each web resource has a body; each `$webresource:` name and each form library is a web resource of the solution.
 */
export function webResources(files: SolutionFiles): Finding[] {
    const names = webResourceNames(files);
    const findings: Finding[] = [];
    for (const { path } of filesIn(files, 'WebResources')) {
        if (!path.endsWith('.data.xml')) continue;
        const body = files.tree.get(path.slice(0, -'.data.xml'.length));
        if (!body) findings.push(new Finding(path, undefined, 'the body of the web resource is missing'));
        else if (body.length === 0)
            findings.push(new Finding(path, undefined, 'the body of the web resource is empty'));
    }
    const require = (path: string, line: number, name: string): void => {
        if (!names.has(name) && !OWN_STOCK.has(name)) {
            findings.push(new Finding(path, line, `web resource ${name} is not in the solution`));
        }
    };
    for (const { path, root } of files.xmlFiles) {
        for (const element of descendants(root)) {
            for (const text of [...Object.values(element.attributes), element.text]) {
                for (const [, name] of text.matchAll(REFERENCE)) require(path, element.line, name ?? '');
            }
        }
    }
    for (const { file, element } of elementsNamed(filesIn(files, 'Entities'), 'Library', 'Handler')) {
        require(file.path, element.line, element.attributes['name'] ?? element.attributes['libraryName'] ?? '');
    }
    return findings;
}
