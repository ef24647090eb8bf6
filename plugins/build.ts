import type { AutomatedContract, FunctionContract, PluginMessage, PluginStage } from './contract';
import { expand, type Fragments } from './formula/expand';
import type { MappedText } from './formula/mapped-text';
import { readFragments } from './formula/read-fragments';
import { columnFragments } from './generate/column-fragments';
import { constantFragment } from './generate/constant-fragment';
import { defaultFragments } from './generate/default-fragments';
import { messageFragment } from './generate/message-fragment';
import { statusFragments } from './generate/status-fragments';
import type { RulesModel } from './model/rules-model';
import { readPlugins, type PluginSource } from './read-plugins';
import { readPluginTexts } from './texts/plugin-texts';

/** An automated plug-in as it is registered: an expression, and the step that runs it. */
export interface BuiltPlugin {
    readonly uniqueName: string;
    readonly name: string;
    readonly description: string;
    readonly table: string;
    readonly message: PluginMessage;
    readonly stage: PluginStage;
    readonly rank: number;
    readonly filteringColumns: readonly string[];
    readonly expression: string;
}

/** A function as it is packaged. */
export interface BuiltFunction extends FunctionContract {
    readonly expression: string;
}

/** A plug-in whose formula is complete: no fragment is called any more. */
export interface ExpandedPlugin extends PluginSource {
    readonly expanded: MappedText;
}

/** Everything that a formula may call besides Power Fx itself. */
export function allFragments(model: RulesModel): Fragments {
    const fragments = [
        ...readFragments(),
        ...columnFragments(model),
        ...statusFragments(model),
        ...defaultFragments(),
        messageFragment(readPluginTexts()),
        constantFragment,
    ];
    return new Map(fragments.map((fragment) => [fragment.name, fragment]));
}

/**
 * All plug-ins with their complete formulas.
 * @throws FormulaProblem for a formula that cannot be completed
 */
export function expandPlugins(model: RulesModel): readonly ExpandedPlugin[] {
    const fragments = allFragments(model);
    return readPlugins().map((plugin) => ({ ...plugin, expanded: expand(plugin.formula, fragments) }));
}

/**
 * The automated plug-ins for tables with these columns, in the order they run. One that runs for several
 * messages is several, named after them.
 */
export function buildPlugins(model: RulesModel): readonly BuiltPlugin[] {
    return expandPlugins(model)
        .flatMap(({ contract, expanded }) => (contract.kind === 'automated' ? built(contract, expanded.text) : []))
        .sort((a, b) => a.rank - b.rank || (a.uniqueName < b.uniqueName ? -1 : 1));
}

/** The functions for tables with these columns. */
export function buildFunctions(model: RulesModel): readonly BuiltFunction[] {
    return expandPlugins(model).flatMap(({ contract, expanded }) =>
        contract.kind === 'function' ? [{ ...contract, expression: expanded.text }] : [],
    );
}

function built(contract: AutomatedContract, expression: string): readonly BuiltPlugin[] {
    const { uniqueName, name, description, table, messages, stage, rank, filteringColumns } = contract;
    const isOne = messages.length === 1;
    return messages.map((message) => ({
        uniqueName: isOne ? uniqueName : `${uniqueName}${message}`,
        name: isOne ? name : `${name} (${message})`,
        description,
        table,
        message,
        stage,
        rank,
        filteringColumns: message === 'Update' ? filteringColumns : [],
        expression,
    }));
}
