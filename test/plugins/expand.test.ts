import { expand } from '../../plugins/formula/expand';
import { fixedFragment, type Fragment } from '../../plugins/formula/fragment';
import { FormulaProblem } from '../../plugins/formula/source-text';

const source = (text: string, file = 'formula.fx') => ({ file, text });
const fragments = (...list: readonly Fragment[]) => new Map(list.map((fragment) => [fragment.name, fragment]));

const twice = fixedFragment('Twice', ['number'], source('// Twice(number)\nnumber * 2', 'Twice.fx'));
const four = fixedFragment('Four', [], source('Twice(2)', 'Four.fx'));
const greeting: Fragment = {
    name: 'Greeting',
    literals: ['word'],
    parameters: () => ['name'],
    body: ([word = '']) => {
        if (word === '') throw new Error('A greeting needs a word');
        return source(`"${word}, " & name`, 'Greeting.fx');
    },
};

function problemOf(text: string, ...list: readonly Fragment[]): string {
    try {
        expand(source(text), fragments(...list));
    } catch (error) {
        if (error instanceof FormulaProblem) return error.message;
        throw error;
    }
    return '';
}

describe('a formula that calls fragments', () => {
    it('gets the fragment in the place of the call, with the arguments as names', () => {
        expect(expand(source('1 + Twice(3)'), fragments(twice)).text).toBe('1 + With({number: 3},\nnumber * 2)');
    });

    it('gets fragments that fragments call, also in arguments', () => {
        const { text } = expand(source('Twice(Four())'), fragments(twice, four));
        expect(text).toBe('With({number: (With({number: 2},\nnumber * 2))},\nnumber * 2)');
    });

    it('gets fragments made from the text they are called with', () => {
        const { text } = expand(source('Greeting("Hello", Viewer.fullname)'), fragments(greeting));
        expect(text).toBe('With({name: Viewer.fullname},\n"Hello, " & name)');
    });

    it('hands the text that a fragment is called with on to those that it calls', () => {
        const politely = fixedFragment('Politely', ['name'], source('Greeting("word", name) & "word"', 'Politely.fx'), [
            'word',
        ]);
        const { text } = expand(source('Politely("Hello", 1)'), fragments(politely, greeting));
        expect(text).toBe('With({name: 1},\nWith({name: name},\n"Hello, " & name) & "word")');
    });

    it('loses its comments and superfluous white space, and nothing in quotation marks', () => {
        const text = '// first\nIf(true, /* yes */ "a  // b",\n\n    \'c  d\')';
        expect(expand(source(text), fragments()).text).toBe('If(true, "a  // b",\n\'c  d\')');
    });

    it('leaves functions of Power Fx and quoted names alone', () => {
        const text = "Max(1, 'Twice', Environment.Twice({number: 1}))";
        expect(expand(source(text), fragments(twice)).text).toBe(text);
    });

    it('knows where each part of it comes from', () => {
        const expanded = expand(source('1 +\n  Twice(3)'), fragments(twice));
        expect(expanded.placeOf(expanded.text.indexOf('* 2'))).toEqual({ file: 'Twice.fx', line: 2, column: 8 });
        expect(expanded.placeOf(expanded.text.indexOf('3'))).toEqual({ file: 'formula.fx', line: 2, column: 9 });
        expect(expanded.placeOf(expanded.text.indexOf('With'))).toEqual({ file: 'formula.fx', line: 2, column: 3 });
    });
});

describe('a formula that cannot be completed', () => {
    it.each([
        ['Twice()', 'formula.fx:1:1: Twice(number) is called with 0 argument(s)'],
        ['1 +\n Twice(1, 2)', 'formula.fx:2:2: Twice(number) is called with 2 argument(s)'],
        ['Greeting(name, "x")', 'The first 1 argument(s) of Greeting must be text in quotation marks'],
        ['Greeting("", "x")', 'formula.fx:1:1: A greeting needs a word'],
        ['Twice(', 'formula.fx:1:7: '],
    ])('%s says where and why', (text, expected) => {
        expect(problemOf(text, twice, greeting)).toContain(expected);
    });

    it('names the way of a fragment that calls itself', () => {
        const one = fixedFragment('One', [], source('Two()', 'One.fx'));
        const two = fixedFragment('Two', [], source('1 + One()', 'Two.fx'));
        expect(problemOf('One()', one, two)).toContain('Two.fx:1:5: One calls Two calls One');
    });
});
