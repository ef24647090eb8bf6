import { printed } from './printed';

const invalidArgument = 'Error({Kind:ErrorKind.InvalidArgument})';

describe('a text function', () => {
    test.each([
        ['Len("lead")', '4'],
        ['Len(Blank())', '0'],
        ['Left("prospect", 3)', '"pro"'],
        ['Left("pro", 9)', '"pro"'],
        ['Right("prospect", 4)', '"pect"'],
        ['Right("prospect", 0)', '""'],
        ['Mid("prospect", 4, 2)', '"sp"'],
        ['Mid("prospect", 6)', '"ect"'],
        ['Mid("prospect", 20)', '""'],
        ['Lower("GRÜN")', '"grün"'],
        ['Upper("grün")', '"GRÜN"'],
        ['Upper("straße")', '"STRAßE"'],
        ['Proper("anne-marie o\'neil SALES")', '"Anne-Marie O\'neil Sales"'],
        ['Trim("  two   words ")', '"two words"'],
        ['TrimEnds("  two   words ")', '"two   words"'],
        ['StartsWith("Qualified", "qua")', 'true'],
        ['StartsWith("Qualified", "fied")', 'false'],
        ['EndsWith("Qualified", "FIED")', 'true'],
        ['EndsWith("a", "longer than that")', 'false'],
        ['Find("e", "telephone")', '2'],
        ['Find("e", "telephone", 3)', '4'],
        ['Find("z", "telephone")', 'Blank()'],
        ['Replace("telephone", 1, 4, "mega")', '"megaphone"'],
        ['Substitute("a-b-c", "-", "+")', '"a+b+c"'],
        ['Substitute("a-b-c", "-", "+", 2)', '"a-b+c"'],
        ['Substitute("a-b-c", "-", "+", 3)', '"a-b-c"'],
        ['Split("x;y", ";")', 'Table({Value:"x"},{Value:"y"})'],
        ['Split("xy", "")', 'Table({Value:"x"},{Value:"y"})'],
        ['Concatenate("n", 7, true)', '"n7true"'],
        ['Concatenate(Match.Digit, "x")', 'Match.CalculatedOptionSetValue'],
        ['Char(233)', '"é"'],
        ['UniChar(8364)', '"€"'],
        ['EncodeUrl("a b&c=(d)*é")', '"a%20b%26c%3D%28d%29%2A%C3%A9"'],
        ['EncodeHTML("R&D <é>")', '"R&amp;D &lt;&#233;&gt;"'],
        ['PlainText("<p>Best &amp; cheapest<br>offer</p><!-- no -->")', '"Best & cheapest\r\noffer"'],
        ['PlainText("<style>p {}</style><b>bold</b> &euro;5 &#x41;")', '"bold €5 A"'],
    ])('%s is %s', (formula, value) => {
        expect(printed(formula)).toBe(value);
    });

    test.each([
        'Left("x", -1)',
        'Right("x", -1)',
        'Mid("x", 0)',
        'Mid("x", 1, -1)',
        'Find("x", "xyz", 0)',
        'Find("x", "xyz", 9)',
        'Replace("x", 0, 1, "y")',
        'Replace("x", 1, -1, "y")',
        'Substitute("x", "x", "y", 0)',
        'Char(0)',
        'Char(256)',
        'UniChar(0)',
        'UniChar(1114112)',
    ])('%s is an error: there is no such position or character', (formula) => {
        expect(printed(formula)).toBe(invalidArgument);
    });

    test('tells of every position that is wrong', () => {
        expect(printed('Mid("x", 0, -1)')).toBe(
            'Error(Table({Kind:ErrorKind.InvalidArgument},{Kind:ErrorKind.InvalidArgument}))',
        );
    });

    test('has no character for half of one', () => {
        expect(printed('UniChar(55357)')).toBe('Error({Kind:ErrorKind.NotApplicable})');
    });

    test.each([
        ['Upper(["a", "b"])', 'Table({Value:"A"},{Value:"B"})'],
        ['Left(["lead", "case"], [1, 2])', 'Table({Value:"l"},{Value:"ca"})'],
        ['Concatenate("no. ", [1, 2])', 'Table({Value:"no. 1"},{Value:"no. 2"})'],
        ['Find("a", ["banana", "kiwi"])', 'Table({Value:2},{Value:Blank()})'],
        ['Char([72, 300])', `Table({Value:"H"},{Value:${invalidArgument}})`],
    ])('%s takes a table and gives one', (formula, table) => {
        expect(printed(formula)).toBe(table);
    });

    test.each(['StartsWith(["a"], "a")', 'Split(["a"], ",")', 'PlainText(["a"])', 'EncodeUrl(["a"])'])(
        '%s is refused: no table may stand there',
        (formula) => {
            expect(printed(formula)).toContain('Expecting a Text value instead.');
        },
    );

    test('writes letters as the language of the run does', () => {
        expect(printed('Upper("i") & Lower("I")', { culture: 'tr-TR' })).toBe('"İı"');
    });
});
