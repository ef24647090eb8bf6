import { printed } from './printed';

describe('a function of errors', () => {
    test.each([
        ['Error("no budget")', 'Error({Kind:ErrorKind.Custom})'],
        ['IfError(Error("no budget"), FirstError.Message)', '"no budget"'],
        ['Error({Kind: ErrorKind.Conflict})', 'Error({Kind:ErrorKind.Conflict})'],
        ['Error({Kind: "7"})', 'Error({Kind:ErrorKind.NotFound})'],
        ['Error({Kind: "seven"})', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['Error(Table({Kind: 11}, {Kind: 13}))', 'Error(Table({Kind:ErrorKind.Validation},{Kind:ErrorKind.Div0}))'],
        ['Error(Blank())', 'Blank()'],
        ['IfError(Error({Kind: ErrorKind.NotFound}), FirstError.Message)', '"Record could not be found"'],
        ['IfError(Error({Kind: 2000}), FirstError.Message)', '"Custom error (2000)"'],
        ['IfError(Error({Kind: 900}), FirstError.Message)', '"Reserved error (900)"'],
        ['IfError(Error({Kind: 1000, Details: {HttpStatusCode: 429}}), FirstError.Details.HttpStatusCode)', '429'],
        ['IfError(Error(Table({Kind: 1}, {Kind: 2})), CountRows(AllErrors))', '2'],
        ['IfError(6, 0)', '6'],
        ['IfError(6 / 0, -1)', '-1'],
        ['IfError(6, 1, 7 / 0, 2, 9)', '2'],
        ['IfError(6, 1, 7, 2, 9)', '9'],
        ['IfError(6, 1, 7, 2)', '7'],
        ['IfError(6, 1, 7 / 0, 2)', '2'],
        ['IfError(1 / 0, Sqrt(-1))', 'Error({Kind:ErrorKind.Numeric})'],
        ['With({n: 4}, IfError(n / 0, n + FirstError.Kind))', '17'],
        ['IsError(1 / 0)', 'true'],
        ['IsError("fine")', 'false'],
        ['IsError(If(false, 1 / 0))', 'false'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test('an error without its kind is refused', () => {
        expect(printed('Error({Message: "why"})')).toContain("Your formula is missing a column 'Kind'");
    });

    test('the error of a fallback can be named only there', () => {
        expect(printed('IfError(FirstError.Kind, 1)')).toContain("'FirstError' isn't recognized");
    });
});
