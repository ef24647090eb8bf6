import { check, parse, type CheckedFormula } from '../local/powerfx';
import type { SyntaxNode } from '../local/powerfx/syntax/nodes';
import type { ExpandedPlugin } from './build';
import type { FunctionContract } from './contract';
import { childNodes } from './formula/child-nodes';
import type { MappedText } from './formula/mapped-text';
import { FormulaProblem } from './formula/source-text';
import type { TableModels } from './model/table-model';
import { outputType, pluginSchema } from './schema/plugin-schema';
import { UNSUPPORTED_FUNCTIONS } from './unsupported-functions';

/** Tables that one function may read (Microsoft Learn, "Create Dataverse functions"). */
const MOST_TABLES = 5;

/** Formulas act: they set columns, write rows and refuse. */
const OPTIONS = { allowSideEffects: true } as const;

/**
 * Holds every plug-in against the data model: unknown tables and columns, wrong types, functions that the platform
 * does not run, outputs that the contract does not have.
 * @returns the problems with file, line and column; empty for none
 */
export function checkPlugins(plugins: readonly ExpandedPlugin[], tables: TableModels): readonly FormulaProblem[] {
    return plugins.flatMap((plugin) => checkPlugin(plugin, tables));
}

function checkPlugin({ contract, formula, expanded }: ExpandedPlugin, tables: TableModels): readonly FormulaProblem[] {
    const contractProblem = (reason: string): FormulaProblem =>
        new FormulaProblem({ file: formula.file.replace(/formula\.fx$/, 'contract.json'), line: 1, column: 1 }, reason);
    try {
        const checked = check(expanded.text, pluginSchema(contract, tables), OPTIONS);
        return [
            ...checked.errors.map(({ start, message }) => new FormulaProblem(expanded.placeOf(start), message)),
            ...unsupportedCalls(expanded),
            ...(contract.kind === 'function' ? functionProblems(contract, checked, tables).map(contractProblem) : []),
        ];
    } catch (error) {
        return [contractProblem(error instanceof Error ? error.message : String(error))];
    }
}

function unsupportedCalls(expanded: MappedText): readonly FormulaProblem[] {
    return [...nodes(parse(expanded.text, OPTIONS).root)].flatMap((node) => {
        if (node.kind === 'as') return [problem('As', node.name.span.start)];
        if (node.kind !== 'call' || !UNSUPPORTED_FUNCTIONS.has(node.name.name)) return [];
        return [problem(node.name.name, node.name.span.start)];
    });

    function problem(name: string, start: number): FormulaProblem {
        return new FormulaProblem(expanded.placeOf(start), `${name} is not supported in plug-ins of Dataverse`);
    }
}

function* nodes(node: SyntaxNode): Generator<SyntaxNode> {
    yield node;
    for (const child of childNodes(node)) yield* nodes(child);
}

function functionProblems(
    { outputs, tables: named }: FunctionContract,
    { type, dependencies, errors }: CheckedFormula,
    tables: TableModels,
): readonly string[] {
    const bySet = new Map([...tables.values()].map(({ entitySet, name }) => [entitySet, name]));
    const used = dependencies.variables.flatMap((name) => bySet.get(name) ?? []);
    const problems = [
        ...used
            .filter((name) => !named.includes(name))
            .map((name) => `"tables" lacks ${name}, which the formula reads`),
        ...named
            .filter((name) => !used.includes(name))
            .map((name) => `"tables" names ${name}, which the formula does not read`),
        ...(named.length > MOST_TABLES ? [`a function may read ${MOST_TABLES} tables, not ${named.length}`] : []),
    ];
    if (errors.length > 0) return problems;
    if (type.kind !== 'Record') return [...problems, `the formula gives ${type.kind}, not a record of the outputs`];
    const given = type.fields.names();
    return [
        ...problems,
        ...given
            .filter((name) => !outputs.some((output) => output.name === name))
            .map((name) => `"outputs" lacks ${name}, which the formula gives`),
        ...outputs.flatMap((output) => {
            const field = type.fields.find(output.name);
            if (!field) return [`the formula does not give the output ${output.name}`];
            const wanted = outputType(output.type).kind;
            return field.type.kind === wanted ? [] : [`the output ${output.name} is ${field.type.kind}, not ${wanted}`];
        }),
    ];
}
