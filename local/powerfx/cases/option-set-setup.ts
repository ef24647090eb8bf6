import {
    choiceSet,
    choiceType,
    ChoiceValue,
    fieldsOf,
    MemoryTable,
    recordOf,
    recordType,
    tableType,
    Types,
    type ChoiceSet,
    type Value,
} from '../index';
import type { MemoryHost } from './memory-host';

function optionSet(name: string, options: Readonly<Record<string, string>>): ChoiceSet {
    return choiceSet({
        name,
        options: Object.entries(options).map(([option, displayName]) => ({
            name: option,
            displayName,
            value: /^\d+$/.test(option) ? Number(option) : option,
        })),
    });
}

const optionSets = {
    OptionSet: optionSet('OptionSet', {
        option_1: 'Option1',
        option_2: 'Option2',
        'option-3': 'Option-3',
        Is: 'Option IS',
        Self: 'Option SELF',
        is: 'Option is low case',
        self: 'Option self low case',
    }),
    OtherOptionSet: optionSet('OtherOptionSet', {
        99: 'OptionA',
        112: 'OptionB',
        35694: 'OptionC',
        123412983: 'OptionD',
    }),
};

function optionOf(set: ChoiceSet, name: string): Value {
    const option = set.find(name);
    return option ? new ChoiceValue(set, option) : null;
}

/** Two choices, and a record in scope with columns of them. */
export function addOptionSets(host: MemoryHost): void {
    const { OptionSet, OtherOptionSet } = optionSets;
    host.choices.set('OptionSet', OptionSet).set('OtherOptionSet', OtherOptionSet);
    const nested = fieldsOf({ InnerOtherOptionSet: choiceType(OtherOptionSet) });
    host.scope = {
        type: recordType(fieldsOf({ TopOptionSetField: choiceType(OptionSet), Nested: recordType(nested) })),
        row: recordOf({
            TopOptionSetField: optionOf(OptionSet, 'option_1'),
            Nested: recordOf({ InnerOtherOptionSet: optionOf(OtherOptionSet, '123412983') }),
        }),
    };
}

/** Tables with a column of a choice, to be sorted. */
export function addOptionSetTables(host: MemoryHost): void {
    const set = optionSet('OptionSet', { option_1: 'Option1', option_2: 'Option2' });
    host.choices.set('OptionSet', set);
    const type = tableType(fieldsOf({ OptionSetField1: choiceType(set), StrField1: Types.Text }));
    const row = (option: 1 | 2 | undefined, text: string) =>
        recordOf({ OptionSetField1: option ? optionOf(set, `option_${option}`) : null, StrField1: text });
    const first = [row(1, 'test1'), row(2, 'test2')];
    const second = [...first, row(1, 'test3'), row(2, 'test4')];
    host.add('t1', type, new MemoryTable(first));
    host.add('t2', type, new MemoryTable(second));
    host.add('t3', type, new MemoryTable([...second.slice(0, 3), row(undefined, 'test5'), row(2, 'test4')]));
}
