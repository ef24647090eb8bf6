/**
 * What a maker changes of choices without a solution: the platform's unmanaged layer, "Active", which lies above all
 * others (Microsoft Learn, "Solution layers").
 */
import { DataverseError, ErrorCode } from '../errors';
import { isSameChoice, type ChoiceChange } from '../metadata/choice-changes';
import { UNMANAGED_LAYER, type Layer } from '../metadata/layer';
import type { Label, Option, OptionSet } from '../metadata/types';
import { isObject, readInteger, readText } from '../pipeline/message-parameters';
import type { MessageParameterDefinition, MessageParameters, RequestContext } from '../pipeline/types';
import { checkMayImport, type ImportTarget } from './import-solution';
import { nextMetadataVersion } from './metadata-version';

const INVALID_OPTION_SET = 0x80048403;

/** Which choice a message is about. */
export interface NamedChoice {
    readonly kind: 'Picklist' | 'Status' | 'State' | 'Boolean';
    readonly optionSet: OptionSet;
    /** For a column's own choice. */
    readonly table?: string;
    readonly column?: string;
    /** For a global choice. */
    readonly global?: string;
}

/** Parameters by which every message about options names the choice. */
export const CHOICE_PARAMETERS: readonly MessageParameterDefinition[] = [
    { name: 'OptionSetName', type: 'Edm.String', optional: true },
    { name: 'AttributeLogicalName', type: 'Edm.String', optional: true },
    { name: 'EntityLogicalName', type: 'Edm.String', optional: true },
    { name: 'SolutionUniqueName', type: 'Edm.String', optional: true },
];

/**
 * The choice that OptionSetName, or EntityLogicalName with AttributeLogicalName, names.
 * @throws DataverseError 0x80040220 for users who may not customize, 0x80048403 when there is no such choice
 */
export function namedChoice(
    target: ImportTarget,
    parameters: MessageParameters,
    context: RequestContext,
    message: string,
): NamedChoice {
    checkMayImport(target, context);
    const set = readText(parameters, 'OptionSetName');
    if (set !== undefined && set !== '') {
        const optionSet = target.metadata.optionSets.get(set);
        if (!optionSet) throw invalid(`${message}: there is no global choice named '${set}'.`);
        return { kind: 'Picklist', optionSet, global: set };
    }
    const table = target.metadata.table(readText(parameters, 'EntityLogicalName') ?? '');
    const name = readText(parameters, 'AttributeLogicalName') ?? '';
    const column = table.columns.get(name);
    if (!column) {
        throw new DataverseError(
            ErrorCode.ColumnDoesNotExist,
            `'${table.logicalName}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
        );
    }
    const { optionSet } = column;
    if (!optionSet) throw invalid(`${message}: the column ${name} of ${table.logicalName} has no options.`);
    const kind =
        column.type === 'Status' || column.type === 'State' || column.type === 'Boolean' ? column.type : 'Picklist';
    return optionSet.isGlobal
        ? { kind, optionSet, global: optionSet.name }
        : { kind, optionSet, table: table.logicalName, column: column.logicalName };
}

/**
 * The option with the value that parameter Value gives.
 * @throws DataverseError 0x80048403 when the choice has none
 */
export function namedOption(choice: NamedChoice, parameters: MessageParameters, message: string): Option {
    const value = readInteger(parameters, 'Value', Number.NaN);
    const option = choice.optionSet.options.find((each) => each.value === value);
    if (!option) {
        const values = choice.optionSet.options.map((each) => each.value).join(', ');
        throw invalid(`${message}: ${choice.optionSet.name} has no option ${String(value)}; it has ${values}.`);
    }
    return option;
}

/** Lays a change over the choice, keeps it, and puts the result in force. */
export function changeChoice(
    target: ImportTarget,
    choice: NamedChoice,
    change: (former: ChoiceChange) => ChoiceChange,
): void {
    const key: Omit<ChoiceChange, 'put' | 'removed'> =
        choice.global === undefined
            ? { table: choice.table ?? '', column: choice.column ?? '' }
            : { optionSet: choice.global };
    const layer: Layer = target.layers().find(({ solution }) => solution === UNMANAGED_LAYER) ?? {
        solution: UNMANAGED_LAYER,
        managed: false,
        tables: [],
        relationships: [],
        optionSets: [],
    };
    const choices = layer.choices ?? [];
    const former = choices.find((each) => isSameChoice(each, key)) ?? { ...key, put: [], removed: [] };
    target.putLayer({
        ...layer,
        choices: [...choices.filter((each) => !isSameChoice(each, key)), change(former)],
    });
    nextMetadataVersion(target.store);
}

/** The change with one option as it stands now. */
export function withOption(change: ChoiceChange, option: Option): ChoiceChange {
    return {
        ...change,
        put: [...change.put.filter(({ value }) => value !== option.value), option],
        removed: change.removed.filter((value) => value !== option.value),
    };
}

/**
 * A Label of the Web API as texts by language.
 * @throws DataverseError 0x80040203 when a text has no language
 */
export function readLabel(parameters: MessageParameters, name: string): Label | undefined {
    const given = parameters[name];
    const labels = isObject(given) ? given['LocalizedLabels'] : undefined;
    if (labels === undefined) return undefined;
    const label: Record<number, string> = {};
    for (const each of Array.isArray(labels) ? (labels as readonly unknown[]) : []) {
        const { Label: text, LanguageCode: language } = isObject(each) ? each : {};
        if (typeof text !== 'string' || typeof language !== 'number') {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                `Parameter '${name}' takes a Label whose LocalizedLabels have Label (text) and LanguageCode (number).`,
            );
        }
        label[language] = text;
    }
    return label;
}

const invalid = (message: string): DataverseError => new DataverseError(INVALID_OPTION_SET, message);
