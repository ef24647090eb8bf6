import { printed } from './printed';

describe('a function of regular expressions', () => {
    test.each([
        ['IsMatch("1234", "\\d{4}")', 'true'],
        ['IsMatch("a1234", "\\d{4}")', 'false'],
        ['IsMatch("a1234", "\\d{4}", MatchOptions.Contains)', 'true'],
        ['IsMatch("QUALIFIED", "qualified", MatchOptions.IgnoreCase)', 'true'],
        ['IsMatch("né", "\\w+")', 'true'],
        ['IsMatch("a b", "(?x) a \\s b # two letters")', 'true'],
        ['IsMatch("ann@contoso.com", Match.Email)', 'true'],
        ['IsMatch("ann@contoso", Match.Email)', 'false'],
        ['IsMatch("12-34", Match.MultipleDigits & Match.Hyphen & Match.MultipleDigits)', 'true'],
        ['IsMatch(Blank(), "")', 'true'],
        ['IsMatch("x", "[\\W\\d]", MatchOptions.Contains)', 'false'],
        ['Match("lead 42 of 99", "\\d+")', '{FullMatch:"42",StartMatch:6}'],
        ['Match("k=v", "(?<key>\\w)=(?<val>\\w)")', '{FullMatch:"k=v",StartMatch:1,key:"k",val:"v"}'],
        ['Match("abc", "x")', 'Blank()'],
        ['Match("aa", "(a)\\1", MatchOptions.NumberedSubMatches).SubMatches', 'Table({Value:"a"})'],
        ['Match("xyxy", "(?<p>xy)\\k<p>").FullMatch', '"xyxy"'],
        ['Concat(MatchAll("a1b22c", "\\d+"), FullMatch, ",")', '"1,22"'],
        ['CountRows(MatchAll("abc", "z"))', '0'],
        ['CountRows(MatchAll("a" & Char(13) & Char(10) & "b", "(?m)^\\w$"))', '2'],
        ['Match("a" & Char(10) & "b", "a.b")', 'Blank()'],
        ['Match("a" & Char(10) & "b", "a.b", MatchOptions.DotAll).StartMatch', '1'],
        ['Match(1 / 0, "a")', 'Error({Kind:ErrorKind.Div0})'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test.each([
        ['a pattern that is not constant', 'With({p: "a"}, IsMatch("a", p))'],
        ['options that are not constant', 'IsMatch("a", "a", If(true, MatchOptions.Contains))'],
        ['an open group', 'IsMatch("a", "(a")'],
        ['a group that was not opened', 'IsMatch("a", "a)")'],
        ['a quantifier of nothing', 'IsMatch("a", "*a")'],
        ['a possessive quantifier', 'IsMatch("a", "a++")'],
        ['bounds the wrong way around', 'IsMatch("a", "a{3,2}")'],
        ['an octal code', 'IsMatch("a", "\\012")'],
        ['an unknown escape', 'IsMatch("a", "\\q")'],
        ['an unescaped hyphen in brackets', 'IsMatch("a", "[-a]")'],
        ['a range in the wrong order', 'IsMatch("a", "[z-a]")'],
        ['a repeated mark in brackets', 'IsMatch("a", "[a&&b]")'],
        ['a negative class in negative brackets', 'IsMatch("a", "[^\\W]")'],
        ['an unsupported category', 'IsMatch("a", "\\p{Greek}")'],
        ['a reference to a group that is not there', 'IsMatch("a", "\\k<b>")'],
        ['a number without numbered sub-matches', 'IsMatch("a", "(a)\\1")'],
        ['names with numbered sub-matches', 'IsMatch("a", "(?<n>a)", MatchOptions.NumberedSubMatches)'],
        ['an option in the middle', 'IsMatch("a", "a(?i)b")'],
        ['an unlimited look behind', 'IsMatch("a", "(?<=a+)b")'],
        ['a quantified look ahead', 'IsMatch("a", "(?=a)*b")'],
        ['a quantified group with a sub-match that may be empty', 'IsMatch("a", "((?<n>a)?)*")'],
        ['a conditional', 'IsMatch("a", "(?(a)b|c)")'],
    ])('%s is refused', (_what, formula) => {
        expect(printed(formula)).toMatch(/^refused: .*egular expression/);
    });
});
