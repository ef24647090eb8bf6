import { PackagingError, type Tree, encode, textOf } from '../packager/tree';
import { EVALUATOR_ID } from './function-components';

const MANIFEST = 'Other/Solution.xml';
const PLACE = '<MissingDependencies />';

/** Component type of a plug-in type (Microsoft Learn, "SolutionComponent table reference"). */
const PLUGIN_TYPE = 90;

/**
 * Says in the manifest that the functions need Dataverse's Power Fx solution, as a live export does: an environment
 * that lacks it refuses the import and names what is missing.
 * @throws PackagingError for a manifest that lists missing dependencies of its own
 */
export function withEvaluatorDependencies(tree: Tree, customApis: readonly string[]): Tree {
    if (customApis.length === 0) return tree;
    const manifest = textOf(tree, MANIFEST);
    if (!manifest.includes(PLACE))
        throw new PackagingError(MANIFEST, `there is no ${PLACE} for what the functions need`);
    const dependencies = customApis.map(
        (name) => `      <MissingDependency>
        <Required type="${PLUGIN_TYPE}" schemaName="Microsoft.PowerFx.Evaluator, Microsoft.PowerFx.PlexPlugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35" displayName="Microsoft.PowerFx.Evaluator" solution="msft_PowerfxRuleSolution (1.0.0.72)" id="{${EVALUATOR_ID}}">
          <package appName="PowerfxRuleApp Package" version="1.0.0.72">PowerfxRuleApp_Anchor (1.0.0.72)</package>
        </Required>
        <Dependent type="CustomAPI" displayName="${name}" id.uniquename="${name}" />
      </MissingDependency>`,
    );
    const list = `<MissingDependencies>\n${dependencies.join('\n')}\n    </MissingDependencies>`;
    return new Map([...tree, [MANIFEST, encode(manifest.replace(PLACE, list))]]);
}
