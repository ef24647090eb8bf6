/**
 * DeleteOptionValue (Microsoft Learn, "DeleteOptionValue Action"). Rows keep the value they have; it is shown without
 * a label from then on.
 */
import { DataverseError } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { CHOICE_PARAMETERS, changeChoice, namedChoice, namedOption, type NamedChoice } from '../unmanaged-choices';

const WRONG_TYPE = 0x80044323;
const SYSTEM_STATUS = 0x80081016;

export function deleteOptionValueMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'DeleteOptionValue',
        kind: 'action',
        parameters: [...CHOICE_PARAMETERS, { name: 'Value', type: 'Edm.Int32', optional: false }],
        run: (_organization, parameters, context) => {
            const choice = namedChoice(target, parameters, context, 'DeleteOptionValue');
            if (choice.kind !== 'Picklist' && choice.kind !== 'Status') {
                throw new DataverseError(
                    WRONG_TYPE,
                    `You can delete options only from picklist and status attributes. ${choice.optionSet.name} is neither.`,
                );
            }
            const { value } = namedOption(choice, parameters, 'DeleteOptionValue');
            if (isDefaultOfState(target, choice, value)) {
                throw new DataverseError(
                    SYSTEM_STATUS,
                    `You can't delete a system-generated status reason. ${value} is what rows of ${choice.table ?? ''} get ` +
                        'when only their state is given.',
                );
            }
            changeChoice(target, choice, (former) => ({
                ...former,
                put: former.put.filter((option) => option.value !== value),
                removed: [...former.removed.filter((each) => each !== value), value],
            }));
            return {};
        },
    };
}

function isDefaultOfState({ metadata }: ImportTarget, choice: NamedChoice, status: number): boolean {
    const columns = [...(metadata.findTable(choice.table ?? '')?.columns.values() ?? [])];
    const states = columns.find(({ type }) => type === 'State')?.optionSet?.options ?? [];
    return choice.kind === 'Status' && states.some(({ defaultStatus }) => defaultStatus === status);
}
