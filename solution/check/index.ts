import type { Tree } from '../packager/tree';
import type { EnvironmentColumns } from './environment-columns';
import { environmentColumns } from './environment-columns';
import type { Finding } from './finding';
import { appComponents } from './rules/app-components';
import { columns } from './rules/columns';
import { elementOrder } from './rules/element-order';
import { functions } from './rules/functions';
import { identifiers } from './rules/identifiers';
import { labels } from './rules/labels';
import { ribbon } from './rules/ribbon';
import { rootComponents } from './rules/root-components';
import { scriptFunctions } from './rules/script-functions';
import { webResources } from './rules/web-resources';
import { solutionFiles } from './solution-files';

/**
 * Looks for everything in an unpacked solution that an import would refuse or that would fail in use.
 * @param environment columns of the tables that the solution extends; by default those of the base environment
 * @returns findings, in the order of the rules
 */
export function checkSolution(tree: Tree, environment: EnvironmentColumns = environmentColumns()): readonly Finding[] {
    const files = solutionFiles(tree);
    return [
        ...elementOrder(files),
        ...rootComponents(files),
        ...identifiers(files),
        ...labels(files),
        ...webResources(files),
        ...scriptFunctions(files),
        ...ribbon(files),
        ...columns(files, environment),
        ...appComponents(files),
        ...functions(files),
    ];
}
