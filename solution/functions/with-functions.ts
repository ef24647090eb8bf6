import { buildFunctions, type LeadModel } from '../../plugins';
import type { Tree } from '../packager/tree';
import { withEvaluatorDependencies } from './evaluator-dependencies';
import { functionComponents } from './function-components';

/** The tree with the functions, their formulas complete for a table lead like this. */
export function withFunctions(tree: Tree, model: LeadModel): Tree {
    const functions = buildFunctions(model);
    const complete = new Map([...tree, ...functionComponents(functions)]);
    return withEvaluatorDependencies(
        complete,
        functions.map(({ uniqueName }) => uniqueName),
    );
}
