import { check, Decimal, fieldsOf, MemoryTable, recordOf, recordType, tableType, Types } from '../../../local/powerfx';
import { MemoryHost } from '../../../local/powerfx/cases/memory-host';
import { printed, refusals } from '../formula-runner';

const fields = fieldsOf([
    { name: 'price', type: Types.Decimal },
    { name: 'note', type: Types.Text },
    { name: 'total', type: Types.Decimal, isReadOnly: true },
]);
const acting = { allowSideEffects: true };

function plugIn(): MemoryHost {
    const host = new MemoryHost();
    const row = () => recordOf({ price: Decimal.ofInteger(5), note: 'old' });
    host.add('NewRecord', recordType(fields), row(), { canMutate: false, canSet: false, canSetMutate: true });
    host.add('OldRecord', recordType(fields), row(), { canMutate: false, canSet: false, canSetMutate: false });
    host.add('orders', tableType(fields), new MemoryTable([row()]), {
        canMutate: true,
        canSet: false,
        canSetMutate: false,
    });
    host.add('count', Types.Decimal, Decimal.zero);
    return host;
}

test('Set writes a field of a record that allows it, and nothing else of it', () => {
    const host = plugIn();
    printed('Set(NewRecord.price, NewRecord.price * 2); Set(NewRecord.note, "new")', host, acting);
    expect(printed('$"{NewRecord.price} {NewRecord.note}"', host)).toBe('"10 new"');
    expect(printed('OldRecord.note', host)).toBe('"old"');
});

test.each([
    ['Set(OldRecord.price, 1)', "13-19 The value passed to the 'Set' function cannot be changed."],
    [
        'Set(OldRecord, NewRecord)',
        "4-13 'OldRecord' can't be modified with 'Set' or conflicts with the name of an existing scope variable, data " +
            'source, or other object.',
    ],
    ['Set(First(orders).price, 1)', "17-23 The value passed to the 'Set' function cannot be changed."],
    ['Set(NewRecord.price, "1")', '21-24 Invalid argument type (Text). Expecting a Decimal value instead.'],
    ['Set(NewRecord.total, 1)', "13-19 The specified column is read-only and can't be modified: total."],
    [
        'With({x: 1}, Set(x, 2))',
        "17-18 'x' can't be modified with 'Set' or conflicts with the name of an existing scope variable, data source, " +
            'or other object.',
    ],
])('%s is refused', (text, expected) => {
    expect(refusals(text, plugIn(), acting)).toContain(expected);
});

test('a copy of a record in a variable does not change with the record', () => {
    const host = plugIn();
    host.add('copy', recordType(fields), null);
    printed('Set(copy, NewRecord); Set(NewRecord.price, 99)', host, acting);
    expect(printed('copy.price', host)).toBe('5');
});

test('formulas that only give a value may not act', () => {
    expect(refusals('Set(count, 1)', plugIn())).toEqual([
        "0-13 Behavior function in a non-behavior property. You can't use this property to invoke a behavior function.",
    ]);
});

test('every step of a chain runs, also after one that fails, and the failure is the result', () => {
    const host = plugIn();
    expect(printed('Error("no"); Set(count, 7)', host, acting)).toBe('Error({Kind:ErrorKind.Custom})');
    expect(printed('count', host)).toBe('7');
});

test('a console may let Set make variables', () => {
    const host = plugIn();
    const options = {
        ...acting,
        declareVariable: (
            name: string,
            type: typeof Types.Decimal | ReturnType<typeof recordType> | { kind: string },
        ) => {
            host.add(name, type as typeof Types.Decimal, null);
            return true;
        },
    };
    expect(printed('Set(fresh, 3); fresh + 1', host, options)).toBe('4');
});

test('dependencies tell the columns of data sources that are read and written', () => {
    const source = {
        name: 'orders',
        canFilter: () => false,
        canSort: () => false,
        canCount: false,
        canLimit: false,
        canCreate: true,
        canUpdate: true,
        canDelete: true,
    };
    const host = new MemoryHost();
    host.add('NewRecord', recordType(fields, source), recordOf({}), {
        canMutate: false,
        canSet: false,
        canSetMutate: true,
    });
    const { dependencies } = check('Set(NewRecord.price, Len(NewRecord.note))', host.schema, acting);
    expect(dependencies.columnsWritten).toEqual(['orders.price']);
    expect(dependencies.columnsRead).toContain('orders.note');
    expect(dependencies.variables).toEqual(['NewRecord']);
});
