import { runSteps } from './steps';

describe('a function that writes into tables', () => {
    test.each([
        ['Collect adds a record and gives it', ['Collect(leads, {name: "Eve"})'], '{name:"Eve",score:Blank()}'],
        ['Collect adds the rows of a table', ['Collect(leads, leads)', 'CountRows(leads)'], '4'],
        [
            'a collected row lacks no column',
            ['Collect(leads, {name: "Eve"})', 'Last(leads)'],
            '{name:"Eve",score:Blank()}',
        ],
        [
            'ClearCollect replaces all rows',
            ['ClearCollect(leads, {name: "Eve", score: 1})', 'leads'],
            'Table({name:"Eve",score:1})',
        ],
        ['Clear takes out all rows', ['Clear(leads)', 'leads'], 'Table()'],
        [
            'Patch writes into the row it is given',
            ['Patch(leads, First(leads), {score: 9})', 'First(leads)'],
            '{name:"Ada",score:9}',
        ],
        [
            'Patch finds a row by all of its fields',
            ['Patch(leads, {name: "Bob", score: 2}, {score: 5})', 'Last(leads)'],
            '{name:"Bob",score:5}',
        ],
        [
            'Patch adds a row where it finds none',
            ['Patch(leads, {name: "Eve"}, {name: "Eve"})', 'CountRows(leads)'],
            '3',
        ],
        [
            'Patch writes blank where it is told to',
            ['Patch(leads, First(leads), {score: Blank()})', 'First(leads)'],
            '{name:"Ada",score:Blank()}',
        ],
        ['Patch with a blank record writes nothing', ['Patch(leads, Blank(), {score: 9})', 'CountRows(leads)'], '2'],
        [
            'Patch of two tables writes row by row',
            ['Patch(leads, leads, Table({score: 7}, {name: "Ben"}))', 'leads'],
            'Table({name:"Ada",score:7},{name:"Ben",score:2})',
        ],
        ['Patch of a record gives a changed copy', ['Patch(seed, {score: 4})', 'seed'], '{name:"Sam",score:0}'],
        [
            'Remove takes out the first equal row',
            ['Collect(leads, First(leads))', 'Remove(leads, {name: "Ada", score: 1})', 'CountRows(leads)'],
            '2',
        ],
        [
            'Remove takes out every equal row when told to',
            [
                'Collect(leads, First(leads))',
                'Remove(leads, {name: "Ada", score: 1}, RemoveFlags.All)',
                'CountRows(leads)',
            ],
            '1',
        ],
        [
            'Remove of a row that is not there fails',
            ['Remove(leads, {name: "Eve", score: 1})'],
            'Error({Kind:ErrorKind.NotFound})',
        ],
        [
            'RemoveIf takes out rows that meet a condition',
            ['RemoveIf(leads, score > 1)', 'leads'],
            'Table({name:"Ada",score:1})',
        ],
        [
            'UpdateIf writes into rows that meet a condition',
            ['UpdateIf(leads, score > 1, {score: score * 10})', 'Last(leads).score'],
            '20',
        ],
        [
            'Update replaces a row',
            ['Update(leads, First(leads), {name: "Al"})', 'First(leads)'],
            '{name:"Al",score:Blank()}',
        ],
        [
            'what With was given does not change',
            ['With(First(leads), Patch(leads, First(leads), {score: 9}); score)'],
            '1',
        ],
        ['an error is not collected', ['Collect(leads, Error("no"))', 'CountRows(leads)'], '2'],
        ['Set writes into a field', ['Set(seed.score, 3)', 'seed'], '{name:"Sam",score:3}'],
    ])('%s', (_what, steps, expected) => {
        expect(runSteps(steps)).toBe(expected);
    });

    test.each([
        ['Collect([1], {Value: 2})', "The value passed to the 'Collect' function cannot be changed."],
        ['Collect(leads, {size: 2})', "The specified column 'size' does not exist."],
        [
            'Collect(leads, {score: "2"})',
            "The type of this argument 'score' does not match the expected type 'Decimal'. Found type 'Text'.",
        ],
        ['Patch(leads, First(leads), {size: 2})', "The specified column 'size' does not exist."],
        ['Patch(leads, 1, 2)', 'Invalid argument type (Decimal). Expecting a Record value instead.'],
        ['Patch(seed, {score: "x"})', "does not match the expected type 'Decimal'"],
        ['Clear([1])', "The value passed to the 'Clear' function cannot be changed."],
        ['Remove(leads, seed, "Alll")', "last argument must be 'RemoveFlags.All'"],
        ['Remove(leads, "All")', 'Cannot use a non-record value in this context.'],
        [
            'Filter(leads, IsError(Collect(leads, seed)))',
            "Filter functions don't allow behavior functions as predicates.",
        ],
    ])('%s is refused with “%s”', (formula, message) => {
        expect(runSteps([formula])).toContain(message);
    });

    test('a trace is written where the run keeps one', () => {
        const lines: string[] = [];
        runSteps(['Trace("looked", TraceSeverity.Warning, {at: 5})'], (line) => lines.push(line));
        expect(lines).toEqual(['looked {"at":5}']);
    });
});
