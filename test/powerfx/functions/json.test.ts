import fc from 'fast-check';
import { printed } from './printed';

/** A text as a formula writes it. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('a function of JSON and untyped objects', () => {
    test.each([
        [`Value(ParseJSON(${quoted('{"price":12.50}')}).price)`, '12.5'],
        [`Text(ParseJSON(${quoted('{"price":12.50}')}).price)`, '"12.50"'],
        [`ParseJSON(${quoted('{"a":{"b":[1]}}')}).a.c`, 'Blank()'],
        ['ParseJSON("null")', 'Blank()'],
        ['ParseJSON(Blank())', 'Blank()'],
        ['ParseJSON("{a:1}")', 'Error({Kind:ErrorKind.InvalidJSON})'],
        ['ParseJSON("[1,]")', 'Error({Kind:ErrorKind.InvalidJSON})'],
        ['ParseJSON("01")', 'Error({Kind:ErrorKind.InvalidJSON})'],
        ['Value(Index(ParseJSON("[4,5,6]"), 3))', '6'],
        ['Index(ParseJSON("[4]"), 2)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['Value(First(ParseJSON("[4,5,6]")))', '4'],
        ['Value(Last(FirstN(ParseJSON("[4,5,6]"), 2)))', '5'],
        ['CountRows(ParseJSON("[4,5,6]"))', '3'],
        ['CountRows(ParseJSON("4"))', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['ForAll(ParseJSON("[4,5]"), Value(ThisRecord) + 1)', 'Table({Value:5},{Value:6})'],
        ['ForAll(Table(ParseJSON("[4,5]")), Value(Value))', 'Table({Value:4},{Value:5})'],
        [`Concat(ColumnNames(ParseJSON(${quoted('{"x":1,"y":2}')})), Value, ",")`, '"x,y"'],
        [`Value(Column(ParseJSON(${quoted('{"x":1,"y":2}')}), "y"))`, '2'],
        ['Column(ParseJSON("[1]"), "y")', 'Error({Kind:ErrorKind.InvalidArgument})'],
        [`ParseJSON(${quoted('{"n":1,"s":"t"}')}, Type({n: Number, s: Text}))`, '{n:1,s:"t"}'],
        [`ParseJSON(${quoted('{"n":"1"}')}, Type({n: Number}))`, 'Error({Kind:ErrorKind.InvalidArgument})'],
        [`ParseJSON(${quoted('{"m":1}')}, Type({n: Number}))`, '{n:Blank()}'],
        ['ParseJSON("{}", Type({n: Number}))', '{n:Blank()}'],
        ['AsType(ParseJSON("[true,null]"), Type([Boolean]))', 'Table({Value:true},{Value:Blank()})'],
        ['IsType(ParseJSON("5"), Type(Number))', 'true'],
        ['IsType(ParseJSON("5"), Type(Text))', 'false'],
        ['JSON({b: 1.50, a: "x"})', quoted('{"a":"x","b":1.5}')],
        ['JSON([1, Blank()])', quoted('[{"Value":1},{"Value":null}]')],
        ['JSON([1, 2], JSONFormat.FlattenValueTables)', '"[1,2]"'],
        ['JSON(Date(2026, 3, 10))', quoted('"2026-03-10"')],
        ['JSON(DateTime(2026, 3, 10, 8, 30, 0))', quoted('"2026-03-10T08:30:00.000Z"')],
        ['JSON(Time(8, 30, 0))', quoted('"08:30:00.000"')],
        ['JSON(Color.Red)', quoted('"#ff0000ff"')],
        ['JSON(ErrorKind.Conflict)', '"6"'],
        ['JSON("tab" & Char(9))', quoted('"tab\\t"')],
        ['JSON({a: 1 / 0})', 'Error({Kind:ErrorKind.Div0})'],
        ['JSON({a: 1}, JSONFormat.IndentFour)', quoted('{\r\n    "a": 1\r\n}')],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test.each([
        ['JSON(1, "4")', "The function 'JSON' has some invalid arguments."],
        ['JSON(1, JSONFormat.IgnoreBinaryData & JSONFormat.IncludeBinaryData)', 'cannot be used together'],
        ['JSON(1, If(true, JSONFormat.Compact))', 'must be a constant value'],
        ['ParseJSON("1", Type(Color))', "Unsupported type 'Color' in type argument."],
        ['AsType(1, Type(Number))', 'Invalid argument type (Decimal). Expecting a Dynamic value instead.'],
    ])('%s is refused with “%s”', (formula, message) => {
        expect(printed(formula)).toContain(message);
    });

    test('what JSON writes, ParseJSON reads', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 12 }), (text) => {
                const formula = `Text(ParseJSON(JSON(${quoted(text)})))`;
                expect(printed(formula)).toBe(quoted(text));
            }),
            { numRuns: 60 },
        );
    });
});
