/** OrderOption (Microsoft Learn, "OrderOption Action"): the order in which the options of a choice are shown. */
import { DataverseError } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { CHOICE_PARAMETERS, changeChoice, namedChoice } from '../unmanaged-choices';

const WRONG_LENGTH = 0x80044324;

export function orderOptionMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'OrderOption',
        kind: 'action',
        parameters: [...CHOICE_PARAMETERS, { name: 'Values', type: 'Collection(Edm.Int32)', optional: false }],
        run: (_organization, parameters, context) => {
            const choice = namedChoice(target, parameters, context, 'OrderOption');
            const given: readonly unknown[] = Array.isArray(parameters.Values) ? parameters.Values : [];
            const order = given.filter((value) => typeof value === 'number');
            const values = choice.optionSet.options.map(({ value }) => value);
            if (new Set(order).size !== values.length || !values.every((value) => order.includes(value))) {
                throw new DataverseError(
                    WRONG_LENGTH,
                    'The array of option values that were provided for reordering does not match the number of options ' +
                        `for the attribute. ${choice.optionSet.name} has ${values.join(', ')}; name each of them once.`,
                );
            }
            changeChoice(target, choice, (former) => ({ ...former, order }));
            return {};
        },
    };
}
