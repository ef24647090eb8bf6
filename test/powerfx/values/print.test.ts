import fc from 'fast-check';
import {
    DateTimeValue,
    DateValue,
    Decimal,
    errorValue,
    MemoryRecord,
    MemoryTable,
    printValue,
    type Value,
} from '../../../local/powerfx';
import { printed, valueOf } from '../formula-runner';

const decimal = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 12 }))
    .map(([coefficient, scale]): Value => Decimal.ofParts(coefficient, scale) ?? null);
const name = fc
    .oneof(fc.constantFrom('a', 'Value', 'none', 'Not', "it's", 'two words', 'ü1', '1st'), fc.string({ minLength: 1 }))
    .filter((text) => text.trim() !== '' && !/[\n\r\p{Cf}\p{Cc}]/u.test(text));
const scalar: fc.Arbitrary<Value> = fc.oneof(
    decimal,
    fc.boolean(),
    fc.string().filter((text) => !/\p{Cf}/u.test(text)),
    fc.integer({ min: -20000, max: 50000 }).map((day) => new DateValue(day * 86_400_000)),
    fc.integer({ min: 0, max: 4e12 }).map((milliseconds) => new DateTimeValue(milliseconds)),
);
const record = fc
    .uniqueArray(fc.tuple(name, scalar), { minLength: 1, maxLength: 5, selector: ([key]) => key })
    .map((fields) => new MemoryRecord(fields));

test('what is printed is a formula that gives the same again', () => {
    fc.assert(
        fc.property(fc.oneof(scalar, record), (value) => {
            const text = printValue(value);
            expect(printValue(valueOf(text))).toBe(text);
        }),
        { numRuns: 500 },
    );
});

test('fields are printed in the order of their names, quoted where they must be', () => {
    expect(printed("{b: 1, 'a b': 2, 'Not': 3}")).toBe("{'Not':3,'a b':2,b:1}");
});

test('numbers lose zeros that say nothing, and nothing else', () => {
    expect(printed('1.50 + 0')).toBe('1.5');
    expect(printed('Float("1e300")')).toBe('1E+300');
});

test('what rows leave out is blank, what a record leaves out is not printed', () => {
    expect(printed('[{a: 1}, {b: 2}]')).toBe('Table({a:1,b:Blank()},{a:Blank(),b:2})');
});

test('errors show their kinds alone', () => {
    expect(printValue(errorValue('Div0', 'never'))).toBe('Error({Kind:ErrorKind.Div0})');
    expect(printed('$"{1/0}{Error({Kind: 1234})}"')).toBe('Error(Table({Kind:ErrorKind.Div0},{Kind:1234}))');
});

test('a table without rows has nothing in it', () => {
    expect(printValue(new MemoryTable([]))).toBe('Table()');
});
