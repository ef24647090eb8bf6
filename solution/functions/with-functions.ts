import { buildFunctions, type RulesModel } from '../../plugins';
import type { Tree } from '../packager/tree';
import { withEvaluatorDependencies } from './evaluator-dependencies';
import { functionComponents } from './function-components';

/** The tree with the functions, their formulas complete for tables like these. */
export function withFunctions(tree: Tree, model: RulesModel): Tree {
    const functions = buildFunctions(model);
    const complete = new Map([...tree, ...functionComponents(functions)]);
    return withEvaluatorDependencies(
        complete,
        functions.map(({ uniqueName }) => uniqueName),
    );
}
