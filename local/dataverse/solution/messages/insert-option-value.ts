/** InsertOptionValue (Microsoft Learn, "InsertOptionValue Action"). */
import { DataverseError, ErrorCode } from '../../errors';
import type { Option } from '../../metadata/types';
import { readInteger, readText } from '../../pipeline/message-parameters';
import type { MessageDefinition, MessageParameters } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import {
    CHOICE_PARAMETERS,
    changeChoice,
    namedChoice,
    readLabel,
    withOption,
    type NamedChoice,
} from '../unmanaged-choices';

const NOT_UNIQUE = 0x80044310;
const NO_MORE_VALUES = 0x8004431f;
/** Values that a publisher's prefix has room for. */
const VALUES_PER_PREFIX = 10_000;

export function insertOptionValueMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'InsertOptionValue',
        kind: 'action',
        parameters: [
            ...CHOICE_PARAMETERS,
            { name: 'Value', type: 'Edm.Int32', optional: true },
            { name: 'Label', type: 'mscrm.Label', optional: false },
            { name: 'Description', type: 'mscrm.Label', optional: true },
        ],
        returns: { type: 'mscrm.InsertOptionValueResponse' },
        run: (_organization, parameters, context) => {
            const choice = namedChoice(target, parameters, context, 'InsertOptionValue');
            if (choice.kind !== 'Picklist') {
                throw new DataverseError(
                    ErrorCode.InsertOptionValueInvalidType,
                    'You can add option values only to picklist and status attributes. ' +
                        `${choice.column ?? ''} of ${choice.table ?? ''} is a ${choice.kind} column; ` +
                        'status reasons are added with InsertStatusValue.',
                );
            }
            return { NewOptionValue: insertOption(target, choice, parameters) };
        },
    };
}

/**
 * Adds an option to a choice.
 * @param more what else the option says, such as its state
 * @returns its value
 * @throws DataverseError 0x80044310 when the value is taken, 0x80040203 without a label
 */
export function insertOption(
    target: ImportTarget,
    choice: NamedChoice,
    parameters: MessageParameters,
    more: Partial<Option> = {},
): number {
    const label = readLabel(parameters, 'Label') ?? {};
    if (!Object.values(label).some((text) => text.trim() !== '')) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            'Parameter \'Label\' needs at least one text: {"LocalizedLabels":[{"Label":"…","LanguageCode":1033}]}.',
        );
    }
    const taken = new Set(choice.optionSet.options.map(({ value }) => value));
    const given = readInteger(parameters, 'Value', Number.NaN);
    const value = Number.isNaN(given) ? nextValue(target, taken, parameters) : given;
    if (taken.has(value)) {
        throw new DataverseError(
            NOT_UNIQUE,
            `The picklist value already exists. Picklist values must be unique. (${value} of ${choice.optionSet.name})`,
        );
    }
    const description = readLabel(parameters, 'Description');
    const option: Option = { value, label, ...(description ? { description } : {}), ...more };
    changeChoice(target, choice, (former) => withOption(former, option));
    return value;
}

/** The next free value under the prefix of the solution's publisher, or of the environment's own. */
function nextValue({ store }: ImportTarget, taken: ReadonlySet<number>, parameters: MessageParameters): number {
    const solution = readText(parameters, 'SolutionUniqueName') ?? 'Default';
    const publisher = store
        .prepare<{
            prefix: number | null;
        }>(
            'SELECT p.customizationoptionvalueprefix AS prefix FROM solution s ' +
                'JOIN publisher p ON p.publisherid = s.publisherid WHERE s.uniquename = ?',
        )
        .get(solution);
    if (!publisher) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `There is no solution '${solution}'; give the unique name of one that is installed, or leave it out.`,
        );
    }
    const first = (publisher.prefix ?? VALUES_PER_PREFIX) * VALUES_PER_PREFIX;
    for (let value = first; value < first + VALUES_PER_PREFIX; value += 1) {
        if (!taken.has(value)) return value;
    }
    throw new DataverseError(NO_MORE_VALUES, 'All available custom option values have been used.');
}
