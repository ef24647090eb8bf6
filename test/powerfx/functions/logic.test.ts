import fc from 'fast-check';
import { printed } from './printed';

describe('a function that chooses', () => {
    test.each([
        ['If(2 > 1, "yes", "no")', '"yes"'],
        ['If(Blank(), "yes", "no")', '"no"'],
        ['If(false, "yes")', 'Blank()'],
        ['If(false, 1, false, 2, 3)', '3'],
        ['If(true, 7, 1/0)', '7'],
        ['If(1/0 = 1, 7, 8)', 'Error({Kind:ErrorKind.Div0})'],
        ['If(false, 4, "12")', '12'],
        ['If(false, "a", 12)', '"12"'],
        ['If(false, {x: 1}, {y: "b"})', '{x:Blank(),y:"b"}'],
        ['Switch("b", "a", 1, "b", 2)', '2'],
        ['Switch("B", "a", 1, "b", 2, 3)', '3'],
        ['Switch(5, 1, "one")', 'Blank()'],
        ['Switch(1, 1, "first", 1/0, "second")', '"first"'],
        ['Switch(1/0, 1, "first", "other")', 'Error({Kind:ErrorKind.Div0})'],
        ['Switch(ParseJSON("{""k"":""v""}").k, "v", "found", "lost")', '"found"'],
        ['Coalesce("", Blank(), "x", 1/0)', '"x"'],
        ['Coalesce(Blank(), 1/0, 3)', 'Error({Kind:ErrorKind.Div0})'],
        ['Coalesce(Blank(), "")', 'Blank()'],
        ['And(true, 1, "true")', 'true'],
        ['And(false, 1/0 = 1)', 'false'],
        ['Or(false, Blank())', 'false'],
        ['Or(true, 1/0 = 1)', 'true'],
        ['Not(Blank())', 'true'],
        ['IsBlank("")', 'true'],
        ['IsBlank(" ")', 'false'],
        ['IsBlank(1/0)', 'Error({Kind:ErrorKind.Div0})'],
        ['IsBlankOrError(1/0)', 'true'],
        ['IsBlankOrError(0)', 'false'],
        ['IsEmpty(Filter([1, 2], Value > 5))', 'true'],
        ['IsEmpty([1])', 'false'],
        ['With({a: 2, b: 3}, a ^ b)', '8'],
        ['With({a: 2} As outer, With({a: 5}, outer.a + a))', '7'],
        ['With(Blank(), 5)', 'Blank()'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test.each([
        ['If(true, 1, {a: 1})', 'Argument type mismatch'],
        ['Switch(1, 1, "a", 2, [1])', 'Argument type mismatch'],
        ['Switch(1, {a: 1}, "a", "b")', 'Invalid argument type (Record). Expecting a Decimal value instead.'],
        ['Coalesce(Time(1, 0, 0), true)', 'Invalid argument type (Boolean). Expecting a Time value instead.'],
        ['And({a: 1})', "The function 'And' has some invalid arguments."],
        ['IsEmpty("text")', 'Expecting a Table value instead.'],
        ['If(true, missing, 1)', "Name isn't valid. 'missing' isn't recognized."],
    ])('%s is refused with “%s”', (formula, message) => {
        expect(printed(formula)).toContain(message);
    });

    test('And and Or agree with the operators of booleans', () => {
        fc.assert(
            fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), (values) => {
                const list = values.join(', ');
                expect(printed(`And(${list})`)).toBe(String(values.every(Boolean)));
                expect(printed(`Or(${list})`)).toBe(String(values.some(Boolean)));
            }),
            { numRuns: 40 },
        );
    });
});
