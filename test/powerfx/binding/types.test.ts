import fc from 'fast-check';
import { accepts, isSameType } from '../../../local/powerfx/binding/accepts';
import { canCoerce } from '../../../local/powerfx/binding/coercions';
import { unify } from '../../../local/powerfx/binding/unify';
import { check, fieldsOf, recordType, tableType, Types, type Type } from '../../../local/powerfx';
import { MemoryHost } from '../../../local/powerfx/cases/memory-host';
import { printed, refusals } from '../formula-runner';

const scalar = fc.constantFrom<Type>(
    Types.Decimal,
    Types.Number,
    Types.Text,
    Types.Boolean,
    Types.Date,
    Types.DateTime,
    Types.Time,
    Types.Guid,
    Types.Blank,
);
const { type: anyType } = fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
        { depthSize: 'small' },
        scalar,
        fc
            .dictionary(fc.constantFrom('a', 'b', 'c'), tie('type') as fc.Arbitrary<Type>)
            .chain((types) =>
                fc.boolean().map((isTable) => (isTable ? tableType(fieldsOf(types)) : recordType(fieldsOf(types)))),
            ),
    ),
}));

test('every type accepts itself and goes together with itself', () => {
    fc.assert(
        fc.property(anyType, (type) => {
            expect(accepts(type, type)).toBe(true);
            const joined = unify(type, type);
            expect(joined && isSameType(joined, type)).toBe(true);
        }),
    );
});

test('what a type accepts it also takes turned', () => {
    fc.assert(
        fc.property(anyType, anyType, (expected, actual) => {
            expect(!accepts(expected, actual) || canCoerce(actual, expected)).toBe(true);
        }),
    );
});

test('where two types go together, values of both fit the result', () => {
    fc.assert(
        fc.property(anyType, anyType, (first, second) => {
            const joined = unify(first, second);
            if (joined) {
                expect(canCoerce(first, joined)).toBe(true);
                expect(canCoerce(second, joined)).toBe(true);
            }
        }),
    );
});

test('the first branch says what the others become', () => {
    expect(check('If(true, 1, "2")', new MemoryHost().schema).type.kind).toBe('Decimal');
    expect(printed('If(false, "a", 1)')).toBe('"1"');
    expect(printed('If(false, {a: 1}, {b: "x"})')).toBe('{a:Blank(),b:"x"}');
});

test('items of a table take the type of the first, and say where one does not', () => {
    expect(printed('["a", 1, true]')).toBe('Table({Value:"a"},{Value:"1"},{Value:"true"})');
    expect(refusals('[1, {a: 1}]')).toEqual([
        '4-10 Incompatible type. The item you are trying to put into a table has a type that is not compatible with the table.',
    ]);
});

test('a table in a table is a column of tables', () => {
    expect(printed('[[1], [2]]')).toBe('Table({Value:Table({Value:1})},{Value:Table({Value:2})})');
});
