import {
    DateTimeValue,
    Decimal,
    fieldsOf,
    MemoryTable,
    recordOf,
    recordType,
    tableType,
    Types,
    type Fields,
    type RecordValue,
    type TableValue,
    type Type,
    type Value,
    type VariableRights,
} from '../index';
import type { MemoryHost } from './memory-host';

function shape(types: Readonly<Record<string, Type>>): Fields {
    return fieldsOf(Object.entries(types).map(([name, type]) => ({ name, displayName: `DisplayName${name}`, type })));
}

const plainFields = shape({ Field1: Types.Decimal, Field2: Types.Text, Field3: Types.DateTime, Field4: Types.Boolean });

function plainRecord(number: number, text: string, month: number, flag: boolean): RecordValue {
    return recordOf({
        Field1: Decimal.ofInteger(number),
        Field2: text,
        Field3: new DateTimeValue(Date.UTC(2022, month - 1, 1)),
        Field4: flag,
    });
}

const earth = (): RecordValue => plainRecord(1, 'earth', 1, true);
const moon = (): RecordValue => plainRecord(2, 'moon', 2, false);

const innermost = shape({ Field2_3_1: Types.Decimal, Field2_3_2: Types.Text });
const inner = shape({ Field2_1: Types.Decimal, Field2_2: Types.Text, Field2_3: recordType(innermost) });
const nestedFields = shape({ Field1: Types.Decimal, Field2: recordType(inner), Field3: Types.Boolean });

function nestedRecord(number: number, flag: boolean): RecordValue {
    return recordOf({
        Field1: Decimal.ofInteger(number),
        Field2: recordOf({
            Field2_1: Decimal.ofInteger(number * 100 + 21),
            Field2_2: '2_2',
            Field2_3: recordOf({ Field2_3_1: Decimal.ofInteger(number * 1000 + 231), Field2_3_2: 'common' }),
        }),
        Field3: flag,
    });
}

const withTable = shape({ Field2_1: Types.Decimal, Field2_2: Types.Text, Field2_4: tableType(plainFields) });
const tableFields = shape({ Field1: Types.Decimal, Field2: recordType(withTable), Field3: Types.Boolean });

function recordWithTable(): RecordValue {
    return recordOf({
        Field1: Decimal.ofInteger(3),
        Field2: recordOf({
            Field2_1: Decimal.ofInteger(321),
            Field2_2: '2_2',
            Field2_4: new MemoryTable([earth()]),
        }),
        Field3: true,
    });
}

const none: VariableRights = { canMutate: false, canSet: false, canSetMutate: false };
const empty = (): TableValue => new MemoryTable([]);

/** The records and tables that the cases of functions that write are about. */
export function addMutationVariables(host: MemoryHost): void {
    host.add('r1', recordType(plainFields), earth());
    host.add('r2', recordType(plainFields), moon());
    host.add('r_empty', recordType(fieldsOf([])), recordOf({}));
    host.add('r3', recordType(fieldsOf({ a: tableType(fieldsOf({ b: Types.Decimal })) })), recordOf({ a: empty() }));
    host.add('rwr1', recordType(nestedFields), nestedRecord(1, false));
    host.add('rwr2', recordType(nestedFields), nestedRecord(2, false));
    host.add('rwr3', recordType(nestedFields), nestedRecord(3, true));
    host.add('t1', tableType(plainFields), new MemoryTable([earth()]), {
        canMutate: true,
        canSet: true,
        canSetMutate: false,
    });
    host.add(
        't2',
        tableType(nestedFields),
        new MemoryTable([nestedRecord(1, false), nestedRecord(2, false), nestedRecord(3, true)]),
        { canMutate: true, canSet: true, canSetMutate: false },
    );
    const mutable: VariableRights = { canMutate: true, canSet: true, canSetMutate: false };
    host.add('t_empty', tableType(fieldsOf({ Value: Types.Decimal })), empty(), mutable);
    host.add('t_empty2', tableType(fieldsOf({ Value: Types.Decimal })), empty(), mutable);
    host.add('t_an_bs', tableType(fieldsOf({ a: Types.Decimal, b: Types.Text })), empty(), mutable);
    host.add('t_name', tableType(fieldsOf({ name: Types.Text })), empty(), mutable);
    host.add('t_bs1', tableType(fieldsOf({ b: Types.Text })), empty(), mutable);
    host.add('t_bs2', tableType(fieldsOf({ b: Types.Text })), empty(), mutable);
    host.add('NewRecord', recordType(plainFields), earth(), { ...none, canSetMutate: true });
    host.add('OldRecord', recordType(plainFields), moon(), none);
    host.add('DataSource', tableType(plainFields), new MemoryTable([earth()]), { ...none, canMutate: true });
    host.add('NewRecord_SetEnabled_SetMutateEnabled', recordType(plainFields), earth(), {
        ...none,
        canSet: true,
        canSetMutate: true,
    });
    addVariants(host);
}

function addVariants(host: MemoryHost): void {
    const originals: readonly (readonly [string, Type, () => Value])[] = [
        ['t1', tableType(plainFields), () => new MemoryTable([earth()])],
        ['r1', recordType(plainFields), earth],
        ['rwr1', recordType(nestedFields), () => nestedRecord(1, false)],
        ['rwt1', recordType(tableFields), recordWithTable],
    ];
    for (const [name, type, make] of originals) {
        host.add(`${name}_SetMutateEnabled`, type, make(), { ...none, canSetMutate: true });
        host.add(`${name}_MutateEnabled`, type, make(), { ...none, canMutate: true });
        host.add(`${name}_MutateEnabled_SetMutateEnabled`, type, make(), {
            ...none,
            canMutate: true,
            canSetMutate: true,
        });
    }
}
