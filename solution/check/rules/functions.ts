import { child } from '../../packager/xml';
import { Finding } from '../finding';
import { elementsNamed, filesIn, findFile, type SolutionFiles } from '../solution-files';

/**
 * What belongs to a Power Fx function is there: its Custom API, the formula that it calls with both of its files, and
 * in the manifest the solution that runs it.
 */
export function functions(files: SolutionFiles): Finding[] {
    const findings: Finding[] = [];
    const apis = new Set<string>();
    const dependents = new Set(
        [...elementsNamed(filesIn(files, 'Other'), 'Dependent')].map(
            ({ element }) => element.attributes['id.uniquename'],
        ),
    );
    for (const { path, root } of filesIn(files, 'customapis')) {
        if (root.name !== 'customapi') {
            const api = `${path.split('/').slice(0, 2).join('/')}/customapi.xml`;
            if (!findFile(files, api)) findings.push(new Finding(path, root.line, `there is no ${api}`));
            continue;
        }
        const name = root.attributes['uniquename'] ?? '';
        apis.add(name);
        const reference = child(root, 'fxexpressionid');
        if (!reference) continue;
        const expression = child(reference, 'uniquename')?.text ?? '';
        for (const file of ['fxexpression.json', 'expression.yaml']) {
            const wanted = `fxexpressions/${expression}/${file}`;
            if (!files.tree.has(wanted)) findings.push(new Finding(path, reference.line, `there is no ${wanted}`));
        }
        if (!dependents.has(name)) {
            const message = `the manifest does not say that ${name} depends on Microsoft.PowerFx.Evaluator`;
            findings.push(new Finding('Other/Solution.xml', undefined, message));
        }
    }
    for (const { path, root } of filesIn(files, 'msdyn_functions')) {
        const api = child(child(root, 'customapi') ?? root, 'uniquename')?.text ?? '';
        if (!apis.has(api)) findings.push(new Finding(path, root.line, `there is no Custom API ${api}`));
    }
    return findings;
}
