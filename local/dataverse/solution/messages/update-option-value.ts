/** UpdateOptionValue (Microsoft Learn, "UpdateOptionValue Action"): label and description of an option. */
import { mergeLabels } from '../../metadata/labels';
import type { Label } from '../../metadata/types';
import { readFlag } from '../../pipeline/message-parameters';
import type { MessageDefinition } from '../../pipeline/types';
import type { ImportTarget } from '../import-solution';
import { CHOICE_PARAMETERS, changeChoice, namedChoice, namedOption, readLabel, withOption } from '../unmanaged-choices';

export function updateOptionValueMessage(target: ImportTarget): MessageDefinition {
    return {
        name: 'UpdateOptionValue',
        kind: 'action',
        parameters: [
            ...CHOICE_PARAMETERS,
            { name: 'Value', type: 'Edm.Int32', optional: false },
            { name: 'Label', type: 'mscrm.Label', optional: true },
            { name: 'Description', type: 'mscrm.Label', optional: true },
            { name: 'MergeLabels', type: 'Edm.Boolean', optional: false },
        ],
        run: (_organization, parameters, context) => {
            const choice = namedChoice(target, parameters, context, 'UpdateOptionValue');
            const option = namedOption(choice, parameters, 'UpdateOptionValue');
            const merge = readFlag(parameters, 'MergeLabels', false);
            const after = (former: Label | undefined, given: Label): Label => mergeLabels(merge ? former : {}, given);
            const label = readLabel(parameters, 'Label');
            const description = readLabel(parameters, 'Description');
            changeChoice(target, choice, (former) =>
                withOption(former, {
                    ...option,
                    ...(label ? { label: after(option.label, label) } : {}),
                    ...(description ? { description: after(option.description, description) } : {}),
                }),
            );
            return {};
        },
    };
}
