/** InsertStatusValue (Microsoft Learn, "InsertStatusValue Action"): a new status reason of a state. */
import { DataverseError, ErrorCode } from '../../errors';
import { readInteger } from '../../pipeline/message-parameters';
import type { MessageDefinition } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { CHOICE_PARAMETERS, namedChoice } from '../unmanaged-choices';
import { insertOption } from './insert-option-value';

export function insertStatusValueMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'InsertStatusValue',
        kind: 'action',
        parameters: [
            ...CHOICE_PARAMETERS,
            { name: 'Value', type: 'Edm.Int32', optional: true },
            { name: 'Label', type: 'mscrm.Label', optional: false },
            { name: 'Description', type: 'mscrm.Label', optional: true },
            { name: 'StateCode', type: 'Edm.Int32', optional: false },
        ],
        returns: { type: 'mscrm.InsertStatusValueResponse' },
        run: (_organization, parameters, context) => {
            const choice = namedChoice(target, parameters, context, 'InsertStatusValue');
            if (choice.kind !== 'Status') {
                throw new DataverseError(
                    ErrorCode.InsertOptionValueInvalidType,
                    'You can add option values only to picklist and status attributes. ' +
                        `InsertStatusValue takes a status column, not ${choice.column ?? choice.global ?? ''}.`,
                );
            }
            const state = readInteger(parameters, 'StateCode', Number.NaN);
            const table = target.metadata.table(choice.table ?? '');
            const states = [...table.columns.values()].find(({ type }) => type === 'State')?.optionSet?.options ?? [];
            if (!states.some(({ value }) => value === state)) {
                throw new DataverseError(
                    ErrorCode.InvalidStateCodeStatusCode,
                    `${state} is not a valid state code of ${table.logicalName}. ` +
                        `Accepted values: ${states.map(({ value }) => value).join(',')}`,
                );
            }
            return { NewOptionValue: insertOption(target, choice, parameters, { state }) };
        },
    };
}
