import fc from 'fast-check';
import { printed } from './printed';

const people = 'Table({n: "Ada", age: 36}, {n: "Bob", age: 21}, {n: "Cy", age: 21})';

describe('a function over tables', () => {
    test.each([
        ['Filter([3, 8, 5], Value > 4)', 'Table({Value:8},{Value:5})'],
        ['Filter([2, 0], 4 / Value > 1)', 'Table({Value:2},Error({Kind:ErrorKind.Div0}))'],
        ['Filter(Table({a: 1}, Error("x")), Not(IsError(ThisRecord)))', 'Table({a:1})'],
        [`LookUp(${people}, age < 30).n`, '"Bob"'],
        [`LookUp(${people}, age < 30, Upper(n))`, '"BOB"'],
        [`LookUp(${people}, age > 90)`, 'Blank()'],
        [`First(${people}).n`, '"Ada"'],
        [`Last(${people}).n`, '"Cy"'],
        ['First(Filter([1], false))', 'Blank()'],
        ['FirstN([7, 8, 9], 2)', 'Table({Value:7},{Value:8})'],
        ['LastN([7, 8, 9], 2)', 'Table({Value:8},{Value:9})'],
        ['FirstN([7, 8, 9], -3)', 'Table()'],
        ['LastN([7], Blank())', 'Table()'],
        ['Index([7, 8, 9], 2)', '{Value:8}'],
        ['Index([7, 8, 9], 4)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['Index([7, 8, 9], 0)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['CountRows(Table({a: 1}, Blank()))', '2'],
        ['CountRows(Blank())', '0'],
        ['CountRows(Table({a: 1}, If(1 / 0 > 0, {a: 2})))', 'Error({Kind:ErrorKind.Div0})'],
        ['Count([1, 2, Blank()])', '2'],
        ['CountA(["a", "", Blank()])', '2'],
        ['CountIf([1, 2, 3, 4], Value > 1, Value < 4)', '2'],
        ['Sort([3, Blank(), 1], Value)', 'Table({Value:1},{Value:3},{Value:Blank()})'],
        ['Sort([3, Blank(), 1], Value, SortOrder.Descending)', 'Table({Value:3},{Value:1},{Value:Blank()})'],
        ['Sort(["b", "A", "a"], Value)', 'Table({Value:"a"},{Value:"A"},{Value:"b"})'],
        [`SortByColumns(${people}, age, SortOrder.Ascending, n, SortOrder.Descending).n`, 'refused'],
        [
            `ShowColumns(SortByColumns(${people}, age, SortOrder.Ascending, n, SortOrder.Descending), n)`,
            'Table({n:"Cy"},{n:"Bob"},{n:"Ada"})',
        ],
        [`ShowColumns(SortByColumns(${people}, "n", ["Cy", "Ada"]), n)`, 'Table({n:"Cy"},{n:"Ada"},{n:"Bob"})'],
        [`SortByColumns(${people}, "a" & "geing")`, 'Error({Kind:ErrorKind.InvalidFunctionUsage})'],
        [`Distinct(${people}, age)`, 'Table({Value:36},{Value:21})'],
        ['Distinct(["a", "A", "a"], Value)', 'Table({Value:"a"},{Value:"A"})'],
        [`Search(${people}, "B", n)`, 'Table({age:21,n:"Bob"})'],
        [`CountRows(Search(${people}, "", n))`, '3'],
        ['ForAll([1, 2], Value * 10)', 'Table({Value:10},{Value:20})'],
        ['ForAll([1, 2] As row, {twice: row.Value * 2})', 'Table({twice:2},{twice:4})'],
        ['ForAll([1, 0], 1 / Value)', 'Error({Kind:ErrorKind.Div0})'],
        ['ForAll([1, 2], If(Value = 1, {a: Value}))', 'Table({a:1},Blank())'],
        ['Concat([1, 2, 3], Value * 2, "; ")', '"2; 4; 6"'],
        ['Concat(Filter([1], false), Value)', '""'],
        ['Table({a: 1}, [{a: 2}], Blank())', 'Table({a:1},{a:2},Blank())'],
        ['Table({a: 1}, {b: "x"})', 'Table({a:1,b:Blank()},{a:Blank(),b:"x"})'],
        ['Sequence(3)', 'Table({Value:1},{Value:2},{Value:3})'],
        ['Sequence(3, 1, -0.5)', 'Table({Value:1},{Value:0.5},{Value:0})'],
        ['Sequence(-1)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['Sequence(50001)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['AddColumns([2, 3], square, Value ^ 2)', 'Table({Value:2,square:4},{Value:3,square:9})'],
        ['AddColumns({a: 1}, b, a + 1)', '{a:1,b:2}'],
        ['DropColumns(Table({a: 1, b: 2}), a)', 'Table({b:2})'],
        ['ShowColumns({a: 1, b: 2, c: 3}, c, a)', '{a:1,c:3}'],
        ['RenameColumns(Table({a: 1, b: 2}), a, b2, b, a)', 'Table({a:2,b2:1})'],
        ['CountRows(Shuffle([1, 2, 3]))', '3'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toContain(expected);
    });

    test.each([
        [
            `GroupBy(${people}, age, those)`,
            'Table({age:36,those:Table({n:"Ada"})},{age:21,those:Table({n:"Bob"},{n:"Cy"})})',
        ],
        [`CountRows(Ungroup(GroupBy(${people}, age, those), those))`, '3'],
        [
            `Summarize(${people}, age, CountRows(ThisGroup) As many, Concat(ThisGroup, n, "+") As names)`,
            'Table({age:36,many:1,names:"Ada"},{age:21,many:2,names:"Bob+Cy"})',
        ],
        [
            `Join(${people}, Table({who: "Ada", city: "London"}), LeftRecord.n = RightRecord.who, JoinType.Inner, RightRecord.city As city)`,
            'Table({age:36,city:"London",n:"Ada"})',
        ],
        [
            `CountRows(Join(${people} As p, Table({who: "Ada"}, {who: "Eve"}) As q, p.n = q.who, JoinType.Full, q.who As who))`,
            '4',
        ],
        [
            `Join([1, 2] As l, [2, 3] As r, l.Value = r.Value, JoinType.Right, r.Value As other)`,
            'Table({Value:2,other:2},{Value:Blank(),other:3})',
        ],
    ])('%s groups or joins rows', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test.each([
        ['Filter([1], Value > 0, Value < 2)', 'Use the And operator'],
        ['Filter(1, true)', "The function 'Filter' has some invalid arguments."],
        ['First(12)', 'Expecting a Table value instead.'],
        ['FirstN([1])', 'received 1, expected 2'],
        ['CountA(Table({a: 1, b: 2}))', "The first argument of 'CountA' should be a one-column table."],
        ['Sort([1], {a: Value})', 'Cannot sort on the expression type.'],
        ['SortByColumns([1], "Nothing")', "The specified column 'Nothing' does not exist."],
        ['Search([1], "1", Value)', 'Wrong column type. Expects text type.'],
        ['Distinct(Blank(), true)', 'Invalid argument type.'],
        ['Table(1)', 'Only record or table values can be used in this context.'],
        ['AddColumns([1], Value, 2)', "The function 'AddColumns' has some invalid arguments."],
        ['AddColumns([1], 3, 2)', 'Expected identifier name'],
        ['DropColumns([1], Price)', "The specified column 'Price' does not exist."],
        ['RenameColumns(Table({a: 1, b: 2}), a, b)', "A column named 'b' already exists."],
        ['RenameColumns(Table({a: 1}), a, b, a)', 'expected an odd number'],
        ['Summarize(Table({a: 1}), CountRows(ThisGroup) As many)', 'Summarize requires at least one grouping column.'],
        ['Summarize(Table({a: 1}), a, a + 1)', 'Summarize arguments must be either existing column names'],
        ['Summarize(Table({a: {b: 1}}), a)', 'Expected a text, numeric, boolean, or date/time value.'],
        ['Join([1], [1], true, JoinType.Inner, LeftRecord.Value As a)', "At least one 'RightRecord' column"],
        ['Join([1], [1], true, JoinType.Inner, RightRecord.Value As Value)', 'can not be added/renamed'],
    ])('%s is refused with “%s”', (formula, message) => {
        expect(printed(formula)).toContain(message);
    });

    test('Sort puts numbers in their order, whatever order they come in', () => {
        fc.assert(
            fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 8 }), (numbers) => {
                const sorted = [...numbers].sort((left, right) => left - right);
                expect(printed(`Concat(Sort([${numbers.join(',')}], Value), Value, ";")`)).toBe(
                    `"${sorted.join(';')}"`,
                );
            }),
            { numRuns: 40 },
        );
    });

    test('FirstN and LastN together give back the table', () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), (size, taken) => {
                const table = `Sequence(${size})`;
                const parts = `Table(FirstN(${table}, ${taken}), LastN(${table}, ${Math.max(0, size - taken)}))`;
                expect(printed(parts)).toBe(printed(table));
            }),
            { numRuns: 40 },
        );
    });
});
