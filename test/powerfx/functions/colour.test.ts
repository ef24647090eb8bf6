import { printed } from './printed';

describe('a function of colours', () => {
    test.each([
        ['RGBA(255, 128, 0, 1)', 'RGBA(255,128,0,1)'],
        ['RGBA(10.9, 20, 30, 1)', 'RGBA(10,20,30,1)'],
        ['RGBA(255.9, 0, 0, 0.003)', 'RGBA(255,0,0,0.004)'],
        ['RGBA(256, 0, 0, 1)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['RGBA(0, 0, 0, 1.1)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['ColorValue("#0a141e")', 'RGBA(10,20,30,1)'],
        ['ColorValue("not a colour")', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['ColorValue("")', 'Blank()'],
        ['ColorFade(RGBA(100, 100, 100, 1), -1)', 'RGBA(0,0,0,1)'],
        ['ColorFade(RGBA(100, 100, 100, 1), 1)', 'RGBA(255,255,255,1)'],
        ['ColorFade(RGBA(100, 100, 100, 1), 2)', 'Error({Kind:ErrorKind.InvalidArgument})'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toContain(expected);
    });
});
