import { Decimal, fieldsOf, recordOf, recordType, tableType, MemoryTable, Types } from '../../../local/powerfx';
import { MemoryHost } from '../../../local/powerfx/cases/memory-host';
import { printed, refusals } from '../formula-runner';

const fields = fieldsOf([
    { name: 'name', displayName: 'Full name', type: Types.Text },
    { name: 'age', displayName: 'Age', type: Types.Decimal },
]);
const person = (name: string, age: number) => recordOf({ name, age: Decimal.ofInteger(age) });

function people(): MemoryHost {
    const host = new MemoryHost();
    host.add('people', tableType(fields), new MemoryTable([person('Ann', 40), person('Bob', 30)]));
    host.add('age', Types.Decimal, Decimal.ofInteger(35));
    return host;
}

test('a row’s field hides a variable of the same name, unless the name is global', () => {
    expect(printed('Concat(Filter(people, age > 35), name)', people())).toBe('"Ann"');
    expect(printed('Concat(Filter(people, age < [@age]), name)', people())).toBe('"Bob"');
});

test('fields go by the names people see as well', () => {
    expect(printed("Concat(people, 'Full name' & Age)", people())).toBe('"Ann40Bob30"');
    expect(printed("First(people).'Full name'", people())).toBe('"Ann"');
});

test('the row itself is ThisRecord, or what As calls it', () => {
    expect(printed('Sum(people, ThisRecord.age)', people())).toBe('70');
    expect(printed('Sum(people As one, one.age)', people())).toBe('70');
});

test('fields of a row that was given a name are not to be had without it', () => {
    expect(refusals('Concat(people As one, name)', people())).toContain(
        "22-26 Name isn't valid. 'name' isn't recognized.",
    );
});

test('inner rows hide outer ones, which their names still reach', () => {
    expect(printed('Concat(people As outer, Concat(people, If(age < outer.age, name)))', people())).toBe('"Bob"');
});

test('With gives its fields names in the formula behind it only', () => {
    expect(printed('With({x: 2, y: 3}, x * y)')).toBe('6');
    expect(refusals('With({x: 2}, x) + x')).toContain("18-19 Name isn't valid. 'x' isn't recognized.");
});

test.each([
    ['nobody', "0-6 Name isn't valid. 'nobody' isn't recognized."],
    ['First(people).size', "13-18 Name isn't valid. 'size' isn't recognized."],
    ['people.name', "6-11 Deprecated use of '.'. Please use the 'ShowColumns' function instead."],
    ['age.x', "3-5 The '.' operator cannot be used on Decimal values."],
    ['Nothing(1)', "0-10 'Nothing' is an unknown or unsupported function."],
    ['Room.Nothing(1)', "0-15 'Nothing' is an unknown or unsupported function in namespace 'Room'."],
    ['Len()', '0-5 Invalid number of arguments: received 0, expected 1.'],
    ['{a: 1, a: 2}', "7-8 A field named 'a' was specified more than once in this record."],
    ['Len(people)', "0-3 The function 'Len' has some invalid arguments."],
    ['ErrorKind.Nothing', "9-17 Name isn't valid. 'Nothing' isn't recognized."],
])('%s is refused where the name is', (text, expected) => {
    expect(refusals(text, people())).toContain(expected);
});

test('types behind lookups are worked out only as far as a formula goes', () => {
    let asked = 0;
    const circular = fieldsOf([
        { name: 'label', type: Types.Text },
        {
            name: 'parent',
            get type() {
                asked += 1;
                return recordType(circular);
            },
        },
    ]);
    const host = new MemoryHost();
    host.add('node', recordType(circular), recordOf({ label: 'leaf', parent: recordOf({ label: 'root' }) }));
    expect(printed('node.label', host)).toBe('"leaf"');
    expect(asked).toBe(0);
    expect(printed('node.parent.label', host)).toBe('"root"');
    expect(printed('IsBlank(node.parent.parent.label)', host)).toBe('true');
});

test('functions of the host are called by their namespace, with one record or one by one', () => {
    const host = new MemoryHost();
    host.functions.push(
        {
            name: 'new_Greet',
            namespace: ['Environment'],
            parameters: [{ name: 'Who', type: Types.Text, isRequired: true }],
            takesRecord: true,
            result: Types.Text,
            isBehavior: false,
        },
        {
            name: 'Twice',
            namespace: [],
            parameters: [{ name: 'value', type: Types.Decimal, isRequired: true }],
            takesRecord: false,
            result: Types.Decimal,
            isBehavior: false,
        },
    );
    host.implementations.set('Environment.new_Greet', ([input]) =>
        input instanceof Object && 'get' in input ? `Hello ${String(input.get('Who'))}` : null,
    );
    host.implementations.set('Twice', ([value]) => (value instanceof Decimal ? (value.plus(value) ?? null) : null));
    expect(printed('Environment.new_Greet({Who: "Ann"})', host)).toBe('"Hello Ann"');
    expect(printed('Twice("21")', host)).toBe('42');
    expect(printed('Twice(1 / 0)', host)).toBe('Error({Kind:ErrorKind.Div0})');
    expect(refusals('new_Greet({Who: "Ann"})', host)).not.toEqual([]);
});
